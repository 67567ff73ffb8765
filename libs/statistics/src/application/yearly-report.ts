import { Injectable } from '@nestjs/common';
import { OFFERS_IMPORTED } from '@app/catalog/events.js';
import { Clock, Database, defineErrors } from '@app/platform';
import { REQUESTS_IMPORTED } from '@app/requests/events.js';
import { YEARLY_FIGURES, type YearlyFigureDefinition } from '../domain/yearly-figures.js';

const reportErrors = defineErrors('statistics', {
  no_such_year: { kind: 'invalid', vi: 'Năm "{year}" không hợp lệ hoặc chưa tới.', en: 'The year "{year}" is not valid, or has not begun.' },
});

export interface YearlyFigure {
  name: string;
  vi: string;
  en: string;
  /** Within the year. */
  year: number;
  /** From the beginning to the end of the year. */
  total: number;
  /** The event types to ask the log for. */
  types: readonly string[];
}

export interface YearlyReportView {
  year: number;
  /** The year in Viet Nam, as moments. */
  from: string;
  to: string;
  /** When it was computed; a year that is not over yet is counted up to then. */
  asOf: string;
  isComplete: boolean;
  figures: YearlyFigure[];
}

type Facts = { sql: string; params: unknown[] };

const FIRST_YEAR = 2000;
const APPROVED = 'catalog.offer_approved.v1';
const REQUEST_OPENED = 'requests.request_opened.v1';

/** Figures of one year that stand up to an audit: each is computed from the event log and names the events it comes from. */
@Injectable()
export class YearlyReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `statistics.no_such_year`. */
  async of(year: number): Promise<YearlyReportView> {
    const now = this.clock.now();
    const [from, end] = [year, year + 1].map((y) => new Date(`${y}-01-01T00:00:00+07:00`));
    if (!Number.isInteger(year) || year < FIRST_YEAR || from > now) throw reportErrors.no_such_year({ year });
    const to = end < now ? end : now;
    const figures: YearlyFigure[] = [];
    figures.push(await this.count({ name: 'offersPublished', vi: 'Chào bán lên sàn', en: 'Offers published', types: [APPROVED, OFFERS_IMPORTED] }, together(APPROVED, OFFERS_IMPORTED, 'offerIds'), from, to));
    figures.push(await this.count({ name: 'requestsOpened', vi: 'Nhu cầu được mở', en: 'Requests opened', types: [REQUEST_OPENED, REQUESTS_IMPORTED] }, together(REQUEST_OPENED, REQUESTS_IMPORTED, 'requestIds'), from, to));
    for (const definition of YEARLY_FIGURES) figures.push(await this.count(definition, factsOf(definition), from, to));
    figures.push(await this.views(from, to));
    return { year, from: from.toISOString(), to: end.toISOString(), asOf: now.toISOString(), isComplete: end <= now, figures };
  }

  /** Each key counts once, at its first time: a figure of several years is the sum of theirs. */
  private async count({ name, vi, en, types }: Pick<YearlyFigureDefinition, 'name' | 'vi' | 'en' | 'types'>, facts: Facts, from: Date, to: Date): Promise<YearlyFigure> {
    const [row] = await this.database.query<{ year: number; total: number }>(
      `select count(*) filter (where first >= $1)::int as year, count(*)::int as total
       from (select key, min(at) as first from (${facts.sql}) as fact where at < $2 group by key) as counted`,
      [from, to, ...facts.params],
    );
    return { name, vi, en, ...row, types };
  }

  /** Views are hour buckets, which are their own log. */
  private async views(from: Date, to: Date): Promise<YearlyFigure> {
    const [row] = await this.database.query<{ year: string; total: string }>(
      'select coalesce(sum(views) filter (where hour >= $1), 0) as year, coalesce(sum(views), 0) as total from view_bucket where hour < $2',
      [from, to],
    );
    return { name: 'views', vi: 'Lượt khai thác chào bán', en: 'Views of offers', year: Number(row.year), total: Number(row.total), types: [] };
  }
}

/** What came one by one and what an import brought, as one. */
const together = (one: string, many: string, list: string): Facts => ({
  sql: `select e.subject::text as key, e.at from event e where e.type = $3
        union all select m.id as key, e.at from event e cross join lateral jsonb_array_elements_text(e.data->$5) as m(id) where e.type = $4`,
  params: [one, many, list],
});

const factsOf = ({ types, per, where = {} }: YearlyFigureDefinition): Facts => {
  const condition = 'e.type = any($3::text[]) and e.data @> $4::jsonb';
  const params = [types, JSON.stringify(where)];
  if (per === 'event' || per === 'subject') return { sql: `select e.${per === 'event' ? 'id' : 'subject'}::text as key, e.at from event e where ${condition}`, params };
  if ('data' in per) return { sql: `select e.data->>$5 as key, e.at from event e where ${condition}`, params: [...params, per.data] };
  return { sql: `select m.id as key, e.at from event e cross join lateral jsonb_array_elements_text(e.data->$5) as m(id) where ${condition}`, params: [...params, per.list] };
};
