import { AccountService, IdentityModule } from '@app/identity';
import { uuidv7 } from '../kernel/ids.js';
import { bootContext, type TestFloor } from '../testing/index.js';
import { Database } from '../database/database.js';
import { HousekeepingJob } from './housekeeping.job.js';

let floor: TestFloor;
beforeAll(async () => void (floor = await bootContext({ imports: [{ module: class Housekeeping {}, providers: [HousekeepingJob] }, IdentityModule] })));
afterAll(() => floor?.close());

const count = async (table: string): Promise<number> => (await floor.database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0].n;

describe('housekeeping', () => {
  it('removes what is past its time and nothing else', async () => {
    const account = await floor.get(Database).transaction((tx) => floor.get(AccountService).create(tx, { email: 'a@example.vn', name: 'A', password: null }));
    for (const age of ['1 hour', '25 hours', '40 days', '100 days']) {
      await floor.database.query(`insert into idempotency_key (account_id, route, key, body_hash, created_at) values ($1, 'POST /x', $2::text, '', now() - $2::text::interval)`, [account, age]);
      await floor.database.query(`insert into handled (event_id, handler, at) values ($1, 'h', now() - $2::interval)`, [uuidv7(), age]);
      await floor.database.query(`insert into dead_letter (handler, job, data, error, resolved_at) values ('h', 'j', '{}', '', now() - $1::interval)`, [age]);
      await floor.database.query(`insert into session (token_hash, id, account_id, expires_at) values (sha256($2::text::bytea), $3, $1, now() - $2::text::interval)`, [account, age, uuidv7()]);
    }
    const searched = [['often', '398 days'], ['often', '399 days'], ['often', '401 days'], ['once', '31 days'], ['lately', '29 days']];
    for (const [query, age] of searched) await floor.database.query(`insert into search_query_bucket values (now() - $2::interval, $1, $1, 'vi', 1, 0, 0, 0, 1)`, [query, age]);
    await floor.database.query(`insert into dead_letter (handler, job, data, error) values ('open', 'j', '{}', '')`);
    await floor.get(HousekeepingJob).run();
    expect([await count('idempotency_key'), await count('handled'), await count('dead_letter'), await count('session')]).toEqual([1, 2, 4, 2]);
    expect(await floor.database.query('select query from search_query_bucket order by hour')).toEqual([{ query: 'often' }, { query: 'often' }, { query: 'lately' }]);
  });
});
