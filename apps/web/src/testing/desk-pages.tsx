import type { ComponentChild } from 'preact';
import type { DeskItem, DeskRail } from '../components/desk-frame.js';
import type { Lang } from '../i18n/languages.js';
import type { PageView } from '../layout/page-view.js';
import { DeskCentrePage } from '../desk/desk-centre.page.js';
import { DeskOfferPage } from '../desk/desk-offer.page.js';
import { DeskPage } from '../desk/desk.page.js';
import { DeskRequestPage } from '../desk/desk-request.page.js';
import { DeskSearchPage } from '../desk/desk-search.page.js';
import { DeskSynonymPage, DeskSynonymRemovePage } from '../desk/desk-synonym.page.js';
import { DeskSynonymsPage } from '../desk/desk-synonyms.page.js';
import { content, match, person, request, viewIn } from './samples.js';

const rail: DeskRail = { all: 9, offers: 6, requests: 3, open: 4, current: 'all', editsCentre: true };

const item = (over: Partial<DeskItem>): DeskItem => ({ kind: 'offer', id: '9', title: 'Máy sục khí đáy ao tôm thẻ 2 HP', isChange: true, organization: 'Điện máy Hòa Phát Tây Đô', at: '2026-11-21T02:12:00Z', ...over });

const queue: DeskItem[] = [
  item({}),
  item({ id: content().id, title: content().title, organization: 'Cơ khí Tân Lộc' }),
  item({ id: request().id, kind: 'request', title: request().title, isChange: false, organization: 'HTX Mỹ Xương' }),
];

const staffView = (lang: Lang): PageView => viewIn(lang, { viewer: person({ name: 'Lê Thị Hạnh', isStaff: true, isSupplier: false, isEnterprise: false }) });

const offer = { slug: 'may-suot-lua', title: 'Máy suốt lúa 2 tấn/giờ' };
const effect = {
  examined: 120, affected: 2,
  searches: [
    { query: 'máy dập lúa', searches: 7, before: { total: 0, relaxed: false, offers: [] }, after: { total: 4, relaxed: false, offers: [offer] } },
    { query: 'máy dập lúa mini', searches: 0, before: { total: 3, relaxed: true, offers: [offer] }, after: { total: 3, relaxed: true, offers: [offer] } },
  ],
};

export const deskPages = (lang: Lang): Record<string, () => ComponentChild> => ({
  'desk-centre': () => (
    <DeskCentrePage view={staffView(lang)} name="Trung tâm Cần Thơ" version={2} form={{ values: { phone: '0292 3 820 674', hours: 'thứ hai đến thứ sáu', hoursEn: '' }, errors: [] }} />
  ),
  'desk-synonyms': () => (
    <DeskSynonymsPage view={staffView(lang)} q="lúa" total={61} items={[{ id: '1', words: ['máy suốt lúa', 'máy tuốt lúa'], onlyTo: ['rice thresher'] }]} paging={{ page: 1, pages: 2, href: (page) => `?page=${page}` }} />
  ),
  'desk-synonyms-none': () => <DeskSynonymsPage view={staffView(lang)} q="xyz" total={0} items={[]} paging={{ page: 1, pages: 0, href: () => '' }} />,
  'desk-synonym-new': () => <DeskSynonymPage view={staffView(lang)} group={null} form={{ values: { words: 'máy dập lúa\n', query: 'máy dập lúa' }, errors: [{ field: 'words', message: 'Cần ít nhất hai tên.' }] }} effect={null} />,
  'desk-synonym': () => <DeskSynonymPage view={staffView(lang)} group={{ id: '1', version: 2 }} form={{ values: { words: 'máy suốt lúa\nmáy dập lúa' }, errors: [] }} effect={{ ...effect, seen: '[["máy suốt lúa","máy dập lúa"],[]]' }} />,
  'desk-synonym-remove': () => <DeskSynonymRemovePage view={staffView(lang)} group={{ id: '1', version: 2, words: ['máy suốt lúa', 'máy dập lúa'], onlyTo: [] }} effect={effect} form={{ values: {}, errors: [] }} />,
  'desk-search': () => (
    <DeskSearchPage
      view={staffView(lang)}
      q="thùng ủ phân"
      href={`/${lang}/cong-nghe?q=x`}
      total={2}
      relaxed
      like="bể ủ"
      offers={[
        { id: 'a', slug: 'a', title: 'Bể ủ phân hữu cơ 3 m³', supplier: 'HTX Cơ điện Cờ Đỏ', missing: ['thùng'], mayAdvise: true },
        { id: 'b', slug: 'b', title: 'Men ủ phân chuồng', supplier: 'Cơ khí Tân Lộc', missing: ['thùng'], mayAdvise: false },
        { id: 'c', slug: 'c', title: 'Thùng ủ phân', supplier: 'Cơ khí Tân Lộc', missing: [], mayAdvise: true },
      ]}
      form={{ values: { keywords: '' }, errors: [{ field: 'keywords', message: 'Ghi ít nhất một từ khóa' }], scope: 'a' }}
    />
  ),
  'desk-search-none': () => <DeskSearchPage view={staffView(lang)} q="máy bay" href={`/${lang}/cong-nghe?q=x`} total={0} relaxed={false} like="" offers={[]} />,
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
