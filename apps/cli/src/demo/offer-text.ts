import { type Family, spoken, type Word, waysToSay } from './family.js';
import type { Domain } from './vocabulary/family.js';
import type { OfferFacts } from './catalogue.js';
import { capitalised, fill, shownSize, sizeInEnglish, type Slots } from './numbers.js';
import { farPlace, provinceInEnglish, provinceName, wardOf } from './places.js';
import { Random } from './random.js';
import { HABITS, LINES } from './vocabulary/parts.js';
import { INSIDE, LATIN, MACHINE_PLACES, MACHINE_TERMS, PLACES, TERMS, VERSIONS, VERSIONS_EN } from './vocabulary/phrases.js';

export interface OfferText {
  title: string;
  summary: string;
  description: string;
  keywords: string[];
  model: string;
  titleEn: string;
  summaryEn: string;
}

// "vắc xin … lở mồm long móng", but "máy sấy … cho xoài": the English word before the target tells which.
const DIRECT = /(?: (?:for|of|on|against|with|from|into|in)|:)$/;
const AFTER_HEAD = /^(?:with|by|in|from|under|for|to|without) /;

const TITLES = [
  '{h} {t} {m} {s}', '{h} {m} {s} cho {t}', '{h} {t} {s}, {m}', '{h} {m} cho {t}, {s}', '{h} {model} {m} cho {t}, {s}', '{h} {t} loại {m}, {s}',
];
const DIRECT_TITLES = ['{h} {t} {m} {s}', '{h} {t} {s}, {m}', '{h} {t} ({m}) {s}', '{h} {t}, {m}, {s}'];

/** Added to a third of the summaries: where it is at home, and what is said of it. */
const HEARD = ['Có tại {ward}, {scene}.', 'Khách ở {far} khen: {habit2}.', 'Đang dùng ở {ward} và {far}.', 'Người dùng ở {ward2} nói: {habit2}.'];
const MACHINE_HEARD = [...HEARD, 'Dòng {line}, thay {part} dễ dàng.', 'Bộ {part} kiểu mới, bảo hành riêng {n:12..36} tháng.'];

const HABIT_OF: Partial<Record<Domain, string>> = { food: 'food', crops: 'crops', forestry: 'crops', livestock: 'livestock', fisheries: 'fisheries', environment: 'water' };

/** Where a machine has gears and belts, these have boards and probes. */
const DEVICES: readonly Domain[] = ['digital', 'health', 'materials'];

/** Which sentences tell what is inside. */
const insideOf = ({ kind, domain, key }: Family): string => {
  if (kind === 'equipment' && (DEVICES.includes(domain) || key === 'air-monitor' || key === 'solar')) return 'device';
  return kind === 'process' && domain !== 'food' ? 'technology' : kind;
};

const isMachine = ({ family }: OfferFacts): boolean => insideOf(family) === 'equipment';

const habitsFor = (facts: OfferFacts): string[] => {
  const { kind, domain } = facts.family;
  const own = kind === 'service' || kind === 'ip' ? 'advice' : HABIT_OF[domain];
  if (isMachine(facts)) return [...HABITS['machine'], ...(own ? HABITS[own] : [])];
  return [...HABITS[own ?? 'advice']];
};

/** Goes through a list so that neighbours never read the same. */
const turn = (list: readonly string[], index: number, salt = 0): string => list[(index + Math.floor(index / list.length) + salt) % list.length];

/** The words of an offer, from its facts alone. */
export const textOf = (facts: OfferFacts, seed: number): OfferText => {
  const { family, supplier, index } = facts;
  const random = new Random(seed, 'text', index);
  const [head, target, method] = [family.heads[facts.head], family.targets[facts.target], family.methods[facts.method]];
  const size = family.size ? shownSize(family.size.values[facts.size], family.size.unit) : null;
  const slots: Slots = { ...placesFor(facts, random), h: spoken(head, supplier.province, random), t: spoken(target, supplier.province, random), s: size?.text ?? '', model: modelOf(facts, random) };
  slots['m'] = fill(spoken(method, supplier.province, random), slots, random);
  slots['line'] = lineOf(facts);
  [slots['habit'], slots['habit2']] = random.some(habitsFor(facts), 2);
  const titles = DIRECT.test(head.en) ? DIRECT_TITLES : TITLES;
  return {
    title: titleOf(turn(titles, index), slots, facts.version, hasLine(facts)), model: slots['model'], titleEn: englishTitle(facts, size),
    ...bodyOf(facts, slots, random), keywords: keywordsOf(facts, slots, random), summaryEn: englishSummary(facts, size, random),
  };
};

const placesFor = ({ supplier }: OfferFacts, random: Random): Slots => ({
  ward: wardOf(supplier.province, random.below(500)), ward2: wardOf(supplier.province, random.below(500)), province: provinceName(supplier.province), far: farPlace(random.below(5_000)), year: String(random.int(2012, 2025)), maker: supplier.name,
});

const modelOf = ({ supplier, family, index }: OfferFacts, random: Random): string => {
  const letters = family.key.split('-').map((part) => part.slice(0, family.key.includes('-') ? 1 : 2)).join('').toUpperCase();
  return `${supplier.abbreviation}-${letters}${random.int(1, 9)}${String(index % 1000).padStart(3, '0')}`;
};

/** Product lines have names of their own; a supplier keeps to a few of them. */
const lineOf = ({ supplier, family, index }: OfferFacts): string => {
  const own = new Random(supplier.name, 'lines', (family.index + index) % 24);
  return own.pick(LINES);
};

const hasLine = ({ family, index }: OfferFacts): boolean => index % 4 === 1 && ['equipment', 'product', 'technology'].includes(family.kind);

/** The name stands before the comma, the bracket or the end: "Máy sấy xoài bơm nhiệt hiệu Trâu Vàng, 1 tấn/mẻ". */
const withLine = (pattern: string): string => pattern.replace(/(?=, )|(?= \()|$/, ' hiệu {line}');

const titleOf = (pattern: string, slots: Slots, version: number, named: boolean): string => {
  const words = (named ? withLine(pattern) : pattern).replace(/\{(\w+)\}/g, (_whole, name: string) => slots[name] ?? '');
  const tidy = words.replace(/\s+/g, ' ').replace(/[ ,]+$/, '').replace(/ ,/g, ',');
  return capitalised(version === 0 ? tidy : `${tidy}, ${VERSIONS[(version - 1) % VERSIONS.length]}${version > VERSIONS.length ? ` ${slots['model']}` : ''}`);
};

const bodyOf = (facts: OfferFacts, slots: Slots, random: Random): Pick<OfferText, 'summary' | 'description'> => {
  const { family, index } = facts;
  const say = (text: string): string => capitalised(fill(text, slots, random));
  const says = random.some(family.says, family.says.length);
  const first = (index + Math.floor(index / says.length)) % says.length;
  const ordered = [...says.slice(first), ...says.slice(0, first)].map(say);
  const machine = isMachine(facts);
  const inside = INSIDE[insideOf(family)];
  const [places, terms] = machine ? [[...PLACES, ...MACHINE_PLACES], [...TERMS, ...MACHINE_TERMS]] : [PLACES, TERMS];
  const heard = index % 3 === 0 ? [say(turn(machine ? MACHINE_HEARD : HEARD, index))] : [];
  const summary = [...ordered.slice(0, 2 + (index % 2)), ...heard].join(' ');
  const target = family.targets.find((word) => waysToSay(word).includes(slots['t']))!;
  const latin = target.latin ? [fill(turn(LATIN, index), { ...slots, latin: target.latin }, random)] : [];
  const parts = [
    [turn(inside, index), ...(random.chance(0.5) ? [turn(inside, index, 2)] : [])].map(say).join(' '),
    [...ordered.slice(2 + (index % 2), 4), ...latin].join(' '),
    [turn(places, index), turn(terms, index), ...(random.chance(0.55) ? [turn(terms, index, 4)] : [])].map(say).join(' '),
  ];
  return { summary, description: parts.filter(Boolean).join('\n\n') };
};

const keywordsOf = ({ family, head, target }: OfferFacts, slots: Slots, random: Random): string[] => {
  const own = [slots['h'], slots['t'], slots['m'], slots['model']];
  const others: Word[] = random.chance(0.25) ? [family.heads[head], family.targets[target]] : [];
  return [...new Set([...random.some(own, random.int(2, 4)), ...others.flatMap(waysToSay)])];
};

const englishTitle = (facts: OfferFacts, size: { value: string; unit: string } | null): string => {
  const { family } = facts;
  const [head, target, method] = [family.heads[facts.head].en, family.targets[facts.target].en, family.methods[facts.method].en];
  const object = DIRECT.test(head) ? `${head.replace(/:$/, '')} ${target}` : `${head} for ${target}`;
  const named = AFTER_HEAD.test(method) ? `${object} ${method}` : `${method} ${object}`;
  const version = facts.version === 0 ? '' : `, ${VERSIONS_EN[(facts.version - 1) % VERSIONS_EN.length]}`;
  return capitalised(`${named}${size ? `, ${sizeInEnglish(size.value, size.unit)}` : ''}${version}`);
};

const ENGLISH = [
  '{Object} made by {maker} in {place}. Drawings, training and spare parts are included.', 'Proven in the Mekong delta: "{object}", supplied from {place} with start-up on site.', '{Object}, ready to see in operation in {place}. The price covers commissioning.',
  '"{object}" for co-operatives and small plants. Transfer and after-sales service by {maker}.', '{Object} with local materials and service; trials with your own raw material are welcome in {place}.', 'A supplier of {place} offers "{object}"; terms of transfer are open to negotiation.',
];

const englishSummary = (facts: OfferFacts, size: { value: string; unit: string } | null, random: Random): string => {
  const object = englishTitle(facts, size);
  const slots = { object, Object: object, maker: facts.supplier.name, place: provinceInEnglish(facts.supplier.province) };
  return fill(turn(ENGLISH, facts.index), slots, random);
};
