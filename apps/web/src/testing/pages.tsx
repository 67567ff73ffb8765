import type { ComponentChild } from 'preact';
import type { FacetGroup } from '../components/filters.js';
import type { Lang } from '../i18n/languages.js';
import { AboutPage } from '../home/about.page.js';
import { ConnectionPage } from '../account/connection.page.js';
import { ConnectionsPage } from '../account/connections.page.js';
import { CataloguePage, type CataloguePageProps } from '../catalogue/catalogue.page.js';
import { ErrorPage } from '../layout/error.page.js';
import { HomePage, type HomePageProps } from '../home/home.page.js';
import { MyOffersPage } from '../account/my-offers.page.js';
import { MyRequestsPage } from '../account/my-requests.page.js';
import { DeskSearchesPage } from '../desk/desk-searches.page.js';
import { MySearchesPage } from '../account/my-searches.page.js';
import { NotificationsPage } from '../account/notifications.page.js';
import { OfferPage, type OfferPageProps } from '../catalogue/offer.page.js';
import { RequestPage, type RequestPageProps } from '../requests/request.page.js';
import { RequestsPage } from '../requests/requests.page.js';
import { SignInPage } from '../account/sign-in.page.js';
import { SupplierPage } from '../suppliers/supplier.page.js';
import { SuppliersPage } from '../suppliers/suppliers.page.js';
import { deskPages } from './desk-pages.js';
import { formPages } from './form-pages.js';
import { card, cards, content, match, need, request, viewIn } from './samples.js';

const counted = (code: string, label: string, count: number) => ({ code, label, count });

export const homePage = (lang: Lang, over: Partial<HomePageProps> = {}) => (
  <HomePage
    view={viewIn(lang, { viewer: null, here: { vi: '/vi', en: '/en' } })}
    figures={{ asOf: '2026-11-22', offers: 4618, suppliers: 90, views: 2_130_000, connectedOrganizations: 387, readyToTransfer: 143, requests: 214 }}
    kinds={[counted('equipment', 'Thiết bị', 2014), counted('technology', 'Công nghệ', 988), counted('process', 'Quy trình', 731), counted('product', 'Sản phẩm', 502), counted('service', 'Dịch vụ', 304), counted('ip', 'Tài sản trí tuệ', 79)]}
    fields={[counted('crops', 'Trồng trọt', 612), counted('fisheries', 'Thủy sản', 548), counted('food-technology', 'Công nghệ thực phẩm', 731), counted('mechanical', 'Cơ khí, chế tạo máy', 894), counted('environment', 'Môi trường', 367), counted('electrical-electronics', 'Điện, điện tử', 402), counted('biotechnology', 'Công nghệ sinh học', 288), counted('medicine', 'Y tế', 176)]}
    fieldCount={21}
    popular={['máy sấy', 'tưới nhỏ giọt', 'sục khí ao tôm', 'phân hữu cơ từ rơm']}
    newest={cards()}
    wanted={[need(), need({ slug: 'b', title: 'Máy bóc vỏ dừa khô, 800 trái/giờ', matchCount: 0, organization: null }), need({ slug: 'c', title: 'Phần mềm truy xuất vùng trồng sầu riêng' })]}
    openRequests={214}
    ready={cards().map((offer) => ({ ...offer, readyToTransfer: true }))}
    {...over}
  />
);

const fields = ['Công nghệ thực phẩm', 'Cơ khí, chế tạo máy', 'Trồng trọt', 'Thủy sản', 'Môi trường', 'Y tế', 'Dược học', 'Thú y'];
const facets: FacetGroup[] = [
  { name: 'field', label: 'Lĩnh vực', type: 'checkbox', values: fields.map((label, i) => ({ value: `f${i}`, label, count: 38 - i * 4, chosen: i === 0 })) },
  { name: 'province', label: 'Tỉnh, thành phố', type: 'checkbox', values: ['Cần Thơ', 'Đồng Tháp', 'An Giang'].map((label, i) => ({ value: String(90 + i), label, count: 17 - i, chosen: i < 2 })) },
  { name: 'priceMax', label: 'Giá', type: 'radio', values: [{ value: '300000000', label: 'Đến 300 triệu', chosen: false }, { value: '', label: 'Mọi mức giá', chosen: true }] },
  { name: 'condition', label: 'Tình trạng', type: 'checkbox', values: [{ value: 'new', label: 'Mới', count: 20, chosen: false }] },
  { name: 'transferMode', label: 'Hình thức chuyển giao', type: 'checkbox', values: [{ value: 'turnkey', label: 'Chìa khóa trao tay', count: 9, chosen: false }] },
];

export const cataloguePage = (lang: Lang, over: Partial<CataloguePageProps> = {}) => (
  <CataloguePage
    view={viewIn(lang)}
    q="may xay xoai"
    total={38}
    page={1}
    pages={9}
    pageHref={(page) => `/vi/cong-nghe?page=${page}`}
    sort="relevance"
    items={cards()}
    facets={facets}
    filters={[{ name: 'field', label: 'Công nghệ thực phẩm', href: '/vi/cong-nghe?a' }, { name: 'field', label: 'Cần Thơ', href: '/vi/cong-nghe?b' }, { name: 'field', label: 'Đồng Tháp', href: '/vi/cong-nghe?c' }]}
    clearHref="/vi/cong-nghe"
    understood={{ corrected: 'máy sấy xoài', exactly: false, exact: { text: 'may xay xoai', href: '/vi/cong-nghe?q=may+xay+xoai&exact=true', total: 2 }, like: null, synonyms: [], relaxed: false }}
    frequencies={[{ value: 'at-once', label: 'Ngay' }, { value: 'daily', label: 'Hằng ngày' }]}
    {...over}
  />
);

export const offerPage = (lang: Lang, over: Partial<OfferPageProps> = {}) => (
  <OfferPage
    view={viewIn(lang)}
    offer={content()}
    supplier={{ slug: 'co-khi-tan-loc', name: 'Cơ khí Tân Lộc', place: 'Lấp Vò, Đồng Tháp', offers: 31, connected: 18, verified: true, claimed: true }}
    moderated={{ at: '2026-11-12T02:00:00Z', centre: 'Trung tâm Cần Thơ' }}
    viewCount={1284}
    related={[card({ slug: 'b' }), card({ slug: 'c' })]}
    mayEnquire
    manage={null}
    {...over}
  />
);

const onePage = { page: 1, pages: 1, href: (page: number) => `?page=${page}` };

export const requestPage = (lang: Lang, over: Partial<RequestPageProps> = {}) => (
  <RequestPage
    view={viewIn(lang)}
    request={request()}
    matches={{ total: 3, fresh: 2, paging: onePage, items: [match(), match({ id: 'm2', score: 0.71, state: 'shortlisted', offer: card({ slug: 'b', title: 'Máy sấy bơm nhiệt 1 tấn/mẻ cho xoài, chuối, mít' }) }), match({ id: 'm3', score: 0.54, whyNots: [] })] }}
    manage={{
      version: 3,
      reason: null,
      allowed: ['edit', 'withdraw', 'close'],
      history: [{ what: 'Trung tâm chọn 1 chào bán', at: '2026-11-22', who: 'Lê Thị Hạnh' }, { what: 'Bạn gửi nhu cầu', at: '2026-11-19' }],
      outcomes: [{ value: 'solved-here', label: 'Đã giải quyết qua sàn' }],
      verdicts: [{ value: 'good', label: 'Phù hợp' }, { value: 'poor', label: 'Không phù hợp' }],
    }}
    {...over}
  />
);

const accountPages = (lang: Lang): Record<string, () => ComponentChild> => ({
  'my-offers': () => (
    <MyOffersPage
      view={viewIn(lang)}
      total={2}
      paging={onePage}
      items={[
        { id: '1', slug: 'a', title: card().title, state: 'approved', visibility: 'live', updatedAt: '2026-11-12', views: 1284, matchCount: 3 },
        { id: '2', slug: 'b', title: 'Lò sấy trấu 2 tấn', state: 'returned', visibility: 'unpublished', updatedAt: '2026-11-20', views: 0, matchCount: 0 },
      ]}
    />
  ),
  'my-requests': () => <MyRequestsPage view={viewIn(lang)} total={1} paging={onePage} items={[{ id: '1', slug: 'say-xoai', title: request().title, state: 'open', deadline: '2027-01-15', matchCount: 6 }]} />,
  connections: () => (
    <ConnectionsPage view={viewIn(lang)} paging={onePage} items={[{ id: '1', state: 'introduced', offerTitle: card().title, requestTitle: request().title, supply: 'Cơ khí Tân Lộc', demand: null, createdAt: '2026-11-22' }]} />
  ),
  connection: () => (
    <ConnectionPage
      view={viewIn(lang)}
      id="1"
      state="introduced"
      isCentre={false}
      offer={{ slug: 'a', title: card().title }}
      request={{ slug: 'b', title: request().title }}
      supply={{ name: 'Cơ khí Tân Lộc', contact: null, confirmedAt: '2026-11-22T03:00:00Z' }}
      demand={{ name: null, contact: null, confirmedAt: null }}
      declinedFor={null}
      outcome={null}
      messages={[
        { id: '1', author: 'Lê Thị Hạnh', at: '2026-11-22T03:00:00Z', text: 'Hai bên cùng tỉnh, buồng sấy hợp lưới điện một pha.', isOwn: false },
        { id: '2', author: 'HTX Mỹ Xương', at: '2026-11-22T04:10:00Z', text: 'Chúng tôi muốn xem máy đang chạy.', isOwn: true },
      ]}
      allowed={['confirm', 'decline', 'messages', 'outcome']}
      outcomes={[{ value: 'contract', label: 'Ký hợp đồng' }, { value: 'trial', label: 'Thử nghiệm' }]}
    />
  ),
  mySearches: () => (
    <MySearchesPage
      view={viewIn(lang)}
      paging={onePage}
      total={1}
      items={[{ id: '1', name: 'máy sấy xoài', href: '/vi/cong-nghe?q=may+say', frequency: 'Hằng ngày', createdAt: '2026-11-21T02:00:00Z', told: 2, latest: [{ slug: 'may-say', title: 'Máy sấy xoài' }] }]}
    />
  ),
  deskSearches: () => (
    <DeskSearchesPage view={viewIn(lang)} top={[{ query: 'máy sấy', searches: 12, withoutResult: 0, relaxed: 0 }]} failed={[{ query: 'thùng ủ phân', searches: 3, withoutResult: 0, relaxed: 3 }]} />
  ),
  mySearchesEmpty: () => <MySearchesPage view={viewIn(lang)} paging={onePage} total={0} items={[]} />,
  notifications: () => (
    <NotificationsPage
      view={viewIn(lang)}
      paging={onePage}
      choices={[{ kind: 'match', app: true, mail: 'daily' }, { kind: 'message', app: false, mail: 'at-once' }]}
      frequencies={[{ value: 'at-once', label: 'Ngay' }, { value: 'daily', label: 'Hằng ngày' }]}
      items={[
        { id: '1', kind: 'match', title: 'Có 1 chào bán mới hợp: Sấy xoài 2 tấn/ngày', body: card().title, url: '/vi/yeu-cau/say-xoai', createdAt: '2026-11-22T02:00:00Z', isRead: false, offers: 1 },
        { id: '2', kind: 'message', title: 'Tin mới từ Cơ khí Tân Lộc', body: 'Mời bạn xem máy.', url: null, createdAt: '2026-11-21T02:00:00Z', isRead: true, offers: 1 },
      ]}
    />
  ),
});

/** Every page with sample data, by a short name. */
export const galleryOf = (lang: Lang): Record<string, () => ComponentChild> => ({
  home: () => homePage(lang),
  catalogue: () => cataloguePage(lang),
  'catalogue-near': () => cataloguePage(lang, {
    q: 'tôm chết dưới 200 triệu', filters: [],
    understood: { corrected: null, exactly: false, exact: null, like: null, synonyms: [], relaxed: true },
    limits: { texts: ['đến 200 triệu đồng'], href: '/vi/cong-nghe?exact=true' },
  }),
  'catalogue-empty': () => cataloguePage(lang, { items: [], total: 0, pages: 0, filters: [], understood: null, wider: [{ text: '“máy sấy”', href: '/vi/cong-nghe?q=m%C3%A1y+s%E1%BA%A5y', total: 12 }] }),
  offer: () => offerPage(lang),
  requests: () => <RequestsPage view={viewIn(lang)} q="may say xoai" understood={{ corrected: 'máy sấy xoài', exactly: false, exact: { text: 'may say xoai', href: '/vi/yeu-cau?q=may+say+xoai&exact=true', total: 2 }, like: null, synonyms: [], relaxed: false, notApplied: 'đến 300 triệu đồng' }} facets={facets.slice(0, 2)} filters={[]} clearHref="/vi/yeu-cau" total={214} items={[need(), need({ slug: 'x', matchCount: 0 })]} paging={{ page: 2, pages: 11, href: (page) => `?page=${page}` }} />,
  'requests-none': () => <RequestsPage view={viewIn(lang)} q="may say xoai" understood={null} wider={[{ text: '“máy sấy”', href: '/vi/yeu-cau?q=m%C3%A1y', total: 12 }]} facets={[]} filters={[]} clearHref="/vi/yeu-cau" total={0} items={[]} paging={{ page: 1, pages: 0, href: (page) => `?page=${page}` }} />,
  request: () => requestPage(lang),
  'request-public': () => <RequestPage view={viewIn(lang, { viewer: null })} request={request({ organization: null, budgetMax: undefined })} matches={null} manage={null} />,
  ...formPages(lang),
  ...deskPages(lang),
  ...accountPages(lang),
  suppliers: () => <SuppliersPage view={viewIn(lang)} total={90} paging={onePage} items={[{ slug: 'a', name: 'Cơ khí Tân Lộc', province: 'Đồng Tháp', offerCount: 31, verified: true }]} />,
  supplier: () => (
    <SupplierPage view={viewIn(lang)} slug="a" name="Cơ khí Tân Lộc" about="Chế tạo máy sau thu hoạch từ 2009." province="Đồng Tháp" facts={[]} verified claimed={false} offerCount={31} connected={18} offers={cards()} fields={[counted('crops', 'Trồng trọt', 12)]} />
  ),
  about: () => <AboutPage view={viewIn(lang)} />,
  'sign-in': () => <SignInPage view={viewIn(lang, { viewer: null })} form={{ values: { email: 'a@b.vn' }, errors: [{ field: 'password', message: 'Thư điện tử hoặc mật khẩu chưa đúng' }] }} />,
  error: () => <ErrorPage view={viewIn(lang, { viewer: null })} status={404} requestId="7F3K" />,
});
