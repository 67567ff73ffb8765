import type { OfferContent } from '@app/catalog';
import { parseQuantity, type Quantity } from '@app/platform';
import type { OfferFacts } from './catalogue.js';
import { handWritten } from './hand-written.js';
import { rounded, shownNumber, shownSize } from './numbers.js';
import { textOf } from './offer-text.js';
import { dayText, type Plan } from './plan.js';
import { Random } from './random.js';
import { ORIGINS } from './vocabulary/phrases.js';

const MILLION = 1_000_000;
const MODES: Record<string, string[]> = {
  equipment: ['equipment-with-technology', 'turnkey', 'production-cooperation', 'franchise', 'consulting-training'],
  technology: ['licence-non-exclusive', 'licence-exclusive', 'turnkey', 'capital-contribution', 'rnd-cooperation', 'joint-venture', 'production-cooperation', 'consulting-training'],
  process: ['licence-non-exclusive', 'consulting-training', 'assignment', 'production-cooperation', 'franchise', 'capital-contribution'],
  product: ['production-cooperation', 'franchise', 'licence-non-exclusive', 'joint-venture', 'equipment-with-technology'],
  service: ['consulting-training', 'turnkey', 'rnd-cooperation'],
  ip: ['assignment', 'licence-exclusive', 'licence-non-exclusive', 'sublicence', 'capital-contribution', 'joint-venture'],
};
const TRL: Record<string, readonly (readonly [number | null, number])[]> = {
  equipment: [[9, 55], [8, 28], [7, 12], [6, 4], [null, 1]],
  technology: [[9, 18], [8, 20], [7, 20], [6, 14], [5, 10], [4, 8], [3, 5], [2, 2], [null, 3]],
  process: [[9, 28], [8, 24], [7, 20], [6, 14], [5, 8], [4, 4], [null, 2]],
  product: [[9, 50], [8, 30], [7, 16], [null, 4]],
  service: [[9, 60], [null, 40]],
  ip: [[9, 12], [8, 16], [7, 18], [6, 18], [5, 14], [4, 12], [3, 7], [1, 3]],
};
const UNIT_OF_PRICE: Record<string, string[]> = {
  equipment: ['máy', 'bộ', 'hệ thống, gồm lắp đặt'], technology: ['trọn gói chuyển giao', 'dự án'], process: ['gói chuyển giao', 'hợp đồng'], product: ['đơn vị đóng gói', 'kg', 'lô'], service: ['lần', 'hợp đồng', 'mẫu'], ip: ['quyền', 'hợp đồng li-xăng'],
};
const TERRITORIES = ['Việt Nam', 'Việt Nam', 'Việt Nam', 'Việt Nam, Thái Lan', 'ASEAN', 'Việt Nam, Campuchia'];
const IP_OF_HEAD: Record<string, string> = {
  'sáng chế': 'invention', 'giải pháp hữu ích': 'utility-solution', 'kiểu dáng công nghiệp': 'industrial-design', 'bằng bảo hộ giống': 'plant-variety',
  'quyền tác giả phần mềm': 'copyright-software', 'bí quyết kỹ thuật': 'know-how', 'nhãn hiệu chứng nhận': 'trademark', 'chỉ dẫn địa lý': 'trademark',
};
const ANY_IP = [['know-how', 30], ['utility-solution', 24], ['invention', 18], ['trademark', 12], ['industrial-design', 8], ['copyright-software', 6], ['none', 6]] as const;

/** Everything an offer says, from its facts alone. */
export const contentOf = (facts: OfferFacts, plan: Plan): OfferContent => {
  const special = handWritten(facts);
  const { family, supplier } = facts;
  const text = textOf(facts, plan.seed);
  const random = new Random(plan.seed, 'content', facts.index);
  const { kind } = family;
  const isMachine = kind === 'equipment';
  const trl = random.weighted(TRL[kind]);
  return {
    title: text.title, kind, summary: text.summary, description: text.description, lang: 'vi', keywords: text.keywords,
    fields: family.fields.filter((_field, place) => place === 0 || random.chance(place === 1 ? 0.6 : 0.3)),
    province: random.chance(0.97) ? supplier.province : null,
    trl: facts.ready && (trl ?? 0) < 7 ? 8 : trl,
    transferModes: random.some(MODES[kind], random.weighted([[1, 60], [2, 30], [3, 8], [0, 2]])),
    price: priceOf(facts, random), specs: specsOf(facts, random), ip: ipOf(facts, random),
    condition: isMachine ? random.weighted([['new', 78], ['made-to-order', 9], ['used', 7], ['refurbished', 6]]) : kind === 'product' ? 'new' : null,
    origin: isMachine || kind === 'product' ? random.pick(ORIGINS) : 'Việt Nam',
    maker: isMachine || kind === 'product' ? supplier.name.replace(/^Công ty (?:TNHH|CP) /, '') : null,
    year: random.chance(0.7) ? random.int(2016, 2026) : null,
    warranty: isMachine ? `${random.pick([6, 12, 12, 18, 24, 36])} tháng` : null,
    readyToTransfer: facts.ready,
    validUntil: !facts.ready && random.chance(0.06) ? dayText(new Date(plan.today.getTime() + random.int(400, 1800) * 86_400_000)) : null,
    en: random.chance(0.45) ? { title: text.titleEn, ...(random.chance(0.8) ? { summary: text.summaryEn } : {}) } : null,
    images: [], url: null, sourceWords: {}, ...special,
  };
};

const priceOf = (facts: OfferFacts, random: Random): OfferContent['price'] => {
  const { family } = facts;
  const kind = random.weighted([['indicative', 46], ['floor', 20], ['firm', 12], ['negotiable', 12], ['on-request', 10]]);
  const unit = random.pick(UNIT_OF_PRICE[family.kind]);
  if (kind === 'on-request' || (kind === 'negotiable' && random.chance(0.5))) return { kind, min: null, max: null, vat: 'unknown', unit };
  const million = family.size ? family.size.base * family.size.values[facts.size] ** family.size.exponent * random.between(0.75, 1.3) : between(family.price, random);
  const min = Math.max(1_000, rounded(million * MILLION));
  const max = kind === 'firm' ? min : kind === 'floor' ? null : Math.max(min, rounded(min * random.between(1.08, 1.4)));
  return { kind, min, max, vat: random.weighted([['included', 45], ['excluded', 40], ['unknown', 15]]), unit };
};

// Prices of one kind of thing differ by factors, not by steps.
const between = ([low, high]: [number, number], random: Random): number => Math.exp(random.between(Math.log(low), Math.log(high)));

const specsOf = (facts: OfferFacts, random: Random): Quantity[] => {
  const { family } = facts;
  const own = family.size ? [{ name: family.size.label, ...asValue(shownSize(family.size.values[facts.size], family.size.unit)) }] : [];
  const others = random.some(family.specs, random.int(2, 5)).map((spec) => {
    if (spec.choices.length > 0) return { name: spec.label, value: random.pick(spec.choices), unit: spec.unit };
    const value = random.between(spec.low, spec.high);
    const low = shownNumber(value, spec.decimals);
    if (!/^(?:Nhiệt độ|pH|Độ ẩm)/.test(spec.label) || value < 0 || random.chance(0.5)) return { name: spec.label, value: low, unit: spec.unit };
    const high = shownNumber(Math.min(spec.high, value * 1.15 + (spec.decimals > 0 ? 0.5 : 3)), spec.decimals);
    return { name: spec.label, value: low === high ? low : `${low}–${high}`, unit: spec.unit };
  });
  return [...own, ...others].map(parseQuantity);
};

const asValue = ({ value, unit }: { value: string; unit: string }): { value: string; unit: string } => ({ value, unit });

const ipOf = ({ family, head }: OfferFacts, random: Random): OfferContent['ip'] => {
  if (family.kind === 'ip') return [ipAsset(IP_OF_HEAD[family.heads[head].north] ?? 'invention', random)];
  const share = { equipment: 0.2, technology: 0.45, process: 0.35, product: 0.3, service: 0.04 }[family.kind];
  if (!random.chance(share)) return [];
  const first = ipAsset(random.weighted(ANY_IP), random);
  return first.kind !== 'none' && random.chance(0.2) ? [first, ipAsset('trademark', random)] : [first];
};

const NUMBER_OF: Record<string, (random: Random) => string> = {
  invention: (random) => `1-00${random.int(18_000, 52_000)}`, 'utility-solution': (random) => `2-000${random.int(1_500, 4_600)}`, 'industrial-design': (random) => `3-00${random.int(28_000, 52_000)}`,
  trademark: (random) => `4-0${random.int(300_000, 560_000)}`, 'plant-variety': (random) => `${random.int(10, 240)}.VN.${random.int(2012, 2025)}`, 'copyright-software': (random) => `${random.int(900, 9800)}/${random.int(2017, 2025)}/QTG`,
};

const ipAsset = (kind: string, random: Random): OfferContent['ip'][number] => {
  if (kind === 'none' || kind === 'know-how') return { kind, number: null, state: null, territory: kind === 'none' ? null : 'Việt Nam' };
  const state = random.weighted([['granted', 62], ['published', 16], ['filed', 16], ['expired', 4], ['refused', 2]]);
  const number = state === 'granted' || state === 'expired' ? NUMBER_OF[kind](random) : `${kind === 'utility-solution' ? 2 : 1}-${random.int(2021, 2025)}-${String(random.int(100, 9900)).padStart(5, '0')}`;
  return { kind, number, state, territory: random.pick(TERRITORIES) };
};
