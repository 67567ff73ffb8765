import { migrate, migrateTo, registeredMigrationNames } from '@app/platform/database/migrate.js';
import { uuidv7 } from '@app/platform';
import { emptyDatabase, type TestDatabase } from '@app/platform/testing/index.js';
import pg from 'pg';
// Every context's migrations make the schema.
import '@app/connections';
import '@app/notifications';
import '@app/search';
import '@app/statistics';

const ONCE = 'SavedSearchesOnce';
const [AN, BINH] = [uuidv7(), uuidv7()];
/** A query that no index entry would have room for. */
const LONG = `q=${Array.from({ length: 2_000 }, (_, i) => (i * 7_919 + 13).toString(36)).join('+')}`;

describe('searches that were saved more than once', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const offers = Array.from({ length: 3 }, () => uuidv7());
  const ids = Object.fromEntries(['never', 'first', 'second', 'late', 'other', 'long', 'longAgain'].map((name) => [name, uuidv7()]));
  const nameOf = (id: string): string => Object.keys(ids).find((name) => ids[name] === id)!;

  const save = (name: string, account: string, query: string, frequency: string, day: number) => client.query(
    'insert into saved_search (id, account_id, name, query, frequency, created_at) values ($1, $2, $3, $4, $5, $6)',
    [ids[name], account, name, query, frequency, `2026-11-0${day}`],
  );
  const find = (name: string, offer: number, day: number) =>
    client.query('insert into saved_search_hit (saved_search_id, offer_id, at) values ($1, $2, $3)', [ids[name], offers[offer], `2026-11-0${day}`]);

  beforeAll(async () => {
    database = await emptyDatabase();
    const names = [...registeredMigrationNames()].sort((a, b) => a.slice(-14).localeCompare(b.slice(-14)));
    await migrateTo(database.url, names.slice(0, names.findIndex((name) => name.startsWith(ONCE))));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // What offers and accounts belong to does not matter here.
    await client.query(`set session_replication_role = replica`);
    await client.query(`insert into offer (id, slug, code, organization_id, centre_id) select id, id::text, id::text, id, id from unnest($1::uuid[]) as id`, [offers]);
    await client.query(`insert into account (id, email) select id, id::text from unnest($1::uuid[]) as id`, [[AN, BINH]]);
    await save('never', AN, 'q=may+say', 'never', 1);
    await save('first', AN, 'q=may+say', 'at-once', 2);
    await save('second', AN, 'q=may+say', 'at-once', 3);
    await save('late', AN, 'q=may+say', 'daily', 4);
    await save('other', BINH, 'q=may+say', 'weekly', 2);
    await save('long', BINH, LONG, 'weekly', 2);
    await save('longAgain', BINH, LONG, 'weekly', 3);
    await find('first', 0, 5);
    await find('second', 0, 4);
    await find('second', 1, 5);
    await find('late', 2, 6);
    await find('other', 2, 6);
    await client.query(`insert into notification (id, account_id, dedupe_key, kind, template, params) values ($1, $2, 'x', 'savedSearch', 'saved-search-found', $3)`, [uuidv7(), AN, { savedSearchId: ids['late'] }]);
    await client.query(`set session_replication_role = origin`);
    await migrate(database.url);
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('are one afterwards, the eldest of those that tell most often', async () => {
    const { rows } = await client.query<{ id: string; frequency: string }>('select id, frequency from saved_search order by account_id, created_at, length(query)');
    expect(rows.map(({ id, frequency }) => [nameOf(id), frequency])).toEqual([['first', 'at-once'], ['other', 'weekly'], ['long', 'weekly']]);
  });

  it('keep what each of them has found, since it was found first', async () => {
    const { rows } = await client.query<{ id: string; offer: string; day: string }>(
      `select saved_search_id as id, offer_id as offer, to_char(at, 'DD') as day from saved_search_hit order by array_position($1::uuid[], offer_id), at, saved_search_id`, [offers],
    );
    expect(rows.map(({ id, offer, day }) => [nameOf(id), offers.indexOf(offer), day])).toEqual([['first', 0, '04'], ['first', 1, '05'], ['first', 2, '06'], ['other', 2, '06']]);
  });

  it('are still named by what was told of them', async () => {
    const { rows } = await client.query<{ id: string }>(`select params ->> 'savedSearchId' as id from notification`);
    expect(rows.map(({ id }) => nameOf(id))).toEqual(['first']);
  });

  it('cannot be saved twice any more, whatever their length', async () => {
    for (const [name, account, query] of [['never', AN, 'q=may+say'], ['longAgain', BINH, LONG]] as const) {
      await expect(save(name, account, query, 'daily', 7)).rejects.toThrow(/saved_search_once/);
    }
  });
});
