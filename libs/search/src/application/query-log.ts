import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Caller, Clock, Database, HourBuckets, isCounted, type Lang, Logger, offsetOf, type Page, pageOf, type PageRequest } from '@app/platform';
import { type CountedQuery, type LeastAsked, type QueryFigures, type QueryPeriod, type SearchCounts, SearchQueryRepository, type SuccessfulQuery } from '../data/search-query.repository.js';
import { loggedQuery } from '../domain/logged-query.js';
import type { OfferSearchQuery } from '../http/offer-search.dto.js';
import { AskerCounts } from './asker-counts.js';

const KEPT_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Days that successful queries are taken from. */
const REMEMBERED_DAYS = 90;
const LISTED_DAYS = 30;
const MOST_SUCCESSFUL = 5_000;

/** What the log needs to know of an answer. */
interface Answered {
  total: number;
  understood: { query: string; corrected: string; relaxed: boolean };
}

const COUNTS = ['searches', 'withoutResult', 'relaxed', 'corrected', 'successful'] as const satisfies readonly (keyof SearchCounts)[];

/**
 * The log of what is searched for, by the hour and without who asked. A search counts when its words are first asked of
 * the whole catalogue: a filter, another page or another order is the same search, and what a filter leaves says
 * nothing of the words. Of one address block each process counts a query once an hour.
 */
@Injectable()
export class QueryLog implements OnApplicationShutdown {
  private readonly buckets: HourBuckets<CountedQuery>;
  private readonly ofHour: AskerCounts;
  private readonly ofDay: AskerCounts;
  private readonly kept = new Map<string, { at: number; queries: Promise<SuccessfulQuery[]> }>();

  constructor(
    private readonly database: Database,
    private readonly queries: SearchQueryRepository,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.ofHour = new AskerCounts(clock, HOUR_MS);
    this.ofDay = new AskerCounts(clock, DAY_MS);
    this.buckets = new HourBuckets(clock, logger, {
      name: 'searches',
      keyOf: ({ query, typed, lang }) => [query, typed, lang].join('\n'),
      sum: (a, b) => ({ ...a, ...Object.fromEntries(COUNTS.map((name) => [name, a[name] + b[name]])), askers: Math.max(a.askers, b.askers) }),
      write: (hour, rows) => queries.add(hour, rows),
    });
  }

  /** Counts a search, unless staff or a machine asked or its text holds what the log never keeps (`loggedQuery`). */
  count(asked: OfferSearchQuery, answered: Answered, lang: Lang, caller: Caller): void {
    if (!isCounted(caller) || !isFirstAsked(asked)) return;
    const logged = loggedQuery(asked.q ?? '');
    if (!logged || !this.ofHour.note(logged.query, caller.addressBlock).isFirst) return;
    const { total, understood } = answered;
    const [isCorrected, isRelaxed] = [understood.corrected !== understood.query, understood.relaxed && total > 0];
    this.buckets.add({
      ...logged,
      lang,
      askers: this.ofDay.note(logged.typed, caller.addressBlock).askers,
      searches: 1,
      withoutResult: Number(total === 0),
      relaxed: Number(isRelaxed),
      corrected: Number(isCorrected),
      successful: Number(total > 0 && !isRelaxed && !isCorrected),
    });
  }

  /**
   * Queries of a period (the last 30 days), those of the last seconds left out: all, or those that failed. What was asked in one hour only, as far
   * as the log reaches, is not among them: it may be what one person looked for once, a name too.
   */
  async list({ from, to = this.clock.now(), result }: Partial<QueryPeriod> & Pick<QueryPeriod, 'result'>, request: PageRequest): Promise<Page<QueryFigures>> {
    const period = { from: from ?? new Date(to.getTime() - LISTED_DAYS * DAY_MS), to, result };
    const { items, total } = await this.queries.list(this.database, period, offsetOf(request), request.size);
    return pageOf(items, total, request);
  }

  /**
   * What others searched for with success in the last 90 days, each form as it was typed for itself and the most frequent first.
   * Read at most every ten minutes.
   */
  successfulQueries(least: LeastAsked): Promise<SuccessfulQuery[]> {
    const now = this.clock.now().getTime();
    const key = JSON.stringify(least);
    const held = this.kept.get(key);
    if (held && now - held.at < KEPT_MS && now >= held.at) return held.queries;
    const queries = this.queries.successful(this.database, new Date(now - REMEMBERED_DAYS * DAY_MS), least, MOST_SUCCESSFUL);
    queries.catch(() => this.kept.delete(key));
    this.kept.set(key, { at: now, queries });
    return queries;
  }

  flush(): Promise<void> {
    return this.buckets.flush();
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }
}

/** Names that do not change what is asked. */
const NEUTRAL = new Set(['q', 'page', 'size', 'facets', 'lang']);

const isFirstAsked = (asked: OfferSearchQuery): boolean =>
  asked.page === 1 && !asked.cursor && Object.entries(asked).every(([name, value]) => NEUTRAL.has(name) || value === undefined);
