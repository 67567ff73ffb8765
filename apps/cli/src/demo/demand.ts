import { parseQuantity } from '@app/platform';
import type { RequestContent } from '@app/requests';
import type { Catalogue, OfferFacts } from './catalogue.js';
import { spoken } from './family.js';
import { INTRODUCED_OFFER } from './hand-written.js';
import { capitalised, fill, rounded, shownSize, type Slots } from './numbers.js';
import type { DemoOrganization } from './organizations.js';
import { wardOf } from './places.js';
import { dayText, type Plan, workingTime } from './plan.js';
import { Random } from './random.js';
import { NEED_TITLES, NEED_TITLES_PLAIN, SITUATIONS, WISHES, WORKSHOP_SITUATIONS, WORKSHOP_WISHES } from './vocabulary/needs.js';

export type RequestState = 'open' | 'closed' | 'submitted';

export interface DemoRequest {
  id: string;
  code: string;
  enterprise: DemoOrganization;
  /** The offer from whose facts the need was made: it and its like are what answers it. */
  anchor: OfferFacts;
  state: RequestState;
  outcome: string | null;
  anonymous: boolean;
  at: Date;
  closedAt: Date | null;
  content: RequestContent;
}

const DAY_MS = 86_400_000;
const QUEUED = 6;

/** The first request of the demo enterprise, in a person's words. */
const GUIDED = {
  title: 'Sấy xoài 2 tấn/ngày, điện 1 pha',
  need: 'Xưởng sấy xoài 2 tấn/ngày, điện yếu chỉ có 1 pha, có 300 triệu, cần trước Tết để kịp vụ. Trấu của nhà máy xay ở gần nên muốn đốt trấu. Cần máy bền, hai người đứng được, giữ màu xoài và không ám khói.',
};

/** Every request of the demo: those of enterprise@ and enterprise2@, other open ones, those closed long ago, and what waits for review. */
export const requestsOf = (plan: Plan, catalogue: Catalogue, enterprises: DemoOrganization[]): DemoRequest[] => {
  const states: RequestState[] = [
    ...Array.from({ length: plan.openRequests }, () => 'open' as const), ...Array.from({ length: plan.closedRequests }, () => 'closed' as const), ...Array.from({ length: QUEUED }, () => 'submitted' as const),
  ];
  return states.map((state, i) => requestOf(plan, catalogue, enterprises, state, i));
};

const requestOf = (plan: Plan, catalogue: Catalogue, enterprises: DemoOrganization[], state: RequestState, i: number): DemoRequest => {
  const random = new Random(plan.seed, 'request', i);
  const guided = i === 0;
  const enterprise = enterprises[i < 4 ? [0, 1, 0, 1][i] : ownerOf(i, state, enterprises, random)];
  const anchor = catalogue.facts(guided ? INTRODUCED_OFFER : random.below(catalogue.size));
  const at = openedAt(plan, state, guided, random);
  const closedAt = state === 'closed' ? new Date(Math.min(at.getTime() + random.int(20, 200) * DAY_MS, plan.today.getTime() - DAY_MS)) : null;
  return {
    id: random.id(at), code: `YC-${String(i + 1).padStart(4, '0')}`, enterprise, anchor, state, at, closedAt,
    outcome: state === 'closed' ? random.weighted([['solved-here', 55], ['solved-elsewhere', 15], ['cancelled', 15], ['unmet', 15]]) : null,
    anonymous: !guided && random.chance(0.12), content: { ...contentOf(plan, enterprise, anchor, state, i, random), ...(guided ? guidedContent(plan) : {}) },
  };
};

/** What waits for review stands in the own centre's queue; everything else is spread. */
const ownerOf = (i: number, state: RequestState, enterprises: DemoOrganization[], random: Random): number => {
  if (state !== 'submitted') return 2 + ((i * 7) % (enterprises.length - 2));
  const near = enterprises.flatMap(({ centre }, place) => (centre === enterprises[0].centre ? [place] : []));
  return random.pick(near);
};

const openedAt = (plan: Plan, state: RequestState, guided: boolean, random: Random): Date => {
  if (guided) return workingTime(plan.today, -5, random.next());
  const [near, far] = { open: [2, 280], closed: [220, 1900], submitted: [1, 6] }[state];
  return workingTime(plan.today, -random.int(near, far), random.next());
};

const guidedContent = (plan: Plan): Partial<RequestContent> => ({
  ...GUIDED, fields: ['food-technology'], province: '92', budgetMax: 300_000_000, trlMin: 7, transferModes: [], deadline: dayText(new Date(plan.today.getTime() + 52 * DAY_MS)),
  quantities: [parseQuantity({ name: 'Năng suất', value: '2', unit: 'tấn/mẻ' })],
});

const contentOf = (plan: Plan, enterprise: DemoOrganization, anchor: OfferFacts, state: RequestState, i: number, random: Random): RequestContent => {
  const { family } = anchor;
  const size = family.size ? shownSize(family.size.values[anchor.size], family.size.unit) : null;
  const say = (word: Parameters<typeof spoken>[0]): string => spoken(word, enterprise.province, random);
  const slots: Slots = { h: say(family.heads[anchor.head]), t: say(family.targets[anchor.target]), s: size?.text ?? '', ward: wardOf(enterprise.province, random.below(500)) };
  slots['T'] = capitalised(slots['t']);
  const sentence = (list: readonly string[], salt: number): string => fill(list[(i + salt + Math.floor(i / list.length)) % list.length], slots, random);
  const [situations, wishes] = family.kind === 'equipment' ? [[...SITUATIONS, ...WORKSHOP_SITUATIONS], [...WISHES, ...WORKSHOP_WISHES]] : [SITUATIONS, WISHES];
  const method = fill(say(family.methods[anchor.method]), slots, random);
  const wanted = [`Chúng tôi cần ${slots['h']} ${slots['t']}${size ? ` cỡ ${size.text}` : ''}.`, random.chance(0.5) ? `Nghe nói loại ${method} hợp hơn, nhờ tư vấn thêm.` : ''];
  return {
    title: sentence(size ? NEED_TITLES : NEED_TITLES_PLAIN, 0), need: [sentence(situations, 0), ...wanted, sentence(wishes, 1), random.chance(0.5) ? sentence(wishes, 4) : ''].filter(Boolean).join(' '),
    lang: 'vi', fields: random.chance(0.85) ? [family.fields[0]] : [], province: enterprise.province,
    budgetMax: random.chance(0.8) ? budgetFor(anchor, random) : null, trlMin: random.chance(0.3) ? random.int(5, 8) : null, transferModes: [],
    deadline: state !== 'closed' && random.chance(0.6) ? dayText(new Date(plan.today.getTime() + random.int(20, 260) * DAY_MS)) : null,
    quantities: family.size && size && random.chance(0.7) ? [parseQuantity({ name: family.size.label, value: size.value, unit: size.unit })] : [],
  };
};

const budgetFor = ({ family, size }: OfferFacts, random: Random): number => {
  const million = family.size ? family.size.base * family.size.values[size] ** family.size.exponent : family.price[1];
  return Math.max(1_000_000, rounded(million * 1_000_000 * random.between(1, 1.8)));
};
