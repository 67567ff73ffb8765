import { type Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch';
import type { Lexicon } from '../domain/understanding/lexicon.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import { asksForAll, understoodOf, withNamedLimits } from '../domain/understanding/asked.js';
import { understand, type UnderstoodQuery } from '../domain/understanding/understand.js';
import { RefusedSearch, SearchEngine, type FacetCount, type FacetName, type OfferDocument, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import { anyOf, preferredFilter } from './meilisearch-filter.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { type Condition, MeilisearchPlan } from './meilisearch-plan.js';

/** What the engine reads a query against; both engines share it, so that they understand alike. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly synonyms: Synonyms;
  /** Whether some offer has every word of a query in its title or beside its neighbour. */
  isClear(understood: UnderstoodQuery): boolean;
  /** These offers in the order of the embedded engine; what it does not find comes last, in the order given. */
  ranked(ids: readonly string[], likely: UnderstoodQuery, asked: SearchQuery): Promise<string[]>;
}

/** So many of the server's first hits are put in the order of the embedded engine, whichever page is asked for. */
const WINDOW = 200;

interface Answer {
  hits: { id: string }[];
  estimatedTotalHits: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

interface Found {
  total: number;
  facets: SearchResult['facets'];
  ids: string[];
  relaxed: boolean;
}

/** Searches a Meilisearch index whose name is asked for each time, since other synonyms need another index. */
export class MeilisearchEngine extends SearchEngine {
  readonly name = 'meilisearch';

  constructor(
    private readonly client: Meilisearch,
    private readonly indexName: () => Promise<string>,
    private readonly vocabulary: Vocabulary,
  ) {
    super();
  }

  override put(docs: OfferDocument[]): Promise<void> {
    return this.using((index) => index.put(docs));
  }

  override remove(ids: string[]): Promise<void> {
    return this.using((index) => index.remove(ids));
  }

  override async search(asked: SearchQuery): Promise<SearchResult> {
    const likely = this.read(asked, false);
    const query = withNamedLimits(asked, likely);
    const wide = withWindow(query, likely);
    const { understood, found } = await this.find(wide, likely).catch(toldApart);
    const { ids, total, facets, relaxed } = found;
    return {
      engine: this.name,
      ids: wide === query ? ids : await this.pageOf(query, ids, likely),
      total,
      facets,
      understood: understoodOf(understood, relaxed),
      highlight: understood.highlight,
    };
  }

  override versions(): Promise<Map<string, number>> {
    return this.using((index) => index.versions());
  }

  override versionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    return this.using((index) => index.versionsOf(ids));
  }

  override size(): Promise<number> {
    return this.using((index) => index.size());
  }

  override async close(): Promise<void> {
    // Nothing is held open: the client opens a request at a time.
  }

  /** A page of the server's first hits, of which those in the window are ranked anew. */
  private async pageOf(query: SearchQuery, first: readonly string[], likely: UnderstoodQuery): Promise<string[]> {
    const ranked = await this.vocabulary.ranked(first.slice(0, WINDOW), likely, query);
    return [...ranked, ...first.slice(WINDOW)].slice(query.offset, query.offset + query.limit);
  }

  private async using<T>(work: (index: MeilisearchIndex) => Promise<T>): Promise<T> {
    return work(new MeilisearchIndex(this.client, await this.indexName(), this.vocabulary.synonyms));
  }

  private read({ q, exact }: SearchQuery, doubting: boolean): UnderstoodQuery {
    return understand(q, this.vocabulary.lexicon, exact, this.vocabulary.synonyms, undefined, doubting);
  }

  /** What finds no offer clearly is read once more, with more doubt, as in the embedded engine. */
  private async find(query: SearchQuery, likely: UnderstoodQuery): Promise<{ understood: UnderstoodQuery; found: Found }> {
    if (likely.groups.length === 0 && !asksForAll(query, likely)) return { understood: likely, found: nothing(query) };
    const uid = await this.indexName();
    const planOf = ({ groups }: UnderstoodQuery): MeilisearchPlan => new MeilisearchPlan(uid, query, groups, this.vocabulary.lexicon);
    const plan = planOf(likely);
    const every = plan.mayFindEvery ? await this.findEvery(plan, plan.every, query, likely) : null;
    const isSure = query.exact || query.sure === true || every?.titled === true;
    if (every && (isSure || likely.groups.length === 0 || this.vocabulary.isClear(likely))) return { understood: likely, found: every.found };
    const understood = isSure ? likely : this.read(query, true);
    const doubted = isSure ? plan : planOf(understood);
    if (!every) return { understood, found: await this.findSome(doubted, query, understood.groups.length > 1) };
    const more = doubted.titled === null ? null : await this.findEvery(plan, anyOf([plan.every, doubted.titled].flatMap((words) => words ?? [])), query, likely);
    return { understood, found: more?.found ?? every.found };
  }

  /** Offers that hold every word, and whether there are some that do so in their titles; null when there is none even without filters. */
  private async findEvery(plan: MeilisearchPlan, words: Condition, query: SearchQuery, { groups }: UnderstoodQuery): Promise<{ found: Found; titled: boolean } | null> {
    const preferred = query.sort === 'relevance' ? preferredFilter(groups) : null;
    const { offset, limit } = query;
    const first = plan.hits(words, offset, limit, preferred);
    const others = preferred === null ? [] : [plan.hits(words, 0, offset === 0 ? limit : 0, `NOT (${preferred})`)];
    const control = plan.hasFilters && words !== null ? [plan.unfiltered(words)] : [];
    const own = plan.ownFacets(words);
    const inTitles = plan.titled === null ? [] : [plan.unfiltered(plan.titled)];
    const [counts, exact, ...rest] = await this.ask([plan.counts(words), first, ...own, ...others, ...inTitles, ...control]);
    const total = counts.estimatedTotalHits;
    if (words !== null && (control.length > 0 ? rest.at(-1)!.estimatedTotalHits : total) === 0) return null;
    const ids = exact.hits.map(({ id }) => id);
    if (preferred !== null && ids.length < limit) ids.push(...(await this.behind(plan, words, preferred, query, exact, rest[own.length])));
    const titled = inTitles.length > 0 && rest[own.length + others.length].estimatedTotalHits > 0;
    const relaxed = groups.some((group) => !group.required);
    return { found: { total, facets: facetsOf(query.facets, [counts, ...rest.slice(0, own.length)]), ids, relaxed }, titled };
  }

  /** What follows the offers with exact accents on this page. */
  private async behind(plan: MeilisearchPlan, words: Condition, preferred: string, query: SearchQuery, exact: Answer, first: Answer): Promise<string[]> {
    const { offset, limit } = query;
    const room = limit - exact.hits.length;
    if (offset === 0) return first.hits.slice(0, room).map(({ id }) => id);
    const from = Math.max(0, offset - exact.estimatedTotalHits);
    const [more] = await this.ask([plan.hits(words, from, room, `NOT (${preferred})`)]);
    return more.hits.map(({ id }) => id);
  }

  /** Offers that hold the heavier part of the words, else any of them. */
  private async findSome(plan: MeilisearchPlan, query: SearchQuery, relaxed: boolean): Promise<Found> {
    const { enough, any } = plan.relaxed();
    if (enough === null) return { ...nothing(query), relaxed };
    const [some] = await this.ask([plan.unfiltered(enough)]);
    const words = some.estimatedTotalHits > 0 ? enough : any;
    const queries = [plan.counts(words), ...plan.ownFacets(words)];
    if (query.sort !== 'relevance') {
      const [hits, ...answers] = await this.ask([plan.hits(words, query.offset, query.limit), ...queries]);
      return { total: answers[0].estimatedTotalHits, facets: facetsOf(query.facets, answers), ids: hits.hits.map(({ id }) => id), relaxed };
    }
    const federation = { offset: query.offset, limit: query.limit };
    const [answers, merged] = await Promise.all([
      this.ask(queries),
      this.client.multiSearch<{ queries: MultiSearchQuery[]; federation: typeof federation }, { id: string }>({ queries: plan.relaxedHits(words), federation }),
    ]);
    return { total: answers[0].estimatedTotalHits, facets: facetsOf(query.facets, answers), ids: merged.hits.map(({ id }) => id), relaxed };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<Answer[]> {
    const { results } = await this.client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries });
    return results as Answer[];
  }
}

/** What the server says of a search that it will never answer; any other failure is its own. */
const REFUSAL = /^(invalid_(multi_)?search_|payload_too_large$)/;

const toldApart = (error: unknown): never => {
  if (error instanceof MeilisearchApiError && REFUSAL.test(error.cause?.code ?? '')) throw new RefusedSearch(error.message, { cause: error });
  throw error;
};

/** A page that touches the window is cut out of the whole window, so that pages neither repeat nor skip. */
function withWindow(query: SearchQuery, { groups }: UnderstoodQuery): SearchQuery {
  const { sort, offset, limit } = query;
  if (sort !== 'relevance' || groups.length === 0 || limit === 0 || offset >= WINDOW) return query;
  return { ...query, offset: 0, limit: Math.max(WINDOW, offset + limit) };
}

const nothing = ({ facets }: SearchQuery): Found => ({
  total: 0,
  facets: Object.fromEntries(facets.map((facet) => [facet, []])),
  ids: [],
  relaxed: false,
});

/** The most frequent value first, then by name, as the embedded engine gives them. */
function facetsOf(facets: readonly FacetName[], answers: readonly Answer[]): SearchResult['facets'] {
  const tables = new Map<string, FacetCount[]>();
  for (const { facetDistribution } of answers) {
    for (const [facet, values] of Object.entries(facetDistribution ?? {})) {
      const counts = Object.entries(values).map(([value, count]) => ({ value, count }));
      tables.set(facet, counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
    }
  }
  return Object.fromEntries(facets.map((facet) => [facet, tables.get(facet) ?? []]));
}
