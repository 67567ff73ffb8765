import { setTimeout as sleep } from 'node:timers/promises';
import { bootContext, type TestFloor } from '../testing/index.js';
import { DatabaseNotices } from './database-notices.js';

let floor: TestFloor;
let notices: DatabaseNotices;
beforeAll(async () => void (floor = await bootContext({ imports: [] })));
afterAll(() => floor?.close());
beforeEach(() => void (notices = new DatabaseNotices(floor.database)));
afterEach(() => notices.beforeApplicationShutdown());

const listeners = async (): Promise<number> =>
  (await floor.database.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'listen %'`))[0].n;
const say = (channel: string): Promise<unknown> => floor.database.query(`select pg_notify($1, '')`, [channel]);
const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 300 && !isSo(); i++) await sleep(10);
};

describe('notices of the database', () => {
  it('wake those who listen to a channel, over one connection for all of them, until they end it', async () => {
    const woken: string[] = [];
    const before = await listeners();
    const [endFirst] = await Promise.all([
      notices.listen('synonym', () => woken.push('first')), notices.listen('synonym', () => woken.push('second')), notices.listen('search_document', () => woken.push('documents')),
    ]);
    expect(await listeners()).toBe(before + 1);
    await say('search_document');
    await until(() => woken.length === 1);
    expect(woken).toEqual(['documents']);
    endFirst();
    await say('synonym');
    await until(() => woken.length === 2);
    await sleep(50);
    expect(woken).toEqual(['documents', 'second']);
  });

  it('are listened for again once, where the connection breaks while it begins, and then everybody is woken', async () => {
    const { pool } = floor.database;
    const [connect, before] = [pool.connect.bind(pool), await listeners()];
    pool.connect = (async () => {
      pool.connect = connect;
      const client = await connect();
      const query = client.query.bind(client) as (text: string) => Promise<unknown>;
      client.query = (() => query('select pg_terminate_backend(pg_backend_pid())')) as typeof client.query;
      return client;
    }) as typeof pool.connect;
    let woken = 0;
    await notices.listen('synonym', () => woken++);
    await sleep(1_500);
    expect([await listeners(), woken]).toEqual([before + 1, 1]);
    await say('synonym');
    await until(() => woken === 2);
    expect(woken).toBe(2);
  });
});
