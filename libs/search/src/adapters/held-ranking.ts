import type { OfferFacts } from './facet-columns.js';
import { orderBy } from './ordering.js';
import type { Scored } from './scored.js';

/** What a query found and in which order, for use after the index has turned to other queries or has changed. */
export class HeldRanking {
  private readonly numbers: Int32Array;
  private readonly tiers: Uint8Array;
  private readonly totals: Float64Array;

  constructor(
    { matches, tier, total }: Scored,
    private readonly facts: readonly OfferFacts[],
  ) {
    this.numbers = matches.slice();
    this.tiers = new Uint8Array(matches.length);
    this.totals = new Float64Array(matches.length);
    // `from` with a callback takes six times as long for 100,000 matches.
    for (let i = 0; i < matches.length; i++) {
      this.tiers[i] = tier(matches[i]);
      this.totals[i] = total(matches[i]);
    }
  }

  /** These offers in the order of relevance; what was not found comes last, in the order given. */
  ranked(ids: readonly string[]): string[] {
    const { numbers, tiers, totals, facts } = this;
    const given = new Set(ids);
    const places: number[] = [];
    for (let place = 0; place < numbers.length; place++) if (given.has(facts[numbers[place]].id)) places.push(place);
    const newest = orderBy('newest', facts, null);
    places.sort((a, b) => tiers[b] - tiers[a] || totals[b] - totals[a] || newest(numbers[a], numbers[b]));
    const ranked = places.map((place) => facts[numbers[place]].id);
    const known = new Set(ranked);
    return [...ranked, ...ids.filter((id) => !known.has(id))];
  }
}
