import type { OfferContent } from '../components/offer-detail.js';
import type { OfferCard } from '../components/offer-row.js';
import type { MatchView } from '../components/match-item.js';
import type { RequestContent } from '../components/request-panel.js';
import type { RequestCard } from '../components/request-row.js';
import type { Lang } from '../i18n/languages.js';
import type { PageView, Viewer } from '../layout/page-view.js';

/** A title that would run a script if any page failed to escape it. */
export const HOSTILE = '<img src=x onerror=alert(1)>';

export const person = (over: Partial<Viewer> = {}): Viewer => ({
  name: 'HTX Mỹ Xương',
  isSupplier: true,
  isEnterprise: true,
  isStaff: false,
  unread: 3,
  ...over,
});

export const viewIn = (lang: Lang, over: Partial<PageView> = {}): PageView => ({
  lang,
  origin: 'https://floor.example',
  here: { vi: '/vi/cong-nghe', en: '/en/offers' },
  viewer: person(),
  centre: { name: 'Trung tâm Thông tin và Kết nối công nghệ Cần Thơ', phone: '0292 000 0000', hours: 'thứ hai đến thứ sáu, 7 giờ 30 đến 16 giờ 30' },
  ...over,
});

export const card = (over: Partial<OfferCard> = {}): OfferCard => ({
  slug: 'buong-say-trau-vien',
  title: 'Buồng sấy trái cây đốt trấu viên, quạt điện 1 pha, 2 tấn/mẻ',
  titleHighlighted: 'Buồng <mark>sấy</mark> trái cây đốt trấu viên, quạt điện 1 pha, 2 tấn/mẻ',
  summary: 'Dùng trấu viên tại chỗ, điện chỉ chạy quạt 3 kW. Sấy xoài, dừa, ớt; tự ngắt khi quá nhiệt.',
  summaryHighlighted: 'Dùng trấu viên tại chỗ, điện chỉ chạy quạt 3 kW. <mark>Sấy</mark> <mark>xoài</mark>, dừa, ớt; tự ngắt khi quá nhiệt.',
  kind: { code: 'equipment', label: 'Thiết bị' },
  fields: [{ code: 'food-technology', label: 'Công nghệ thực phẩm' }],
  province: 'Đồng Tháp',
  trl: 9,
  price: { kind: 'indicative', min: 180_000_000, max: 220_000_000, vat: 'included', unit: null },
  supplier: { slug: 'co-khi-tan-loc', name: 'Cơ khí Tân Lộc' },
  readyToTransfer: false,
  ...over,
});

export const cards = (): OfferCard[] => [
  card(),
  card({
    slug: 'quy-trinh-say-deo',
    title: 'Quy trình sấy dẻo xoài cát không lưu huỳnh',
    titleHighlighted: 'Quy trình <mark>sấy</mark> dẻo <mark>xoài</mark> cát không lưu huỳnh',
    kind: { code: 'process', label: 'Quy trình' },
    fields: [{ code: 'chemistry', label: 'Hoá học' }],
    trl: 7,
    readyToTransfer: true,
    province: 'Cần Thơ',
    price: { kind: 'negotiable', min: null, max: null },
    supplier: { slug: 'nhom', name: 'Nhóm Chế biến nông sản, Khoa Nông nghiệp' },
  }),
  card({
    slug: 'nha-say-nang-luong',
    title: 'Nhà sấy năng lượng mặt trời mái polycarbonate 120 m²',
    titleHighlighted: null,
    fields: [{ code: 'crops', label: 'Trồng trọt' }],
    trl: 8,
    price: { kind: 'floor', min: 145_000_000, max: null, vat: 'excluded' },
    supplier: { slug: 'htx', name: 'HTX Cơ điện Cờ Đỏ' },
  }),
];

export const content = (over: Partial<OfferContent> = {}): OfferContent => ({
  ...card(),
  id: '0190aa00-0000-7000-8000-000000000001',
  code: 'TL-SAY-02',
  description: 'Buồng sấy dùng trấu viên có sẵn ở nhà máy xay xát, điện chỉ để chạy quạt 3 kW nên xưởng ở cuối đường dây vẫn dùng được.\n\nMỗi mẻ 2 tấn xoài cắt lát, 16–18 giờ.',
  keywords: ['sấy', 'trấu viên'],
  transferModes: ['Bán thiết bị kèm công nghệ', 'Chìa khóa trao tay'],
  specs: [
    { name: 'Năng suất', value: '2', unit: 'tấn/mẻ' },
    { name: 'Điện', value: '1 pha, 220 V, 3 kW' },
    { name: 'Độ ẩm sau sấy', value: null },
  ],
  ip: [
    { kind: 'Giải pháp hữu ích', number: '2-0003187', state: 'Đã cấp', territory: 'Việt Nam' },
    { kind: 'Kiểu dáng công nghiệp', number: null, state: 'Đã công bố đơn', territory: 'Việt Nam' },
  ],
  condition: 'Mới',
  origin: 'Việt Nam',
  maker: 'Cơ khí Tân Lộc',
  year: 2025,
  warranty: '24 tháng',
  validUntil: '2027-06-30',
  publishedAt: '2026-11-12T02:00:00Z',
  images: [],
  ...over,
});

export const need = (over: Partial<RequestCard> = {}): RequestCard => ({
  slug: 'xu-ly-bun-thai',
  title: 'Xử lý bùn thải ao cá tra, 40 m³/ngày',
  organization: 'Doanh nghiệp chế biến cá',
  province: 'An Giang',
  budgetMax: 1_200_000_000,
  deadline: '2027-01-15',
  matchCount: 3,
  fields: [{ code: 'environment', label: 'Môi trường' }],
  ...over,
});

export const request = (over: Partial<RequestContent> = {}): RequestContent => ({
  id: '0190aa00-0000-7000-8000-000000000002',
  slug: 'say-xoai',
  title: 'Sấy xoài 2 tấn/ngày, điện 1 pha',
  need: 'Xưởng sấy xoài 2 tấn/ngày, điện yếu, có 300 triệu, cần trước Tết để kịp vụ.',
  organization: 'HTX Mỹ Xương',
  fields: [{ code: 'food-technology', label: 'Công nghệ thực phẩm' }],
  province: 'Đồng Tháp',
  budgetMax: 300_000_000,
  trlMin: 7,
  transferModes: [],
  deadline: '2027-01-15',
  daysLeft: 53,
  quantities: [{ name: 'Năng suất', value: '2', unit: 'tấn/ngày' }],
  publishedAt: '2026-11-20T02:00:00Z',
  state: 'open',
  ...over,
});

export const match = (over: Partial<MatchView> = {}): MatchView => ({
  id: '0190aa00-0000-7000-8000-000000000003',
  score: 0.88,
  state: 'suggested',
  offer: card(),
  reasons: [{ text: '2 tấn/mẻ: đủ 2 tấn/ngày bạn cần' }, { text: 'Giá 180–220 triệu đồng, trong ngân sách 300 triệu đồng' }, { text: 'TRL 9, bạn cần từ 7' }],
  whyNots: [
    { text: 'Giao sau 60 ngày, trễ hạn của bạn 7 ngày' },
    { text: 'Nhà cung ứng chưa ghi độ ẩm sau sấy', unknown: true },
  ],
  ...over,
});
