import type { BulkConnection } from '@app/connections';
import type { Catalogue, OfferFacts } from './catalogue.js';
import type { DemoRequest } from './demand.js';
import type { DemoOrganization } from './organizations.js';
import { type Plan, workingTime } from './plan.js';
import { Random } from './random.js';

export interface DemoConnection {
  connection: Omit<BulkConnection, 'supplyCentreId' | 'demandCentreId' | 'openedBy'>;
  offer: OfferFacts;
  buyer: DemoOrganization;
  firstSide: 'supply' | 'demand';
}

const DAY_MS = 86_400_000;
const OUTCOMES = [['contract', 22], ['purchase', 26], ['trial', 20], ['cooperation', 12], ['talking', 12], ['not-agreed', 8]] as const;
const WORTH: Record<string, [number, number]> = { contract: [80, 2_400], purchase: [30, 900], cooperation: [50, 1_200] };

/**
 * The connections of the past: `plan.connected` enterprises have one that both sides confirmed, some of them a second one, and a
 * few still wait. The demo accounts' organizations have no part in any of them.
 */
export const connectionsOf = (plan: Plan, catalogue: Catalogue, enterprises: DemoOrganization[], requests: DemoRequest[]): DemoConnection[] => {
  const solved = new Map(requests.filter((r) => r.outcome === 'solved-here').map((r) => [r.enterprise.id, r]));
  const buyers = enterprises.slice(2);
  const first = buyers.slice(0, plan.connected);
  const second = first.filter((_buyer, i) => i % 7 === 3);
  const waiting = buyers.slice(plan.connected).filter((_buyer, i) => i % 2 === 0);
  return [
    ...first.map((buyer, i) => connectionOf(plan, catalogue, buyer, solved.get(buyer.id) ?? null, i, true)),
    ...second.map((buyer, i) => connectionOf(plan, catalogue, buyer, null, first.length + i, true)),
    ...waiting.map((buyer, i) => connectionOf(plan, catalogue, buyer, null, first.length + second.length + i, false)),
  ];
};

const connectionOf = (plan: Plan, catalogue: Catalogue, buyer: DemoOrganization, solved: DemoRequest | null, i: number, confirmed: boolean): DemoConnection => {
  const random = new Random(plan.seed, 'connection', i);
  // An answered need was answered by what it was made from, unless a demo account sells that, or it came too late.
  const request = solved && isFree(solved.anchor, plan, catalogue) ? solved : null;
  const offer = request?.anchor ?? freeOffer(plan, catalogue, random);
  const earliest = Math.max(offer.at.getTime(), request?.at.getTime() ?? 0);
  const openedAt = later(plan, earliest, random, confirmed ? null : 20);
  const confirmedAt = confirmed ? new Date(Math.min(openedAt.getTime() + random.int(1, 18) * DAY_MS, plan.today.getTime() - DAY_MS / 2)) : null;
  const concludedAt = confirmedAt && random.chance(0.62) ? new Date(confirmedAt.getTime() + random.int(20, 150) * DAY_MS) : null;
  const concluded = concludedAt !== null && concludedAt < plan.today;
  const enquired = request === null && random.chance(0.6);
  return {
    offer, buyer, firstSide: random.pick(['supply', 'demand'] as const),
    connection: {
      id: random.id(openedAt), offerId: offer.id, requestId: request?.id ?? null, matchId: null, supplierId: offer.supplier.id, buyerId: buyer.id, openedAt, confirmedAt, concludedAt: concluded ? concludedAt : null,
      state: concluded ? 'concluded' : confirmed ? 'confirmed' : enquired ? 'enquired' : 'introduced', outcome: concluded ? outcomeOf(random) : null,
      message: { side: enquired ? 'demand' : 'centre', text: random.pick(enquired ? QUESTIONS : INTRODUCTIONS) }, version: 1 + (confirmed ? 2 : 0) + (concluded ? 1 : 0),
    },
  };
};

const QUESTIONS = [
  'Cho hỏi giá đã gồm lắp đặt chưa, và bao lâu giao được?', 'Bên tôi muốn xem máy chạy thật trước khi đặt, xem ở đâu?', 'Loại này sửa ở miền Tây được không, phụ tùng có sẵn không?', 'Xin bảng báo giá và điều kiện thanh toán.',
  'Nguyên liệu bên tôi hơi khác, có thử mẫu giúp được không?', 'Nếu chuyển giao cả quy trình thì phí thế nào?',
];
const INTRODUCTIONS = [
  'Trung tâm thấy nhu cầu và chào bán này hợp nhau, xin giới thiệu hai bên trao đổi trực tiếp.', 'Đã trao đổi với cả hai bên qua điện thoại; mời xác nhận để trung tâm theo dõi tiếp.', 'Hai bên ở gần nhau, nên hẹn xem tại xưởng trong tuần này.', 'Trung tâm mời hai bên dự buổi trình diễn sắp tới và chốt mẫu thử.',
];

const later = (plan: Plan, earliest: number, random: Random, within: number | null): Date => {
  const latest = plan.today.getTime() - 4 * DAY_MS;
  const from = within === null ? earliest : Math.max(earliest, latest - within * DAY_MS);
  const at = workingTime(new Date(from + random.next() ** 2 * Math.max(0, latest - from)), 1, random.next());
  return at;
};

/** Supplier@ and supplier2@ have connections of their own making only; the newest offers had no time yet. */
const isFree = (offer: OfferFacts, plan: Plan, catalogue: Catalogue): boolean =>
  !catalogue.suppliers.slice(0, 2).includes(offer.supplier) && offer.at.getTime() < plan.today.getTime() - 10 * DAY_MS;

const freeOffer = (plan: Plan, catalogue: Catalogue, random: Random): OfferFacts => {
  for (let tries = 0; ; tries++) {
    const offer = catalogue.facts(random.below(catalogue.size));
    if (isFree(offer, plan, catalogue) || tries > 200) return offer;
  }
};

const outcomeOf = (random: Random): NonNullable<BulkConnection['outcome']> => {
  const outcome = random.weighted(OUTCOMES);
  const worth = WORTH[outcome];
  if (!worth) return { outcome, valueMin: null, valueMax: null };
  const value = Math.round(Math.exp(random.between(Math.log(worth[0]), Math.log(worth[1])))) * 1_000_000;
  return { outcome, valueMin: value, valueMax: value };
};
