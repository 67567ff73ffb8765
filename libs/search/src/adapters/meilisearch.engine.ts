import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import type { Lexicon } from '../domain/understanding/lexicon.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import { asksForAll, understoodOf, withNamedLimits } from '../domain/understanding/asked.js';
import { understand, type UnderstoodQuery } from '../domain/understanding/understand.js';
import { type Hits, RefusedSearch, SearchEngine, type FacetCount, type FacetName, type OfferDocument, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import type { ForeseenSearch } from './embedded.engine.js';
import type { HeldRanking } from './held-ranking.js';
import { FailedCall, toldOf } from './meilisearch-client.js';
import { anyOf, preferredFilter } from './meilisearch-filter.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { type Condition, MeilisearchPlan, WINDOW } from './meilisearch-plan.js';

/** What the engine reads a query against; both engines share it, so that they understand alike. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly synonyms: Synonyms;
  /** What the process's own index makes of the search; its filters are those that the text names, too. */
  foresee(likely: UnderstoodQuery, asked: SearchQuery): Promise<ForeseenSearch>;
}

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

  override async search(asked: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult> {
    const likely = this.read(asked);
    const query = withNamedLimits(asked, likely);
    const wide = withWindow(query, likely);
    const foresee = async (): Promise<ForeseenSearch> => {
      const search = await this.vocabulary.foresee(likely, query);
      foreseen?.(search.hits);
      return search;
    };
    const { understood, found, ranking } = await this.find(wide, likely, foresee).catch(toldApart);
    const { ids, total, facets, relaxed } = found;
    return {
      engine: this.name,
      ids: wide === query || !ranking ? ids : pageOf(query, ids, ranking),
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
    // Idle connections keep no process from its end.
  }

  private async using<T>(work: (index: MeilisearchIndex) => Promise<T>): Promise<T> {
    return work(new MeilisearchIndex(this.client, await this.indexName(), this.vocabulary.synonyms)).catch((error: unknown) => {
      throw toldOf(error);
    });
  }

  private read({ q, exact }: SearchQuery): UnderstoodQuery {
    return understand(q, this.vocabulary.lexicon, exact, this.vocabulary.synonyms);
  }

  /**
   * What finds no offer clearly is read once more, with more doubt, as in the embedded engine. The process's own index tells while the
   * server works on the first reading, so that the second is not asked for after the first but beside it.
   */
  private async find(
    query: SearchQuery,
    likely: UnderstoodQuery,
    foresee: () => Promise<ForeseenSearch>,
  ): Promise<{ understood: UnderstoodQuery; found: Found; ranking?: HeldRanking | null }> {
    if (likely.groups.length === 0 && !asksForAll(query, likely)) return { understood: likely, found: nothing(query) };
    const uid = await this.indexName();
    const planOf = (read: UnderstoodQuery): MeilisearchPlan => new MeilisearchPlan(uid, query, read, this.vocabulary.lexicon);
    const plan = planOf(likely);
    const first = plan.mayFindEvery ? begun(this.findEvery(plan, plan.every, query, likely, plan.ahead, plan.clear)) : null;
    if (first && likely.groups.length === 0) return { understood: likely, found: (await first)?.found ?? nothing(query) };
    const { understood, complete, partly, named, coverage, ranking } = await foresee();
    const doubted = planOf(understood);
    const findSome = once(() => this.findSome(doubted, query, coverage, understood.groups.length > 1));
    const findMore = once(async () => {
      const more = [doubted.titled, partly ? plan.mostlyTitled(!named) : null].flatMap((words) => words ?? []);
      if (more.length === 0) return null;
      const ahead = partly ? anyOf(more) : preferredFilter(likely.groups);
      const every = await this.findEvery(plan, anyOf([plan.every, ...more].flatMap((words) => words ?? [])), query, likely, ahead);
      return every && { ...every.found, relaxed: every.found.relaxed || partly };
    });
    if (!first || !complete) void findSome();
    else if (understood !== likely) void findMore();
    const every = await first;
    if (!every) return { understood, found: await findSome(), ranking };
    if (understood === likely || every.titled) return { understood: likely, found: every.found, ranking };
    return { understood, found: (await findMore()) ?? every.found, ranking };
  }

  /**
   * Offers that hold every word, and whether some meet `clear`, where that is asked; null when there is none even without filters.
   * By relevance those that meet `ahead` come first, so that hundreds of others leave them their places in the window.
   */
  private async findEvery(
    plan: MeilisearchPlan,
    words: Condition,
    query: SearchQuery,
    { groups }: UnderstoodQuery,
    ahead: Condition,
    clear: Condition = null,
  ): Promise<{ found: Found; titled: boolean } | null> {
    const preferred = query.sort === 'relevance' ? ahead : null;
    const { offset, limit } = query;
    const first = plan.hits(words, offset, limit, preferred);
    const others = preferred === null ? [] : [plan.hits(words, 0, offset === 0 ? limit : 0, `NOT (${preferred})`)];
    const control = plan.hasFilters && words !== null ? [plan.unfiltered(words)] : [];
    const own = plan.ownFacets(words);
    const inTitles = clear === null ? [] : [plan.unfiltered(clear)];
    // The server answers the queries of one call one after another: those for hits and those that count take about as long.
    const [[exact, other], [counts, ...rest]] = await Promise.all([this.ask([first, ...others]), this.ask([plan.counts(words), ...own, ...inTitles, ...control])]);
    const total = counts.estimatedTotalHits;
    if (words !== null && (control.length > 0 ? rest.at(-1)!.estimatedTotalHits : total) === 0) return null;
    const ids = exact.hits.map(({ id }) => id);
    if (preferred !== null && ids.length < limit) ids.push(...(await this.behind(plan, words, preferred, query, exact, other)));
    const titled = inTitles.length > 0 && rest[own.length].estimatedTotalHits > 0;
    const relaxed = groups.some((group) => !group.required);
    return { found: { total, facets: facetsOf(query.facets, [counts, ...rest.slice(0, own.length)]), ids, relaxed }, titled };
  }

  /** What follows the preferred offers on this page. */
  private async behind(plan: MeilisearchPlan, words: Condition, preferred: string, query: SearchQuery, exact: Answer, first: Answer): Promise<string[]> {
    const { offset, limit } = query;
    const room = limit - exact.hits.length;
    if (offset === 0) return first.hits.slice(0, room).map(({ id }) => id);
    const from = Math.max(0, offset - exact.estimatedTotalHits);
    const [more] = await this.ask([plan.hits(words, from, room, `NOT (${preferred})`)]);
    return more.hits.map(({ id }) => id);
  }

  /** Offers that hold so much of the words' weight, else any of them. */
  private async findSome(plan: MeilisearchPlan, query: SearchQuery, coverage: number, relaxed: boolean): Promise<Found> {
    const { enough, any } = plan.relaxed(coverage);
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
      this.client.multiSearch<{ queries: MultiSearchQuery[]; federation: typeof federation }, { id: string }>({ queries: plan.relaxedHits(words, some.estimatedTotalHits > WINDOW), federation }),
    ]);
    return { total: answers[0].estimatedTotalHits, facets: facetsOf(query.facets, answers), ids: merged.hits.map(({ id }) => id), relaxed };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<Answer[]> {
    const { results } = await this.client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries });
    return results as Answer[];
  }
}

/** What may fail before anybody waits for it. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

const once = <T>(begin: () => Promise<T>): (() => Promise<T>) => {
  let work: Promise<T> | undefined;
  return () => (work ??= begun(begin()));
};

/** What the server says of a search that it will never answer; any other failure is its own. */
const REFUSAL = /^(invalid_(multi_)?search_|payload_too_large$)/;

const toldApart = (error: unknown): never => {
  const told = toldOf(error);
  if (told instanceof FailedCall && REFUSAL.test(told.code ?? '')) throw new RefusedSearch(told.message, { cause: told });
  throw told;
};

/** A page of the server's first hits, of which those in the window are ranked anew. */
function pageOf({ offset, limit }: SearchQuery, first: readonly string[], ranking: HeldRanking): string[] {
  return [...ranking.ranked(first.slice(0, WINDOW)), ...first.slice(WINDOW)].slice(offset, offset + limit);
}

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
