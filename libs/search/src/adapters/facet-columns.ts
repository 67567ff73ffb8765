import type { FacetCount, FacetName, OfferFilters, OfferTraits } from '../ports/search-engine.port.js';
import { Growable } from './growable.js';

/** What filters by range and what sorts, per document. */
export interface OfferFacts {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly centreId: string;
  readonly trl: number | null;
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly publishedAt: number;
}

const VALUES: Readonly<Record<FacetName, (doc: OfferTraits) => readonly string[]>> = {
  field: (doc) => doc.fields,
  kind: (doc) => [doc.kind],
  province: (doc) => (doc.province === null ? [] : [doc.province]),
  supplier: (doc) => [doc.supplierId],
  trl: (doc) => (doc.trl === null ? [] : [String(doc.trl)]),
  transferMode: (doc) => doc.transferModes,
  condition: (doc) => (doc.condition === null ? [] : [doc.condition]),
  readyToTransfer: (doc) => [String(doc.readyToTransfer)],
};
export const FACETS = Object.keys(VALUES) as FacetName[];

/** Numbers of documents. */
export type Numbers = ArrayLike<number>;

/** Values of one facet as numbers: each document's lie together in `values`, from `starts[n]` to `starts[n + 1]`. */
class FacetColumn {
  readonly names: string[] = [];
  private readonly ordinals = new Map<string, number>();
  private readonly starts = new Growable(new Int32Array(64));
  private readonly values = new Growable(new Int32Array(64));

  add(number: number, names: readonly string[]): void {
    let at = this.starts.values[number] ?? 0;
    for (const name of new Set(names)) this.values.set(at++, this.ordinalOf(name));
    this.starts.set(number + 1, at);
  }

  namesOf(number: number): string[] {
    const [starts, values] = [this.starts.values, this.values.values];
    return Array.from(values.subarray(starts[number], starts[number + 1]), (ordinal) => this.names[ordinal]);
  }

  /** Ordinals of the wanted values; an unknown value is simply nobody's. */
  wanted(names: readonly string[]): Uint8Array {
    const set = new Uint8Array(this.names.length);
    for (const name of names) {
      const ordinal = this.ordinals.get(name);
      if (ordinal !== undefined) set[ordinal] = 1;
    }
    return set;
  }

  holds(number: number, wanted: Uint8Array): boolean {
    const [starts, values] = [this.starts.values, this.values.values];
    for (let at = starts[number]; at < starts[number + 1]; at++) if (wanted[values[at]] === 1) return true;
    return false;
  }

  tally(number: number, counts: Int32Array): void {
    const [starts, values] = [this.starts.values, this.values.values];
    for (let at = starts[number]; at < starts[number + 1]; at++) counts[values[at]]++;
  }

  tallyAll(numbers: Numbers, counts: Int32Array): void {
    const [starts, values] = [this.starts.values, this.values.values];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i];
      for (let at = starts[number]; at < starts[number + 1]; at++) counts[values[at]]++;
    }
  }

  private ordinalOf(name: string): number {
    const known = this.ordinals.get(name);
    if (known !== undefined) return known;
    this.ordinals.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** `missed` says which facet's filter a document fails: none, exactly one, or more than can be shown anywhere. */
type Missed = FacetName | 'none' | 'out';

export class FacetColumns {
  private readonly columns = Object.fromEntries(FACETS.map((facet) => [facet, new FacetColumn()])) as Record<
    FacetName,
    FacetColumn
  >;

  add(number: number, doc: OfferTraits): OfferFacts {
    for (const facet of FACETS) this.columns[facet].add(number, VALUES[facet](doc));
    const { id, version, title, centreId, trl, priceMin, priceMax, publishedAt } = doc;
    return { id, version, title, centreId, trl, priceMin, priceMax, publishedAt };
  }

  /** Takes a document's values over from other columns. */
  copy(number: number, from: FacetColumns, its: number): void {
    for (const facet of FACETS) this.columns[facet].add(number, from.columns[facet].namesOf(its));
  }

  /**
   * Parts matches by the filters in one pass. Each facet is counted without its own filter: a document that fails
   * exactly one facet's filter counts for that facet only.
   */
  select(
    matches: Numbers,
    facts: readonly OfferFacts[],
    filters: OfferFilters,
    facets: readonly FacetName[],
  ): { kept: Numbers; facets: Partial<Record<FacetName, FacetCount[]>> } {
    const counts = facets.map((facet) => new Int32Array(this.columns[facet].names.length));
    const kept = isFiltering(filters) ? this.sift(matches, this.compile(filters, facts), facets, counts) : matches;
    if (kept === matches) facets.forEach((facet, i) => this.columns[facet].tallyAll(matches, counts[i]));
    return { kept, facets: Object.fromEntries(facets.map((facet, i) => [facet, this.table(facet, counts[i])])) };
  }

  private sift(matches: Numbers, missedBy: (number: number) => Missed, facets: readonly FacetName[], counts: readonly Int32Array[]): number[] {
    const kept: number[] = [];
    for (let at = 0; at < matches.length; at++) {
      const number = matches[at];
      const missed = missedBy(number);
      if (missed === 'out') continue;
      if (missed === 'none') kept.push(number);
      facets.forEach((facet, i) => {
        if (missed === 'none' || missed === facet) this.columns[facet].tally(number, counts[i]);
      });
    }
    return kept;
  }

  private table(facet: FacetName, counts: Int32Array): FacetCount[] {
    return this.columns[facet].names
      .map((value, ordinal) => ({ value, count: counts[ordinal] }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private compile(filters: OfferFilters, facts: readonly OfferFacts[]): (number: number) => Missed {
    const tests: { facet: FacetName; keeps: (number: number) => boolean }[] = [];
    const addSet = (facet: FacetName, names: readonly string[] | undefined): void => {
      if (!names?.length) return;
      const column = this.columns[facet];
      const wanted = column.wanted(names);
      tests.push({ facet, keeps: (number) => column.holds(number, wanted) });
    };
    for (const facet of ['kind', 'field', 'province', 'supplier', 'transferMode', 'condition'] as const) {
      addSet(facet, filters[facet]);
    }
    if (filters.readyToTransfer !== undefined) addSet('readyToTransfer', [String(filters.readyToTransfer)]);
    const { trlMin, trlMax } = filters;
    if (trlMin !== undefined || trlMax !== undefined) {
      tests.push({ facet: 'trl', keeps: (number) => within(facts[number].trl, trlMin, trlMax) });
    }
    return (number) => {
      if (!keepsBase(facts[number], filters)) return 'out';
      let missed: Missed = 'none';
      for (const test of tests) {
        if (test.keeps(number)) continue;
        if (missed !== 'none') return 'out';
        missed = test.facet;
      }
      return missed;
    };
  }
}

const isFiltering = (filters: OfferFilters): boolean => Object.values(filters).some((value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0));

const within = (value: number | null, min = -Infinity, max = Infinity): boolean =>
  value !== null && value >= min && value <= max;

/** Filters that no facet shows. */
function keepsBase(fact: OfferFacts, { centre, priceMin, priceMax }: OfferFilters): boolean {
  if (centre?.length && !centre.includes(fact.centreId)) return false;
  if (priceMax !== undefined && !within(fact.priceMin, undefined, priceMax)) return false;
  return priceMin === undefined || within(fact.priceMax ?? fact.priceMin, priceMin);
}
