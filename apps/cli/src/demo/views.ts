import type { BulkViews } from '@app/statistics';
import type { OfferFacts } from './catalogue.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** When people in Vietnam look, from 7 to 22 o'clock. */
const HOURS = [[7, 4], [8, 9], [9, 12], [10, 11], [11, 6], [13, 7], [14, 10], [15, 11], [16, 8], [19, 8], [20, 10], [21, 9], [22, 4]] as const;

/** Gives every offer its share of the floor's views, so that all of them add up to the plan's figure. */
export class ViewShares {
  private readonly total: number;
  private given = 0;
  private passed = 0;

  constructor(
    private readonly plan: Plan,
    private readonly ageOf: (index: number) => number,
  ) {
    let total = 0;
    for (let i = 0; i < plan.size; i++) total += this.weight(i);
    this.total = total;
  }

  /** Call it once for each offer, in order. */
  next(index: number): number {
    this.passed += this.weight(index);
    const upTo = index === this.plan.size - 1 ? this.plan.views : Math.floor((this.plan.views * this.passed) / this.total);
    const own = upTo - this.given;
    this.given = upTo;
    return own;
  }

  // A few offers are looked at ten times as often as most, and old ones have had more time.
  private weight(index: number): number {
    const random = new Random(this.plan.seed, 'views', index);
    return Math.exp(random.between(0, 1.4) + random.between(0, 1.4)) * (0.2 + this.ageOf(index));
  }
}

/** Views of one offer in hours since it was published. */
export const viewBuckets = ({ id, index, at }: OfferFacts, views: number, plan: Plan): BulkViews[] => {
  const random = new Random(plan.seed, 'hours', index);
  const days = Math.floor((plan.today.getTime() - at.getTime()) / HOUR_MS / DAY_HOURS);
  const midnight = plan.today.getTime();
  const count = Math.min(plan.buckets, views);
  const hours = new Map<number, number>();
  for (let n = 0; n < count; n++) {
    const own = Math.floor((views * (n + 1)) / count) - Math.floor((views * n) / count);
    // Every view lies after the publication and before today.
    const drawn = midnight - (1 + random.below(Math.max(1, days))) * DAY_HOURS * HOUR_MS + random.weighted(HOURS) * HOUR_MS;
    const hour = Math.max(drawn, Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);
    hours.set(hour, (hours.get(hour) ?? 0) + own);
  }
  return [...hours].map(([hour, n]) => ({ offerId: id, hour: new Date(hour), views: n }));
};
