import { Injectable } from '@nestjs/common';
import { Database, type Lang, type Reader } from '@app/platform';
import type { LoggedQuery } from '../domain/logged-query.js';

export interface SearchCounts {
  searches: number;
  withoutResult: number;
  /** Found something, but nothing that has all words. */
  relaxed: number;
  corrected: number;
  successful: number;
}

export interface CountedQuery extends LoggedQuery, SearchCounts {
  lang: Lang;
  /** Address blocks that asked for this form on the day so far: at least so many. */
  askers: number;
}

/** A form in which a query was typed, and how often it found something so. */
export interface SuccessfulQuery extends LoggedQuery {
  searches: number;
}

/** What a form must have itself. */
export interface LeastAsked {
  /** Different hours, */
  hours: number;
  /** searches, */
  searches: number;
  /** and on one of the days different address blocks. */
  askers: number;
}

/** One query of a period, under the form in which it was typed most often. */
export interface QueryFigures extends SearchCounts {
  query: string;
  lastSearchedAt: Date;
}

export interface QueryPeriod {
  from: Date;
  /** Not included. */
  to: Date;
  /** `none`: only queries that at least once found nothing, or nothing with all words, by how often; `partial`: only the latter. */
  result: 'any' | 'none' | 'partial';
}

const FORMS = `
  select query, typed, sum(searches)::int as searches, sum(without_result)::int as without_result, sum(relaxed)::int as relaxed,
    sum(corrected)::int as corrected, sum(successful)::int as successful, max(hour) as hour
  from search_query_bucket where hour >= $1 and hour < $2 group by query, typed`;

const QUERIES = `
  select query as folded, (array_agg(typed order by searches desc, typed))[1] as typed, sum(searches)::int as searches, sum(without_result)::int as "withoutResult",
    sum(relaxed)::int as relaxed, sum(corrected)::int as corrected, sum(successful)::int as successful, max(hour) as "lastSearchedAt"
  from (${FORMS}) as form group by form.query`;

const FIGURES = 'typed as query, searches, "withoutResult", relaxed, corrected, successful, "lastSearchedAt"';

const MEASURE: Record<QueryPeriod['result'], string> = { any: 'searches', none: '"withoutResult" + relaxed', partial: 'relaxed' };

/** Every statement over the query log. */
@Injectable()
export class SearchQueryRepository {
  constructor(private readonly database: Database) {}

  /** Adds to an hour; a form of a query may stand in `rows` once. Of the askers, whom each process counts for itself, the most are kept. */
  async add(hour: Date, rows: readonly CountedQuery[]): Promise<void> {
    const column = <K extends keyof CountedQuery>(name: K): CountedQuery[K][] => rows.map((row) => row[name]);
    await this.database.query(
      `insert into search_query_bucket as b (hour, query, typed, lang, searches, without_result, relaxed, corrected, successful, askers)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[])
       on conflict (hour, query, typed, lang) do update set searches = b.searches + excluded.searches,
         without_result = b.without_result + excluded.without_result, relaxed = b.relaxed + excluded.relaxed,
         corrected = b.corrected + excluded.corrected, successful = b.successful + excluded.successful,
         askers = greatest(b.askers, excluded.askers)`,
      [
        hour, column('query'), column('typed'), column('lang'), column('searches'), column('withoutResult'), column('relaxed'),
        column('corrected'), column('successful'), column('askers'),
      ],
    );
  }

  /** Queries of a period with their figures, most frequent first, without those that the log knows of one hour only. */
  async list(db: Reader, { from, to, result }: QueryPeriod, offset: number, limit: number): Promise<{ items: QueryFigures[]; total: number }> {
    const measure = MEASURE[result];
    const where = `where ${measure} > 0 and exists (select from search_query_bucket b where b.query = q.folded and b.hour <> q."lastSearchedAt")`;
    const items = await db.query<QueryFigures>(`select ${FIGURES} from (${QUERIES}) as q ${where} order by ${measure} desc, typed limit $3 offset $4`, [from, to, limit, offset]);
    const [{ total }] = await db.query<{ total: number }>(`select count(*)::int as total from (${QUERIES}) as q ${where}`, [from, to]);
    return { items, total };
  }

  /** Forms that found something as typed, often enough since then, most frequent first. */
  async successful(db: Reader, since: Date, { hours, searches, askers }: LeastAsked, limit: number): Promise<SuccessfulQuery[]> {
    return db.query(
      `select query, typed, sum(successful)::int as searches from search_query_bucket where hour >= $1 and successful > 0
       group by query, typed having count(distinct hour) >= $2 and sum(successful) >= $3 and max(askers) >= $4
       order by 3 desc, typed limit $5`,
      [since, hours, searches, askers, limit],
    );
  }
}
