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
  select (array_agg(typed order by searches desc, typed))[1] as query, sum(searches)::int as searches, sum(without_result)::int as "withoutResult",
    sum(relaxed)::int as relaxed, sum(corrected)::int as corrected, sum(successful)::int as successful, max(hour) as "lastSearchedAt"
  from (${FORMS}) as form group by form.query`;

const MEASURE: Record<QueryPeriod['result'], string> = { any: 'searches', none: '"withoutResult" + relaxed', partial: 'relaxed' };

/** Every statement over the query log. */
@Injectable()
export class SearchQueryRepository {
  constructor(private readonly database: Database) {}

  /** Adds to an hour; a form of a query may stand in `rows` once. */
  async add(hour: Date, rows: readonly CountedQuery[]): Promise<void> {
    const column = <K extends keyof CountedQuery>(name: K): CountedQuery[K][] => rows.map((row) => row[name]);
    await this.database.query(
      `insert into search_query_bucket as b (hour, query, typed, lang, searches, without_result, relaxed, corrected, successful)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
       on conflict (hour, query, typed, lang) do update set searches = b.searches + excluded.searches,
         without_result = b.without_result + excluded.without_result, relaxed = b.relaxed + excluded.relaxed,
         corrected = b.corrected + excluded.corrected, successful = b.successful + excluded.successful`,
      [
        hour, column('query'), column('typed'), column('lang'), column('searches'), column('withoutResult'), column('relaxed'),
        column('corrected'), column('successful'),
      ],
    );
  }

  /** Queries of a period with their figures, most frequent first. */
  async list(db: Reader, { from, to, result }: QueryPeriod, offset: number, limit: number): Promise<{ items: QueryFigures[]; total: number }> {
    const measure = MEASURE[result];
    const where = `where ${measure} > 0`;
    const items = await db.query<QueryFigures>(`select * from (${QUERIES}) as q ${where} order by ${measure} desc, query limit $3 offset $4`, [from, to, limit, offset]);
    const [{ total }] = await db.query<{ total: number }>(`select count(*)::int as total from (${QUERIES}) as q ${where}`, [from, to]);
    return { items, total };
  }

  /** Queries that found something as typed in at least so many different hours and searches since then, most frequent first. */
  async successful(db: Reader, since: Date, minHours: number, minSearches: number, limit: number): Promise<{ query: string; searches: number }[]> {
    return db.query(
      `select (array_agg(typed order by searches desc, typed))[1] as query, sum(searches)::int as searches
       from (
         select query, typed, sum(successful)::int as searches from search_query_bucket where hour >= $1 and successful > 0 group by query, typed
       ) as form
       group by form.query
       having sum(searches) >= $3
         and (select count(distinct hour) from search_query_bucket b where b.query = form.query and b.hour >= $1 and b.successful > 0) >= $2
       order by 2 desc, 1 limit $4`,
      [since, minHours, minSearches, limit],
    );
  }
}
