import { Actor, type Caller, Clock, Logger } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { OfferSearchQuery, QueryLog, SearchModule } from '@app/search';
import { SearchQueryRepository } from '../data/search-query.repository.js';

let floor: TestFloor;
let log: QueryLog;
beforeAll(async () => {
  floor = await bootContext({ imports: [SearchModule] });
  log = floor.get(QueryLog);
});
afterAll(() => floor?.close());
beforeEach(async () => {
  await log.flush();
  await floor.database.query('truncate search_query_bucket');
});

const BROWSER = 'Mozilla/5.0';
const asked = (over: Partial<OfferSearchQuery>): OfferSearchQuery => Object.assign(new OfferSearchQuery(), over);
const answer = (over: { total?: number; corrected?: string; relaxed?: boolean } = {}) => ({
  total: over.total ?? 3,
  understood: { query: 'q', corrected: over.corrected ?? 'q', relaxed: over.relaxed ?? false },
});
/** Another visitor each time, unless said otherwise. */
let visitors = 0;
const caller = (over: Partial<Caller> = {}): Caller => ({ actor: Actor.visitor(), userAgent: BROWSER, addressBlock: `10.0.0.${visitors++}`, ...over });
const search = (q: string, over: Parameters<typeof answer>[0] = {}, by: Partial<Caller> = {}): void => log.count(asked({ q }), answer(over), 'vi', caller(by));
const at = (hour: string): void => floor.setTime(new Date(hour));
const list = async (from: string, to: string, result: 'any' | 'none' | 'partial' = 'any') =>
  log.list({ from: new Date(from), to: new Date(to), result }, { page: 1, size: 20 });
/** What was asked in one hour only is not listed: these were asked the day before too. */
const knownBefore = async (...queries: string[]): Promise<void> => {
  at('2026-10-31T10:00:00Z');
  for (const q of queries) search(q);
  await log.flush();
};
const TODAY = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'] as const;

describe('query log', () => {
  it('counts ways to type a query together, under the one that is typed most often', async () => {
    await knownBefore('bơm');
    at('2026-11-01T10:59:00Z');
    for (const q of ['máy sấy', 'Máy  Sấy', 'may say']) search(q);
    await log.flush();
    at('2026-11-01T11:00:00Z');
    search('may say', { total: 0 });
    search('máy sấy', { relaxed: true });
    search('máy sấy', { corrected: 'máy say' });
    search('bơm');
    await log.flush();
    const { items, total } = await list(...TODAY);
    expect(total).toBe(2);
    expect(items).toEqual([
      { query: 'máy sấy', searches: 6, withoutResult: 1, relaxed: 1, corrected: 1, successful: 3, lastSearchedAt: new Date('2026-11-01T11:00:00Z') },
      expect.objectContaining({ query: 'bơm', searches: 1 }),
    ]);
    expect((await list(TODAY[0], '2026-11-01T11:00:00Z')).items).toMatchObject([{ query: 'máy sấy', searches: 3 }]);
  });

  it('lists what finds nothing, or nothing with all words, by how often it does', async () => {
    await knownBefore('máy sấy', 'máy bay', 'bơm', 'máy dập lúa', 'zzz qqq');
    at('2026-11-01T10:00:00Z');
    for (let n = 0; n < 5; n++) search('máy sấy', { total: n === 0 ? 0 : 2 });
    for (let n = 0; n < 2; n++) search('máy bay', { total: 0 });
    search('bơm');
    for (let n = 0; n < 3; n++) search('máy dập lúa', { total: 4, relaxed: true });
    search('zzz qqq', { total: 0, relaxed: true });
    await log.flush();
    expect((await list(...TODAY, 'none')).items.map(({ query, withoutResult, relaxed }) => [query, withoutResult, relaxed])).toEqual([
      ['máy dập lúa', 0, 3], ['máy bay', 2, 0], ['máy sấy', 1, 0], ['zzz qqq', 1, 0],
    ]);
    expect((await list(...TODAY, 'partial')).items.map(({ query }) => query)).toEqual(['máy dập lúa']);
  });

  it('leaves out staff, machines, what may name a person, and what is no new search', async () => {
    at('2026-11-01T10:00:00Z');
    search('máy sấy', {}, { actor: new Actor({ id: 'x', roles: ['broker'] }) });
    search('máy sấy', {}, { userAgent: 'Googlebot/2.1' });
    search('máy sấy', {}, { userAgent: '' });
    search('0901 234 567');
    for (const over of [{ page: 2 }, { field: ['crops'] }, { sort: 'title' as const }, { exact: true }, { q: ' ' }]) {
      log.count(asked({ q: 'máy sấy', ...over }), answer(), 'vi', caller());
    }
    await log.flush();
    expect(await floor.database.query('select from search_query_bucket')).toEqual([]);
  });

  it('counts a query once an hour for each address block, however it is typed', async () => {
    const block = { addressBlock: '203.0.113.7' };
    for (const hour of ['10', '11']) {
      at(`2026-11-01T${hour}:00:00Z`);
      for (const q of ['máy sấy', 'máy sấy', 'may say', 'MÁY SẤY']) search(q, {}, block);
      await log.flush();
      search('máy sấy', {}, block);
      await log.flush();
    }
    search('bơm', {}, block);
    await log.flush();
    expect((await list(...TODAY)).items).toMatchObject([{ query: 'máy sấy', searches: 2 }]);
    expect(await floor.database.query(`select searches from search_query_bucket where query = 'bom'`)).toEqual([{ searches: 1 }]);
  });

  it('shows only what was asked in at least two different hours, whatever period is looked at', async () => {
    at('2026-11-01T10:00:00Z');
    for (let n = 0; n < 9; n++) search('nguyễn văn minh', { total: 0 });
    for (const q of ['máy sấy', 'may bay']) search(q, { total: 0 });
    await log.flush();
    at('2026-11-03T10:00:00Z');
    search('may say');
    await log.flush();
    for (const result of ['any', 'none'] as const) expect(await list(...TODAY, result)).toMatchObject({ total: 1, items: [{ query: 'máy sấy', searches: 1 }] });
  });

  it('knows of how many address blocks a form was asked on a day, and of several processes the one that saw the most', async () => {
    const askers = () => floor.database.query(`select typed, max(askers) as askers from search_query_bucket where query = 'may say' group by typed order by typed`);
    for (const hour of ['01', '02']) {
      at(`2026-11-01T${hour}:00:00Z`);
      for (const addressBlock of ['a', 'b', hour]) search('máy sấy', {}, { addressBlock });
      search('may say');
      await log.flush();
    }
    expect(await askers()).toEqual([{ typed: 'may say', askers: 2 }, { typed: 'máy sấy', askers: 4 }]);
    const other = new QueryLog(floor.database, floor.get(SearchQueryRepository), floor.get(Clock), floor.get(Logger));
    for (let n = 0; n < 3; n++) other.count(asked({ q: 'máy sấy' }), answer(), 'vi', caller());
    await other.flush();
    expect(await askers()).toContainEqual({ typed: 'máy sấy', askers: 4 });
    for (let n = 0; n < 3; n++) other.count(asked({ q: 'máy sấy' }), answer(), 'vi', caller());
    await other.flush();
    expect(await askers()).toContainEqual({ typed: 'máy sấy', askers: 6 });
  });

  it('holds no column that could name a person', async () => {
    const columns = await floor.database.query<{ column_name: string }>(`select column_name from information_schema.columns where table_name = 'search_query_bucket'`);
    expect(columns.map((row) => row.column_name).sort()).toEqual(['askers', 'corrected', 'hour', 'lang', 'query', 'relaxed', 'searches', 'successful', 'typed', 'without_result']);
  });

  it('gives what was found as typed in enough different hours, and remembers the answer for a while', async () => {
    for (const hour of ['10', '11', '12']) {
      at(`2026-11-01T${hour}:00:00Z`);
      search('máy sấy');
      search('máy bay', { total: 0 });
      search('may xay', { corrected: 'máy xay' });
      if (hour === '10') for (let n = 0; n < 5; n++) search('một người hỏi');
      await log.flush();
    }
    expect(await log.successfulQueries({ hours: 2, searches: 3, askers: 1 })).toEqual([{ query: 'may say', typed: 'máy sấy', searches: 3 }]);
    search('máy sấy');
    await log.flush();
    expect(await log.successfulQueries({ hours: 2, searches: 3, askers: 1 })).toEqual([{ query: 'may say', typed: 'máy sấy', searches: 3 }]);
    at('2026-11-01T12:11:00Z');
    expect(await log.successfulQueries({ hours: 2, searches: 3, askers: 1 })).toEqual([{ query: 'may say', typed: 'máy sấy', searches: 4 }]);
    at('2027-03-01T00:00:00Z');
    expect(await log.successfulQueries({ hours: 2, searches: 3, askers: 1 })).toEqual([]);
  });
});

describe('hour buckets', () => {
  it('keep what could not be written for the next time', async () => {
    at('2026-11-01T10:00:00Z');
    search('máy sấy');
    await floor.database.query('alter table search_query_bucket rename to elsewhere');
    await log.flush();
    await floor.database.query('alter table elsewhere rename to search_query_bucket');
    search('máy sấy');
    await log.flush();
    expect(await floor.database.query('select searches from search_query_bucket')).toEqual([{ searches: 2 }]);
  });

  it('book each count in the hour in which it was made, however late it is written', async () => {
    at('2026-11-01T10:59:59Z');
    for (let n = 0; n < 2; n++) search('máy sấy');
    at('2026-11-01T11:00:01Z');
    search('máy sấy');
    await log.flush();
    expect(await floor.database.query('select hour, searches from search_query_bucket order by hour')).toEqual([
      { hour: new Date('2026-11-01T10:00:00Z'), searches: 2 }, { hour: new Date('2026-11-01T11:00:00Z'), searches: 1 },
    ]);
  });
});
