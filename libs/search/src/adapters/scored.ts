/** What a query found, and how its finds are ordered. */
export interface Scored {
  /** Holds until the next query. */
  matches: Int32Array;
  /** What has the accents that were typed is above what has not; then the greater total decides. Both hold until the next query. */
  tier: (number: number) => number;
  total: (number: number) => number;
  relaxed: boolean;
  /** How much of the weight of all words an offer has at least that lacks some, 0..1, unless it has most of them in its title. */
  coverage: number;
  /** Some offer has every word. */
  complete: boolean;
  /** Some offer has every word in its title or beside its neighbour: what was typed is surely what was meant. */
  clear: boolean;
  /** Offers count that have only most of the words, in their titles. */
  partly: boolean;
  /** Some offer that has every word names in its title what the query is about. */
  named: boolean;
}

/** Better first; zero when equal. */
export const byTierAndTotal = ({ tier, total }: Scored) => (a: number, b: number): number => tier(b) - tier(a) || total(b) - total(a);
