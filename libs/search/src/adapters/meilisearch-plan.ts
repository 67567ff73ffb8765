import type { MultiSearchQuery } from 'meilisearch';
import type { Lexicon } from '../domain/understanding/lexicon.js';
import { weightOfGroup } from '../domain/understanding/bound-words.js';
import type { QueryGroup, UnderstoodQuery } from '../domain/understanding/understand.js';
import type { FacetName, SearchQuery, SortOrder } from '../ports/search-engine.port.js';
import { ANCHOR } from './meilisearch-document.js';
import { allOf, anyOf, filterConditions, groupFilter, markFilters, preferredFilter, titleFilter } from './meilisearch-filter.js';
import { wordCode } from './meilisearch-terms.js';
import { LEAST_TITLED, mostGuesses } from './word-shares.js';

/** So many of the server's first hits are put in the order of the embedded engine, whichever page is asked for. */
export const WINDOW = 200;
/** The server reads ten words of a query; the anchor is one of them. */
const MOST_WORDS = 9;
const MOST_RELAXED_GROUPS = 8;
/** Ranks by the server lie between 0 and 1. */
const AHEAD = 100;
/** Of more words with marks, the first are asked for. */
const MOST_MARKS = 6;

const SORTS: Readonly<Record<Exclude<SortOrder, 'relevance'>, string[]>> = {
  newest: ['publishedAt:desc', 'id:asc'],
  priceAsc: ['priceMin:asc', 'id:asc'],
  priceDesc: ['priceMin:desc', 'id:asc'],
  title: ['titleKey:asc', 'id:asc'],
};

export type Condition = string | null;

const joined = (...conditions: readonly Condition[]): { filter?: string } => {
  const given = conditions.filter((condition) => condition !== null && condition !== '').map((condition) => `(${condition})`);
  return given.length === 0 ? {} : { filter: allOf(given) };
};

/** Makes the server's queries for one search of ours: the words decide by a filter, the text only ranks. */
export class MeilisearchPlan {
  private readonly groups: readonly QueryGroup[];
  private readonly subject: readonly QueryGroup[];
  private readonly conditions: Map<FacetName | 'other', string>;
  private readonly filters: string;

  constructor(
    private readonly indexUid: string,
    private readonly query: SearchQuery,
    { groups, subject }: Pick<UnderstoodQuery, 'groups' | 'subject'>,
    private readonly lexicon: Lexicon,
  ) {
    this.groups = groups;
    this.subject = subject.map((at) => groups[at]);
    this.conditions = filterConditions(query.filters);
    this.filters = allOf([...this.conditions.values()].map((condition) => `(${condition})`));
  }

  /** Whether some offer may have every word. */
  get mayFindEvery(): boolean {
    const required = this.groups.filter((group) => group.required);
    return this.groups.length === 0 || (required.length > 0 && required.every(({ alternatives }) => alternatives.length > 0));
  }

  /** Every group that an offer must have; null without words. */
  get every(): Condition {
    const required = this.groups.filter((group) => group.required);
    return required.length === 0 ? null : allOf(required.map(groupFilter));
  }

  /** Which finds are to come first by relevance, so that they have their places in the window; null where all have room in it. */
  get ahead(): Condition {
    return this.mostFinds <= WINDOW ? null : (preferredFilter(this.groups) ?? this.titled);
  }

  /** More offers than this cannot have every group. */
  private get mostFinds(): number {
    const required = this.groups.filter((group) => group.required);
    return Math.min(this.lexicon.documents, ...required.map((group) => mostHolding(group, this.lexicon)));
  }

  /** Offers whose titles have all of them, few only by a guess; null when none can. */
  get titled(): Condition {
    if (this.groups.length === 0 || this.groups.some(({ alternatives }) => alternatives.length === 0)) return null;
    return fewGuessed(this.groups.map(titlePart), mostGuesses(this.groups));
  }

  /** Of these, those that have half of the words with marks in the marks that were typed, as in the embedded engine. */
  get clear(): Condition {
    const { titled } = this;
    const marks = markFilters(this.groups).slice(0, MOST_MARKS);
    if (titled === null || marks.length === 0) return titled;
    const halves = setsOf([...marks.keys()], Math.ceil(marks.length / 2)).map((set) => allOf(set.map((at) => `(${marks[at]})`)));
    return allOf([`(${titled})`, anyOf(halves)]);
  }

  /** Offers whose titles have the heavier part of the words, of which those that say what the query is about may count twice; null when none can. */
  mostlyTitled(twice: boolean): Condition {
    const groups = this.known();
    return groups.length === 0 ? null : this.enough(groups, groups.map(titleFilter), LEAST_TITLED, twice ? this.subject : []);
  }

  /** How many there are and the facets whose own filter is not set. */
  counts(words: Condition): MultiSearchQuery {
    const facets = this.query.facets.filter((facet) => !this.conditions.has(facet));
    return { indexUid: this.indexUid, q: '', limit: 0, facets, ...joined(words, this.filters) };
  }

  /** One query for each facet whose own filter is set, without that filter. */
  ownFacets(words: Condition): MultiSearchQuery[] {
    return this.query.facets
      .filter((facet) => this.conditions.has(facet))
      .map((facet) => {
        const others = [...this.conditions].filter(([name]) => name !== facet).map(([, condition]) => condition);
        return { indexUid: this.indexUid, q: '', limit: 0, facets: [facet], ...joined(words, ...others) };
      });
  }

  get hasFilters(): boolean {
    return this.conditions.size > 0;
  }

  /** How many the words find without filters. */
  unfiltered(words: Condition): MultiSearchQuery {
    return { indexUid: this.indexUid, q: '', limit: 0, ...joined(words) };
  }

  /** The offers themselves, from `offset` in the order asked for. `more` parts exact accents from the others. */
  hits(words: Condition, offset: number, limit: number, more: Condition = null): MultiSearchQuery {
    const base = { indexUid: this.indexUid, offset, limit, attributesToRetrieve: ['id'], ...joined(words, this.filters, more) };
    if (this.query.sort !== 'relevance') return { ...base, q: '', sort: SORTS[this.query.sort] };
    if (this.groups.length === 0) return { ...base, q: '', sort: SORTS.newest };
    return { ...base, q: this.text(heaviest(this.groups, this.lexicon, MOST_WORDS)), matchingStrategy: 'last' };
  }

  /** For words that no offer has together: so much of their weight, or most of it in titles; and any of them. */
  relaxed(coverage: number): { enough: Condition; any: Condition } {
    const groups = this.known();
    if (groups.length === 0) return { enough: null, any: null };
    const filters = groups.map(groupFilter);
    const any = anyOf(filters);
    // Nothing is asked of an offer when the own index knows of none.
    return { enough: coverage > 0 ? anyOf([this.enough(groups, filters, coverage), this.mostlyTitled(true)!]) : any, any };
  }

  /**
   * The same text once per group, each time with another group last, which is the first that may miss. Of more than have room in the
   * window, those that have most of the words in their titles come first.
   */
  relaxedHits(words: Condition, areMany: boolean): (MultiSearchQuery & { federationOptions: { weight: number } })[] {
    const groups = this.known();
    const masses = groups.map((group) => this.mass(group));
    const all = masses.reduce((sum, mass) => sum + mass, 0);
    const hits = (order: readonly QueryGroup[], weight: number, more: Condition = null) => ({
      indexUid: this.indexUid,
      q: this.text(order),
      matchingStrategy: 'last' as const,
      attributesToRetrieve: ['id'],
      ...joined(words, this.filters, more),
      federationOptions: { weight },
    });
    const each = groups.map((group, at) => hits([...groups.filter((_, i) => i !== at), group], 1 - masses[at] / (2 * all)));
    return areMany ? [...each, hits(groups, AHEAD, this.mostlyTitled(true))] : each;
  }

  private enough(groups: readonly QueryGroup[], filters: readonly string[], share: number, twice: readonly QueryGroup[] = []): string {
    const masses = groups.map((group) => this.mass(group));
    return anyOf(enoughOf(masses, share, twice.map((group) => groups.indexOf(group))).map((set) => allOf(set.map((at) => filters[at]))));
  }

  private known(): QueryGroup[] {
    return heaviest(this.groups.filter(({ alternatives }) => alternatives.length > 0), this.lexicon, MOST_RELAXED_GROUPS);
  }

  private mass(group: QueryGroup): number {
    return group.share * weightOfGroup(group, this.lexicon);
  }

  private text(groups: readonly QueryGroup[]): string {
    // The server forgives the last words first: those that may have been meant otherwise.
    const sure = groups.filter((group) => !isGuess(group));
    const words = [...sure, ...groups.filter(isGuess)].flatMap(({ alternatives }) => alternatives[0]?.words ?? []);
    return [ANCHOR, ...words.slice(0, MOST_WORDS).map(wordCode)].join(' ');
  }
}

const isGuess = ({ alternatives, required }: QueryGroup): boolean => !required || alternatives.slice(1).some(({ equal }) => !equal);

function mostHolding({ alternatives }: QueryGroup, lexicon: Lexicon): number {
  const holding = alternatives.map(({ words, form }) => (form === null ? Math.min(...words.map((word) => lexicon.df(word))) : lexicon.exactDf(form)));
  return holding.reduce((sum, count) => sum + count, 0);
}

/** The groups that weigh most, in the order of the query. */
function heaviest(groups: readonly QueryGroup[], lexicon: Lexicon, count: number): QueryGroup[] {
  if (groups.length <= count) return [...groups];
  const weighed = groups.map((group) => ({ group, mass: weightOfGroup(group, lexicon) })).sort((a, b) => b.mass - a.mass);
  const kept = new Set(weighed.slice(0, count).map(({ group }) => group));
  return groups.filter((group) => kept.has(group));
}

/** Sets of so many of these, or the only one of fewer. */
function setsOf(from: readonly number[], count: number): number[][] {
  if (count === 0 || from.length <= count) return [[...from].slice(0, count)];
  return from.flatMap((first, at) => setsOf(from.slice(at + 1), count - 1).filter((rest) => rest.length === count - 1).map((rest) => [first, ...rest]));
}

/** One group as a title must have it; `likely` without guesses, null when there are only such. */
interface TitlePart {
  whole: string;
  likely: Condition;
}

function titlePart(group: QueryGroup): TitlePart {
  const whole = titleFilter(group);
  const likely = group.alternatives.filter(({ guess }) => !guess);
  if (likely.length === group.alternatives.length) return { whole, likely: whole };
  return { whole, likely: likely.length === 0 ? null : titleFilter({ ...group, alternatives: likely }) };
}

const isGuessed = ({ whole, likely }: TitlePart): boolean => whole !== likely;

/** All of these, at most so many by a guess; null when that cannot be. By halves: to list each choice of guesses made megabytes of a long query. */
function fewGuessed(parts: readonly TitlePart[], most: number): Condition {
  const doubtful = parts.filter(isGuessed);
  if (doubtful.length <= most) return allOf(parts.map(({ whole }) => whole));
  if (most === 0) return doubtful.some(({ likely }) => likely === null) ? null : allOf(parts.map(({ likely }) => likely!));
  const [left, right] = [doubtful.slice(0, doubtful.length >> 1), doubtful.slice(doubtful.length >> 1)];
  const ways = Array.from({ length: most + 1 }, (_, atLeft) => atLeft)
    .filter((atLeft) => atLeft <= left.length && most - atLeft <= right.length)
    .flatMap((atLeft) => both(fewGuessed(left, atLeft), fewGuessed(right, most - atLeft)) ?? []);
  if (ways.length === 0) return null;
  return allOf([...parts.filter((part) => !isGuessed(part)).map(({ whole }) => whole), anyOf(ways)]);
}

const both = (first: Condition, second: Condition): Condition => (first === null || second === null ? null : `${first} AND ${second}`);

/** The smallest sets of groups that together have such a share of the weight; these count twice where a set has them all. */
function enoughOf(masses: readonly number[], share: number, twice: readonly number[]): number[][] {
  const sumOf = (set: readonly number[]): number => set.reduce((sum, at) => sum + (masses[at] ?? 0), 0);
  const least = share * masses.reduce((sum, mass) => sum + mass, 0);
  const massOf = (set: readonly number[]): number => sumOf(set) + (twice.every((at) => set.includes(at)) ? sumOf(twice) : 0);
  const found: number[][] = [];
  for (let bits = 1; bits < 1 << masses.length; bits++) {
    const set = masses.flatMap((_, at) => (bits & (1 << at) ? [at] : []));
    if (massOf(set) >= least && set.every((at) => massOf(set.filter((other) => other !== at)) < least)) found.push(set);
  }
  return found;
}
