import type { ComponentChild } from 'preact';
import type { DeskItem, DeskRail } from '../components/desk-frame.js';
import type { Lang } from '../i18n/languages.js';
import type { PageView } from '../layout/page-view.js';
import { DeskCentrePage } from '../desk/desk-centre.page.js';
import { DeskOfferPage } from '../desk/desk-offer.page.js';
import { DeskPage } from '../desk/desk.page.js';
import { DeskRequestPage } from '../desk/desk-request.page.js';
import { content, match, person, request, viewIn } from './samples.js';

const rail: DeskRail = { all: 9, offers: 6, requests: 3, open: 4, current: 'all', editsCentre: true };

const item = (over: Partial<DeskItem>): DeskItem => ({ kind: 'offer', id: '9', title: 'Máy sục khí đáy ao tôm thẻ 2 HP', isChange: true, organization: 'Điện máy Hòa Phát Tây Đô', at: '2026-11-21T02:12:00Z', ...over });

const queue: DeskItem[] = [
  item({}),
  item({ id: content().id, title: content().title, organization: 'Cơ khí Tân Lộc' }),
  item({ id: request().id, kind: 'request', title: request().title, isChange: false, organization: 'HTX Mỹ Xương' }),
];

const staffView = (lang: Lang): PageView => viewIn(lang, { viewer: person({ name: 'Lê Thị Hạnh', isStaff: true, isSupplier: false, isEnterprise: false }) });

export const deskPages = (lang: Lang): Record<string, () => ComponentChild> => ({
  'desk-centre': () => (
    <DeskCentrePage view={staffView(lang)} name="Trung tâm Cần Thơ" version={2} form={{ values: { phone: '0292 3 820 674', hours: 'thứ hai đến thứ sáu', hoursEn: '' }, errors: [] }} />
  ),
  desk: () => <DeskPage view={staffView(lang)} rail={rail} items={queue} paging={{ page: 1, pages: 1, href: () => '' }} />,
  'desk-offer': () => (
    <DeskOfferPage
      view={staffView(lang)}
      rail={rail}
      queue={queue}
      offer={content()}
      version={7}
      revision={4}
      liveRevision={3}
      state="submitted"
      visibility="live"
      submittedAt="2026-11-21T02:12:00Z"
      reason={null}
      differences={[
        { label: 'Giá', live: '160–190 triệu đồng', submitted: '180–220 triệu đồng' },
        { label: 'Bảo hành', live: null, submitted: '24 tháng' },
      ]}
      unchanged={17}
      allowed={['approve', 'return', 'suspend']}
      isOwn={false}
    />
  ),
  'desk-request': () => (
    <DeskRequestPage
      view={staffView(lang)}
      rail={{ ...rail, current: 'open' }}
      queue={queue}
      request={request()}
      version={2}
      revision={1}
      submittedAt={null}
      reason={null}
      allowed={['approve', 'return']}
      isOwn={false}
      matches={[
        { ...match(), allowed: ['shortlist', 'introduce', 'dismiss'], connectionId: null },
        { ...match({ id: 'm2', state: 'introduced', score: 0.62 }), allowed: [], connectionId: '77' },
      ]}
      matchCount={12}
      paging={{ page: 1, pages: 2, href: (page) => `?page=${page}#matches` }}
      dismissReasons={[{ value: 'wrong-field', label: 'Sai lĩnh vực' }, { value: 'other', label: 'Khác' }]}
    />
  ),
});
