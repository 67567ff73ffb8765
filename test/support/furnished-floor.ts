import { path } from '../../apps/web/src/i18n/routes.js';
import type { Lang } from '../../apps/web/src/i18n/languages.js';
import type { Person, WholeFloor } from './floor.js';

const KINDS = ['equipment', 'technology', 'process', 'product', 'service'];
const FIELDS = ['food-technology', 'crops', 'fisheries', 'mechanical', 'environment', 'biotechnology', 'livestock', 'electrical-electronics', 'chemistry'];
const PROVINCES = ['92', '82', '91', '86', '96', '79', '68'];
const TITLES = [
  'Máy sấy bơm nhiệt 1 tấn/mẻ cho xoài, chuối, mít', 'Buồng sấy trái cây đốt trấu viên, quạt điện 1 pha, 2 tấn/mẻ', 'Quy trình sấy dẻo xoài cát không lưu huỳnh',
  'Nhà sấy năng lượng mặt trời mái polycarbonate 120 m²', 'Máy sục khí đáy ao tôm thẻ 2 HP, ống nano', 'Dây chuyền đóng gói gạo tự động 5 kg đến 10 kg, 600 bao/giờ',
  'Hệ thống tưới nhỏ giọt điều khiển bằng điện thoại cho 1 ha sầu riêng', 'Chế phẩm vi sinh xử lý rơm rạ ngay trên ruộng', 'Máy tách hạt lúa giống, sàng phân loại ba cấp',
  'Xử lý nước thải chế biến cá tra 200 m³/ngày', 'Phần mềm truy xuất vùng trồng và nhật ký nông hộ', 'Khảo sát và thiết kế xưởng sấy theo HACCP',
];

/** Some live offers of two suppliers, with enough variety for filters, tags and gaps. */
const publishOffers = async (floor: WholeFloor): Promise<{ id: string; slug: string }[]> =>
  Promise.all(
    TITLES.map(async (title, n) => {
      const supplier = floor.as(n % 3 ? 'supplier' : 'supplier2');
      const { body } = await supplier.post('offers', {
        title, kind: KINDS[n % KINDS.length], summary: `${title}: dùng được ngay ở xưởng nhỏ của đồng bằng, có người hướng dẫn tại chỗ.`,
        description: 'Lắp trong bốn ngày, chở bằng ghe 10 tấn.\n\nĐã chạy ở ba cơ sở; có thể đến xem.', fields: [FIELDS[n % FIELDS.length], FIELDS[(n + 3) % FIELDS.length]],
        province: PROVINCES[n % PROVINCES.length], trl: 4 + (n % 6), transferModes: ['turnkey'], readyToTransfer: n % 4 === 0, condition: n % 2 ? 'new' : 'made-to-order',
        ...(n % 5 === 4 ? {} : { price: { kind: ['indicative', 'firm', 'floor', 'negotiable'][n % 4], min: (n + 1) * 45_000_000, max: n % 2 ? (n + 1) * 60_000_000 : null, vat: 'included' } }),
        specs: [{ name: 'Năng suất', value: String(n + 1), unit: 'tấn/mẻ' }, { name: 'Điện', value: '1 pha, 220 V, 3 kW' }, { name: 'Độ ẩm sau sấy', value: '' }],
        ip: n % 2 ? [{ kind: 'utility-solution', number: '2-0003187', state: 'granted', territory: 'Việt Nam' }] : [],
        ...(n % 3 === 0 ? { en: { title: `Dryer model ${n + 1} for small workshops`, summary: 'Ready to use in a small workshop of the delta.' } } : {}),
      });
      await supplier.post(`offers/${body.id}/submit`);
      await floor.as('broker').post(`offers/${body.id}/approve`);
      return { id: body.id as string, slug: body.slug as string };
    }),
  );

const NEED = {
  title: 'Sấy xoài 2 tấn/ngày, điện 1 pha', need: 'Xưởng sấy xoài 2 tấn/ngày, điện yếu, có 300 triệu, cần trước Tết để kịp vụ.', fields: ['food-technology'],
  budgetMax: 300_000_000, trlMin: 7, deadline: '2027-01-15', province: '82', quantities: [{ name: 'Năng suất', value: '2', unit: 'tấn/ngày' }],
};

export interface Furniture {
  offer: { id: string; slug: string };
  /** An offer of `supplier` with a change under review. */
  changed: { id: string; slug: string };
  request: { id: string; slug: string };
  /** A request that waits for review. */
  waiting: string;
  connection: string;
  supplierSlug: string;
  /** A group of synonyms. */
  synonym: string;
}

/** A floor with something on every page: offers, a change under review, requests, matches, a connection with a thread, notices. */
export const furnish = async (floor: WholeFloor): Promise<Furniture> => {
  const offers = await publishOffers(floor);
  const [enterprise, supplier, broker] = [floor.as('enterprise'), floor.as('supplier'), floor.as('broker')];
  const { body: request } = await enterprise.post('requests', NEED);
  await enterprise.post(`requests/${request.id}/submit`);
  await broker.post(`requests/${request.id}/approve`);
  const { body: waiting } = await enterprise.post('requests', { ...NEED, title: 'Bóc vỏ dừa khô 800 trái/giờ', anonymous: true });
  await enterprise.post(`requests/${waiting.id}/submit`);
  const { body: offer } = await supplier.get(`offers/${offers[1].id}`);
  await supplier.patch(`offers/${offer.id}`, { version: offer.version, title: `${offer.title}, bản mới`, warranty: '24 tháng' });
  await supplier.post(`offers/${offer.id}/submit`);
  await floor.quiet();
  const { body: matches } = await broker.get(`requests/${request.id}/matches`);
  const { body: connection } = await broker.post(`matches/${matches.items[0].id}/introduce`, { message: 'Hai bên cùng tỉnh, buồng sấy hợp lưới điện một pha.' });
  await enterprise.post(`connections/${connection.id}/messages`, { text: 'Chúng tôi muốn xem máy đang chạy.' });
  const { body: synonym } = await broker.post('search/synonyms', { words: ['máy sấy xoài', 'lò sấy xoài'] });
  await floor.quiet();
  return {
    offer: offers[0], changed: offers[1], request: { id: request.id, slug: request.slug }, waiting: waiting.id, connection: connection.id, supplierSlug: offer.supplier.slug, synonym: synonym.id,
  };
};

export interface FurnishedPage {
  name: string;
  /** Null is a visitor. */
  person: Person | null;
  url: string;
}

/** Every page with something on it, by the role that works there. */
export const pagesOf = (f: Furniture, lang: Lang): FurnishedPage[] => {
  const page = (name: string, person: Person | null, url: string): FurnishedPage => ({ name, person, url });
  return [
    page('home', null, path(lang, 'home')),
    page('catalogue', null, path(lang, 'offers')),
    page('catalogue-search', null, path(lang, 'offers', {}, { q: 'may say xoai', field: 'food-technology' })),
    page('catalogue-empty', null, path(lang, 'offers', {}, { q: 'zzzz qqqq' })),
    page('catalogue-wider', null, path(lang, 'offers', {}, { q: 'may say xoai', province: '01', trlMin: 9 })),
    page('offer-visitor', null, path(lang, 'offer', { slug: f.offer.slug })),
    page('requests', null, path(lang, 'requests')),
    page('requests-search', null, path(lang, 'requests', {}, { q: 'sayy xoai', field: 'food-technology' })),
    page('request-visitor', null, path(lang, 'request', { slug: f.request.slug })),
    page('suppliers', null, path(lang, 'suppliers')),
    page('supplier', null, path(lang, 'supplier', { slug: f.supplierSlug })),
    page('about', null, path(lang, 'about')),
    page('sign-in', null, path(lang, 'signIn')),
    page('not-found', null, `/${lang}/nothing-here`),
    page('offer', 'enterprise', path(lang, 'offer', { slug: f.offer.slug })),
    page('request-new', 'enterprise', path(lang, 'requestNew')),
    page('request', 'enterprise', path(lang, 'request', { slug: f.request.slug })),
    page('request-edit', 'enterprise', path(lang, 'myRequest', { id: f.request.id })),
    page('my-requests', 'enterprise', path(lang, 'myRequests')),
    page('notifications', 'enterprise', path(lang, 'notifications')),
    page('saved-searches', 'enterprise', path(lang, 'mySearches')),
    page('connection', 'enterprise', path(lang, 'connection', { id: f.connection })),
    page('offer-own', 'supplier', path(lang, 'offer', { slug: f.changed.slug })),
    page('my-offers', 'supplier', path(lang, 'myOffers')),
    page('offer-new', 'supplier', path(lang, 'myOfferNew')),
    page('connections', 'supplier', path(lang, 'connections')),
    page('desk', 'broker', path(lang, 'desk')),
    page('desk-open', 'broker', path(lang, 'desk', {}, { queue: 'open' })),
    page('desk-searches', 'broker', path(lang, 'deskSearches')),
    page('desk-search', 'broker', path(lang, 'deskSearch', {}, { q: 'tủ sấy xoài' })),
    page('desk-synonyms', 'broker', path(lang, 'deskSynonyms')),
    page('desk-synonym-new', 'broker', path(lang, 'deskSynonymNew', {}, { q: 'máy dập lúa' })),
    page('desk-synonym', 'broker', path(lang, 'deskSynonym', { id: f.synonym })),
    page('desk-synonym-remove', 'broker', path(lang, 'deskSynonymRemove', { id: f.synonym })),
    page('desk-centre', 'manager', path(lang, 'deskCentre')),
    page('desk-offer', 'broker', path(lang, 'deskOffer', { id: f.changed.id })),
    page('desk-request', 'broker', path(lang, 'deskRequest', { id: f.request.id })),
    page('desk-request-waiting', 'broker', path(lang, 'deskRequest', { id: f.waiting })),
  ];
};
