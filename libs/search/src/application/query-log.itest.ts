import { Actor } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { OfferSearchQuery, QueryLog, SearchModule } from '@app/search';

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
const search = (q: string, over: Parameters<typeof answer>[0] = {}, actor = Actor.visitor(), agent: string | undefined = BROWSER): void =>
  log.count(asked({ q }), answer(over), 'vi', actor, agent);
const at = (hour: string): void => floor.setTime(new Date(hour));
const list = async (from: string, to: string, result: 'any' | 'none' | 'partial' = 'any') =>
  log.list({ from: new Date(from), to: new Date(to), result }, { page: 1, size: 20 });
const TODAY = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'] as const;

describe('query log', () => {
  it('counts ways to type a query together, under the one that is typed most often', async () => {
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
    search('máy sấy', {}, new Actor({ id: 'x', roles: ['broker'] }));
    search('máy sấy', {}, Actor.visitor(), 'Googlebot/2.1');
    search('máy sấy', {}, Actor.visitor(), '');
    search('0901 234 567');
    for (const over of [{ page: 2 }, { field: ['crops'] }, { sort: 'title' as const }, { exact: true }, { q: ' ' }]) {
      log.count(asked({ q: 'máy sấy', ...over }), answer(), 'vi', Actor.visitor(), BROWSER);
    }
    await log.flush();
    expect((await list(...TODAY)).total).toBe(0);
  });

  it('holds no column that could name a person', async () => {
    const columns = await floor.database.query<{ column_name: string }>(`select column_name from information_schema.columns where table_name = 'search_query_bucket'`);
    expect(columns.map((row) => row.column_name).sort()).toEqual(['corrected', 'hour', 'lang', 'query', 'relaxed', 'searches', 'successful', 'typed', 'without_result']);
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
    expect(await log.successfulQueries(2, 3)).toEqual([{ query: 'máy sấy', searches: 3 }]);
    search('máy sấy');
    await log.flush();
    expect(await log.successfulQueries(2, 3)).toEqual([{ query: 'máy sấy', searches: 3 }]);
    at('2026-11-01T12:11:00Z');
    expect(await log.successfulQueries(2, 3)).toEqual([{ query: 'máy sấy', searches: 4 }]);
    at('2027-03-01T00:00:00Z');
    expect(await log.successfulQueries(2, 3)).toEqual([]);
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
    expect((await list(...TODAY)).items).toMatchObject([{ query: 'máy sấy', searches: 2 }]);
  });
});
