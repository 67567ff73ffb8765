import type { BulkOffer, OfferContent } from '@app/catalog';
import { Catalogue, type OfferFacts } from './catalogue.js';
import { contentOf } from './offer-content.js';
import { type DemoSupplier, OWN_CENTRE } from './organizations.js';
import { type Plan, workingTime } from './plan.js';
import { Random } from './random.js';

export interface UnpublishedOffer {
  id: string;
  code: string;
  supplier: DemoSupplier;
  content: OfferContent;
  state: Exclude<BulkOffer['state'], 'approved'>;
  at: Date;
  returnReason?: string;
}

const RETURN_REASON = 'Xin ghi rõ năng suất đo với loại nguyên liệu nào, và bổ sung giá có gồm lắp đặt hay không.';
/** By supplier (0 and 1 are those of the demo accounts, others any of the own centre) and state. */
const WANTED: [supplier: 0 | 1 | null, state: UnpublishedOffer['state'], count: number][] = [
  [0, 'submitted', 2], [1, 'submitted', 1], [null, 'submitted', 5], [0, 'draft', 2], [0, 'returned', 1], [1, 'draft', 1],
];
const POOL = 600;

/** Offers that are not on the floor: what waits for review in the own centre, drafts, and one that came back with a reason. */
export const unpublishedOffers = (plan: Plan, suppliers: DemoSupplier[]): UnpublishedOffer[] => {
  const pool = new Catalogue({ ...plan, size: POOL, seed: plan.seed + 7_001, ready: 0 }, suppliers);
  let next = 1;
  const take = (wanted: 0 | 1 | null): OfferFacts => {
    while (next < POOL) {
      const facts = pool.facts(next++);
      const place = suppliers.indexOf(facts.supplier);
      if (wanted === null ? place > 1 && facts.supplier.centre === OWN_CENTRE : place === wanted) return facts;
    }
    // A small floor may have no other supplier in the own centre.
    return { ...pool.facts(1), supplier: suppliers[wanted ?? 1] };
  };
  return WANTED.flatMap(([wanted, state, count]) =>
    Array.from({ length: count }, (_unused, i) => {
      const facts = take(wanted);
      const random = new Random(plan.seed, 'unpublished', state, String(wanted), i);
      const at = workingTime(plan.today, -random.int(1, 6), random.next());
      const content = contentOf(facts, { ...plan, seed: plan.seed + 7_001 });
      return { id: random.id(at), code: `${facts.supplier.abbreviation}-M${state.charAt(0)}${i + 1}${wanted ?? facts.index}`, supplier: facts.supplier, content, state, at, ...(state === 'returned' ? { returnReason: RETURN_REASON } : {}) };
    }),
  );
};
