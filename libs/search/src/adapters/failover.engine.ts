import { type EngineName, type Hits, type OfferDocument, RefusedSearch, SearchEngine, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import { CircuitBreaker, Late, within } from './circuit-breaker.js';
import { assertCaughtUp } from './index-comparison.js';
import { WINDOW } from './meilisearch-plan.js';
import { PageSequences } from './page-sequences.js';
import { UnsettledChanges } from './unsettled-changes.js';

/** Whoever waits for a page gets one within 300 ms of a failure; the rest is the standby's. */
const SEARCH_MS = 200;
const FIRST_PROBE_MS = 500;
const LONGEST_PROBE_MS = 10_000;
const LATE_LIMIT = 3;
const WATCH_MS = 10_000;
/** So many probes ask what failed; later ones ask anything, for that search alone may be the fault. */
const SUSPECTED = 3;
/** Longer than this no change may wait unnoticed for the server. */
const LONG_BEHIND_MS = 60_000;
/** So much of the standby's order is looked at when it goes on where the server began. */
const SPAN = 1_000;

export interface FailoverListener {
  /** Told once for each change; `reason` says why the standby answers now. */
  changed(state: 'closed' | 'open', reason: Error | null): void;
  /** A search that the standby answered. */
  fellBack(why: 'open' | 'behind' | 'late' | 'failed' | 'refused'): void;
}

export interface FailoverOptions {
  listener: FailoverListener;
  searchMs?: number;
  firstProbeMs?: number;
  longestProbeMs?: number;
  watchMs?: number;
  /** How long a change may wait for the server while no other arrives either, and how long while others do. */
  graceMs?: number;
  longBehindMs?: number;
  now?: () => number;
}

/**
 * Asks one engine, and another in its place while that fails, is late or lacks something; a search then never fails for
 * want of a server. The first engine takes over again only when it answers in time and its index is caught up. A search that
 * it refuses as such is the other's, and no reason to give it up, nor is a change that it has yet to take.
 */
export class FailoverEngine extends SearchEngine {
  private readonly breaker: CircuitBreaker;
  private readonly sequences: PageSequences;
  private readonly unsettled: UnsettledChanges;
  private readonly searchMs: number;
  private readonly watchMs: number;
  private readonly longBehindMs: number;
  private readonly listener: FailoverListener;
  private watching: NodeJS.Timeout | undefined;
  /** The search that failed last, and how many probes have asked it. */
  private suspect: { query: SearchQuery; asked: number } | undefined;
  /** Why the changes made while a probe goes on are no longer watched. */
  private lostSight: Error | null = null;

  constructor(
    private readonly primary: SearchEngine,
    private readonly standby: SearchEngine,
    { listener, searchMs = SEARCH_MS, firstProbeMs = FIRST_PROBE_MS, longestProbeMs = LONGEST_PROBE_MS, watchMs = WATCH_MS, graceMs, longBehindMs = LONG_BEHIND_MS, now }: FailoverOptions,
  ) {
    super();
    this.searchMs = searchMs;
    this.watchMs = watchMs;
    this.longBehindMs = longBehindMs;
    this.listener = listener;
    this.sequences = new PageSequences(now);
    this.breaker = new CircuitBreaker({
      probe: () => this.probe(),
      firstDelayMs: firstProbeMs,
      longestDelayMs: longestProbeMs,
      lateLimit: LATE_LIMIT,
      onChange: (state, reason) => {
        // A probe compares everything.
        if (state === 'open') this.unsettled.forget();
        listener.changed(state, reason);
      },
    });
    this.unsettled = new UnsettledChanges(standby, primary, { graceMs, gaveUp: (reason) => this.loseSight(reason) });
  }

  get name(): EngineName {
    return this.primary.name;
  }

  override get trouble(): string | null {
    if (this.breaker.state === 'closed') return this.longBehind;
    const reason = this.breaker.reason?.message ?? 'It has not been looked at yet.';
    return `The embedded engine answers instead of ${this.name}: ${reason}`;
  }

  private get longBehind(): string | null {
    if (this.unsettled.oldestMs < this.longBehindMs) return null;
    return `The embedded engine answers instead of ${this.name}, which has not taken a change for ${Math.round(this.unsettled.oldestMs / 1_000)} s; ${this.unsettled.size} changes wait.`;
  }

  override begin(): void {
    this.breaker.begin();
    this.watching ??= setInterval(() => void this.watch(), this.watchMs).unref();
  }

  override async search(query: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult> {
    return (await this.searchPrimary(query, foreseen)) ?? this.searchStandby(query);
  }

  /** Until the server has these changes too, the standby answers: what is approved is found at once, and what is withdrawn is not. */
  override changed(ids: readonly string[]): void {
    // What changes during a probe is not in what the probe compares.
    if (this.breaker.state !== 'open') this.unsettled.add(ids);
  }

  /** They need another index, which may lack what has changed since it was last in use: it is looked at before it is asked. */
  override synonymsChanged(): void {
    this.loseSight(new Error('Other synonyms need another index.'));
  }

  private loseSight(reason: Error): void {
    this.lostSight = reason;
    this.breaker.failed(reason);
  }

  private async searchPrimary(query: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult | null> {
    if (this.breaker.state !== 'closed') {
      this.listener.fellBack('open');
      return null;
    }
    if (this.unsettled.size > 0) {
      this.listener.fellBack('behind');
      return this.searchStandby(query, true);
    }
    try {
      const result = await this.inSequence(query, this.primary.name, (asked) => this.askPrimary(asked, asked === query ? foreseen : undefined), true);
      this.breaker.succeeded();
      return result;
    } catch (error) {
      this.noteFailure(query, error as Error);
      return null;
    }
  }

  private searchStandby(query: SearchQuery, bothWell = false): Promise<SearchResult> {
    return this.inSequence(query, this.standby.name, (asked) => this.standby.search(asked), bothWell);
  }

  private noteFailure(query: SearchQuery, error: Error): void {
    if (error instanceof RefusedSearch) return this.listener.fellBack('refused');
    this.suspect = { query, asked: 0 };
    this.listener.fellBack(error instanceof Late ? 'late' : 'failed');
    this.breaker.failed(error);
  }

  private askPrimary(query: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult> {
    return within(this.searchMs, this.primary.search(query, foreseen));
  }

  /** While both are well they take turns all the time; then a first page begins anew, and only later ones keep to what was shown. */
  private async inSequence(query: SearchQuery, engine: EngineName, search: Search, bothWell = false): Promise<SearchResult> {
    // A mere count shows no place.
    if (query.limit === 0) return search(query);
    if (bothWell && query.offset === 0) return this.beginAnew(query, engine, search);
    const begun = this.sequences.begunByAnother(query, engine);
    if (begun) return this.goOn(query, begun, search);
    const result = await search(query);
    this.sequences.note(query, engine, result.ids);
    return result;
  }

  private async beginAnew(query: SearchQuery, engine: EngineName, search: Search): Promise<SearchResult> {
    const result = await search(query);
    // Of so many finds both show the same order (decision 0030), and each may go on with the other's pages.
    const orderOf = result.total > WINDOW ? engine : this.primary.name;
    // Who pages on through an outage that has begun meanwhile keeps his places.
    if (this.breaker.state === 'closed' && this.sequences.begunByAnother(query, orderOf)) this.sequences.begin(query, orderOf, result.ids);
    else this.sequences.note(query, orderOf, result.ids);
    return result;
  }

  /** The places that were shown, then what this engine finds beside them. */
  private async goOn(query: SearchQuery, begun: readonly string[], search: Search): Promise<SearchResult> {
    const { offset, limit } = query;
    const result = await search({ ...query, offset: 0, limit: Math.max(SPAN, offset + limit) });
    const shown = new Set(begun);
    const places = [...begun, ...result.ids.filter((id) => !shown.has(id))];
    this.sequences.goOn(query, places.slice(0, Math.max(begun.length, offset + limit)));
    // Of what was shown, an offer may fit the query no longer; only an answer that holds all finds can tell.
    if (result.total > result.ids.length) return { ...result, ids: places.slice(offset, offset + limit), isContinued: true };
    const found = new Set(result.ids);
    const fits = (id: string): boolean => found.has(id);
    // On a first page what follows fills the gap; a later one goes on from the places as they were shown.
    const page = offset === 0 ? places.filter(fits).slice(0, limit) : places.slice(offset, offset + limit).filter(fits);
    return { ...result, ids: page, isContinued: true };
  }

  /** Throws the reason why the first engine may not be asked. */
  private async probe(): Promise<void> {
    const { suspect } = this;
    this.lostSight = null;
    const query = suspect && suspect.asked++ < SUSPECTED ? suspect.query : ANYTHING;
    await this.askPrimary(query);
    await this.assertCaughtUp();
    await this.askPrimary(query);
    this.assertInSight();
    if (this.suspect === suspect) this.suspect = undefined;
  }

  private assertInSight(): void {
    if (this.lostSight) throw this.lostSight;
  }

  private assertCaughtUp(): Promise<void> {
    return assertCaughtUp(() => this.standby.versions(), () => this.primary.versions());
  }

  /** A server may have been put back to an older state without a failed search. */
  private async watch(): Promise<void> {
    if (this.breaker.state !== 'closed') return;
    try {
      if ((await this.primary.size()) !== (await this.standby.size())) await this.assertCaughtUp();
    } catch (error) {
      this.breaker.failed(error as Error);
    }
  }

  /** The standby learns first: its vocabulary is what both read queries by. */
  override async put(docs: OfferDocument[]): Promise<void> {
    await this.standby.put(docs);
    await this.primary.put(docs);
  }

  override async remove(ids: string[]): Promise<void> {
    await this.standby.remove(ids);
    await this.primary.remove(ids);
  }

  override versions(): Promise<Map<string, number>> {
    return this.primary.versions();
  }

  override versionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    return this.primary.versionsOf(ids);
  }

  override size(): Promise<number> {
    return this.primary.size();
  }

  override async close(): Promise<void> {
    clearInterval(this.watching);
    this.breaker.end();
    this.unsettled.forget();
    await this.primary.close();
    await this.standby.close();
  }
}

type Search = (query: SearchQuery) => Promise<SearchResult>;

const ANYTHING: SearchQuery = { q: '', filters: {}, sort: 'newest', offset: 0, limit: 1, facets: [], exact: false };
