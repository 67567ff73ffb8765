import { CatalogModule } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { SearchJobsModule } from '@app/search';
import { SavedSearchService } from './saved-search.service.js';
import { StandingSearches } from './standing-searches.js';

let floor: TestFloor;
let owner: Actor;
const slugs: string[] = [];

beforeAll(async () => {
  floor = await bootContext({ imports: [IdentityModule, OrganizationsModule, CatalogModule, SearchJobsModule] });
  const { id: centreId } = await floor.get(CentreService).own();
  await floor.get(Database).transaction(async (tx) => {
    owner = new Actor({ id: await floor.get(AccountService).create(tx, { email: `${uuidv7()}@example.vn`, name: 'an', password: null }) });
    for (let n = 0; n < 30; n++) {
      const { id } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: `Cơ khí ${n}`, centreId });
      const [{ slug }] = await tx.query<{ slug: string }>('select slug from organization where id = $1', [id]);
      slugs.push(slug);
    }
  });
});
afterAll(() => floor?.close());

const save = async (query: string) => (await floor.get(SavedSearchService).create(owner, { name: query, query, frequency: 'daily' })).saved;
const current = async () => (await floor.get(StandingSearches).current()).searches;
const someoneWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`;
  while ((await floor.database.query(waiting)).length === 0) await new Promise((done) => setTimeout(done, 10));
};

describe('standing searches', () => {
  it('look suppliers and centres of all searches up at once', async () => {
    const { slug: centre } = await floor.get(CentreService).own();
    for (const slug of slugs) await save(`q=bơm&supplier=${slug}&centre=${centre}`);
    await save('supplier=khong-co');
    let statements = 0;
    const count = (): void => void statements++;
    floor.database.pool.on('acquire', count);
    const searches = await current();
    floor.database.pool.off('acquire', count);
    expect(statements).toBeLessThanOrEqual(6);
    const ids = (await floor.database.query<{ id: string }>('select id from organization where slug = any($1)', [slugs])).map(({ id }) => id);
    expect(searches.flatMap(({ query }) => query.filters.supplier).sort()).toEqual([...ids, 'unknown'].sort());
    expect(searches.filter(({ query }) => query.filters.centre)).toHaveLength(slugs.length);
  });

  it('include one that is saved while they are being read, for whoever asks after it', async () => {
    await save(`supplier=${slugs[0]}`);
    const holding = await floor.database.pool.connect();
    await holding.query('begin');
    await holding.query('lock table organization in access exclusive mode');
    const before = current();
    await someoneWaits();
    const late = await save('q=máy ấp trứng');
    const after = current();
    // Time to see that there is another one, while the reading still waits.
    await new Promise((done) => setTimeout(done, 100));
    await holding.query('commit');
    holding.release();
    expect((await before).map(({ id }) => id)).not.toContain(late.id);
    expect((await after).map(({ id }) => id)).toContain(late.id);
  });
});
