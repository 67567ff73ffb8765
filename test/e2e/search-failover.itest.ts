import { Meilisearch } from 'meilisearch';
import { EMPTY_CONTENT, OfferBulkWriter } from '@app/catalog';
import { CentreService, OrganizationService } from '@app/organizations';
import { DeadLetters, uuidv7 } from '@app/platform';
import { IndexingService } from '@app/search';
import { type Fault, FaultProxy } from '../support/fault-proxy.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { hasMeilisearch, MeilisearchServer } from '../support/meilisearch.js';
import { until, wait } from '../support/real-floor.js';

const DRYERS = 120;
const SIZE = 20;
/** In this time the writer sees often enough that sizes differ to go through the whole index. */
const LOOKS_MS = 21_000;
/** Longer than the jobs of one change lie apart and than the writer's poll takes: who sends nothing for so long has nothing to send. */
const REST_MS = 3_000;
const OFFER = { title: 'Kho lạnh trái cây', kind: 'equipment', summary: 'Trữ xoài, bưởi ở 12 °C.', fields: ['food-technology'], trl: 9, transferModes: ['turnkey'], province: '92' };

let server: MeilisearchServer;
let proxy: FaultProxy;
let floor: WholeFloor;
let client: Meilisearch;
let searchers: Searchers | undefined;

const publish = async (title: string): Promise<string> => {
  const { body } = await floor.as('supplier').post('offers', { ...OFFER, title });
  await floor.as('supplier').post(`offers/${body.id}/submit`);
  await floor.as('broker').post(`offers/${body.id}/approve`);
  return body.id as string;
};

const furnish = async (): Promise<void> => {
  const centreId = (await floor.http.get(CentreService).own()).id;
  const ids = Array.from({ length: DRYERS }, () => uuidv7());
  await floor.database.transaction(async (tx) => {
    const { id: organizationId } = await floor.http.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí Tân Tiến', centreId });
    await floor.worker.get(OfferBulkWriter).write(tx, ids.map((id, i) => ({
      id, code: id, organizationId, centreId, state: 'approved', at: new Date(1_760_000_000_000 + (i % 7) * 1000),
      content: { ...EMPTY_CONTENT, title: `Máy sấy ${'nông sản '.repeat(i % 4)}mẫu ${i}`, kind: 'equipment', summary: i % 3 ? 'Sấy lạnh' : 'Sấy máy nóng' },
    })));
    await floor.worker.get(IndexingService).refresh(tx, ids);
  });
};

const search = async (query: string): Promise<any> => {
  const { status, body } = await floor.visitor.get(`offers?${query}`);
  expect({ status, query }).toEqual({ status: 200, query });
  return body;
};
const find = async (title: string): Promise<{ engine: string; ids: string[] }> => {
  const { engine, items } = await search(`q=${encodeURIComponent(title)}&facets=none&size=50`);
  return { engine, ids: items.map(({ id }: { id: string }) => id) };
};
const finds = (title: string, id: string, withinMs?: number): Promise<void> =>
  until(`${title} is found`, async () => (await find(title)).ids.includes(id), withinMs).catch(async (error: Error) => {
    const [document] = await floor.database.query('select version, removed, updated_at, now() from search_document where offer_id = $1', [id]);
    const outbox = await floor.database.query('select type, created_at, sent_at from outbox');
    throw new Error(`${error.message}: ${JSON.stringify({ document, outbox, found: await find(title) })}`);
  });
const indexUid = async (): Promise<string> => {
  const [row] = await floor.database.query<{ id: string }>(`select value #>> '{}' as id from installation where key = 'id'`);
  const { results } = await client.getIndexes({ limit: 100 });
  return results.find(({ uid }) => uid.startsWith(`offers_${row.id.replaceAll('-', '').slice(0, 12)}`))!.uid;
};
const newestTask = async (): Promise<number> => (await client.tasks.getTasks({ limit: 1 })).results[0].uid;
const holds = (uid: string, id: string): Promise<boolean> => client.index(uid).getDocument(id).then(() => true, () => false);
/** Answers the newest task when the writer has sent none for a while: several jobs of one change may project an offer, each of which it writes. */
const newestAtRest = async (): Promise<number> => {
  let [newest, since] = [await newestTask(), performance.now()];
  await until('the writer rests', async () => {
    const now = await newestTask();
    if (now !== newest) [newest, since] = [now, performance.now()];
    return performance.now() - since > REST_MS;
  });
  return newest;
};
const searchHealth = async (): Promise<{ state: string; detail?: string }> => (await floor.visitor.get('/health/ready')).body.parts.search;
const metric = async (name: string): Promise<number> => {
  const { body } = await floor.visitor.get('/metrics');
  return (body as string).split('\n').filter((line) => line.startsWith(name)).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};
const takenOver = (): Promise<void> => until('Meilisearch answers', async () => (await searchHealth()).state === 'ok' && (await find('Kho lạnh')).engine === 'meilisearch', 60_000);

/** Searches all the time; notes the slowest answer and whoever was shown after having been withdrawn. */
class Searchers {
  readonly withdrawn = new Set<string>();
  readonly shown: string[] = [];
  readonly engines = new Map<string, number>();
  slowest = 0;
  private running = true;
  private readonly loops = Array.from({ length: 3 }, (_, i) => this.loop(i));

  private async loop(seed: number): Promise<void> {
    for (let turn = seed; this.running; turn++) {
      const gone = new Set(this.withdrawn);
      const started = performance.now();
      const found = await search(['q=may%20say', 'q=kho%20lanh&size=50', 'sort=newest&size=50', 'q=trai%20cay&kind=equipment'][turn % 4]);
      this.slowest = Math.max(this.slowest, performance.now() - started);
      this.engines.set(found.engine, (this.engines.get(found.engine) ?? 0) + 1);
      this.shown.push(...found.items.map(({ id }: { id: string }) => id).filter((id: string) => gone.has(id)));
      await wait(10);
    }
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
  }
}

interface Outage {
  begin: () => Promise<void> | void;
  end: () => Promise<void> | void;
}

const byProxy = (fault: Fault): Outage => ({ begin: () => proxy.set(fault), end: () => proxy.set({ kind: 'none' }) });
const OUTAGES: Record<string, Outage> = {
  'killed': { begin: () => server.kill(), end: () => server.startAgain() },
  'frozen, accepting and never answering': { begin: () => server.freeze(), end: () => server.thaw() },
  'restarted empty': { begin: () => server.kill(), end: () => server.startAgain({ empty: true }) },
  'hung in the middle': byProxy({ kind: 'hang' }),
  'slow': byProxy({ kind: 'slow', ms: 1_200 }),
  'resetting connections': byProxy({ kind: 'reset' }),
  'refusing connections': byProxy({ kind: 'refuse' }),
  'full': byProxy({ kind: 'answer', status: 507, body: { message: 'no space left on device', code: 'no_space_left_on_device', type: 'system', link: '' } }),
  'answering 500': byProxy({ kind: 'answer', status: 500 }),
  'breaking off in the middle of answers': byProxy({ kind: 'truncate' }),
};

const describeServer = hasMeilisearch ? describe : describe.skip;
describeServer(`Meilisearch with faults${hasMeilisearch ? '' : ': skipped, set TEST_MEILI_BINARY to its program to run this'}`, () => {
  beforeAll(async () => {
    server = await MeilisearchServer.start();
    client = new Meilisearch({ host: server.url });
    proxy = await FaultProxy.before({ port: server.port });
    floor = await openFloor({ MEILI_URL: `http://127.0.0.1:${proxy.port}`, LOG_LEVEL: 'silent' });
    await furnish();
    await takenOver();
  });
  afterEach(async () => searchers?.stop());
  afterAll(async () => {
    await floor?.close();
    await proxy?.close();
    await server?.close();
  });

  it.each(Object.keys(OUTAGES))('%s: searches go on, and it takes over again when it is caught up', async (name) => {
    const { begin, end } = OUTAGES[name];
    await takenOver();
    const [before, trips] = [await publish(`Kho lạnh cũ ${name}`), await metric('techfloor_search_breaker_trips_total')];
    await finds(`Kho lạnh cũ ${name}`, before);
    searchers = new Searchers();
    // Everything of one search, page by page; the server goes away in the middle.
    const seen: string[] = [];
    const pages = async (from: number, to: number): Promise<void> => {
      for (let page = from; page <= to; page++) seen.push(...(await search(`q=may%20say&size=${SIZE}&page=${page}&facets=none`)).items.map(({ id }: { id: string }) => id));
    };
    await pages(1, 2);
    await begin();
    await pages(3, 4);
    await until('health says so', async () => (await searchHealth()).state === 'degraded');
    expect((await searchHealth()).detail).toContain('embedded');
    const fresh = await publish(`Kho lạnh mới ${name}`);
    await floor.as('supplier').post(`offers/${before}/withdraw`);
    searchers.withdrawn.add(before);
    await finds(`Kho lạnh mới ${name}`, fresh, 5_000);
    await end();
    await takenOver();
    let after = await find(`Kho lạnh ${name}`);
    // A change of just now may not have been taken yet, for which the embedded engine answers.
    await until('the server answers it', async () => (after = await find(`Kho lạnh ${name}`)).engine === 'meilisearch');
    await pages(5, 6);
    await searchers.stop();
    expect({ engine: after.engine, fresh: after.ids.includes(fresh), gone: !after.ids.includes(before) }).toEqual({ engine: 'meilisearch', fresh: true, gone: true });
    expect(seen).toHaveLength(DRYERS);
    expect(new Set(seen).size).toBe(DRYERS);
    expect(searchers.shown).toEqual([]);
    expect([...searchers.engines.keys()].sort()).toEqual(['embedded', 'meilisearch']);
    expect(await metric('techfloor_search_breaker_trips_total')).toBe(trips + 1);
    process.stderr.write(`${name}: slowest search ${Math.round(searchers.slowest)} ms, answered by ${JSON.stringify(Object.fromEntries(searchers.engines))}\n`);
  });

  it('never shows what somebody else has put into the index, and takes it out', async () => {
    const uid = await indexUid();
    const settingsGiven = async (): Promise<number> => (await client.tasks.getTasks({ types: ['settingsUpdate'] })).total;
    const givenBefore = await settingsGiven();
    const { results: [held] } = await client.index(uid).getDocuments({ limit: 1 });
    await client.index(uid).addDocuments([{ ...held, id: uuidv7(), title: 'zq0 kho lanh' }]).waitTask();
    const { total } = await search('facets=none&size=1');
    await until('it is gone', async () => (await client.index(uid).getStats()).numberOfDocuments === DRYERS + Object.keys(OUTAGES).length, 60_000);
    expect([total, total + 1]).toContain(DRYERS + Object.keys(OUTAGES).length + 1);
    // The same settings again would make the server read every document anew.
    expect(await settingsGiven()).toBe(givenBefore);
  });

  it('keeps a document that the server refuses as a dead letter, goes on with the others, and takes it again on demand', async () => {
    const letters = floor.worker.get(DeadLetters);
    const bad = await publish('Kho lạnh hỏng');
    await finds('Kho lạnh hỏng', bad);
    await floor.database.query(
      `update search_document set document = jsonb_set(document, '{id}', '"no id for a server"'), written_in = pg_current_xact_id() where offer_id = $1`, [bad],
    );
    const good = await publish('Kho lạnh lành');
    await until('a dead letter tells of it', async () => (await letters.list()).some(({ job }) => job === 'index-again'), 30_000);
    await finds('Kho lạnh lành', good);
    // The index then is one short of what it should hold, which is no reason to go through all of it again and again.
    const uid = await indexUid();
    // The embedded engine has found it before the server has it.
    await until('the server holds it', () => holds(uid, good));
    await client.index(uid).deleteDocument(bad).waitTask();
    const written = await newestAtRest();
    await wait(LOOKS_MS);
    expect((await newestTask()) - written).toBe(0);
    // It names the impossible id, which only a test can bring in.
    await floor.database.query(`update dead_letter set data = jsonb_build_object('offerId', $1::text)`, [bad]);
    await letters.retry('all');
    await until('it is projected anew', async () =>
      (await floor.database.query<{ id: string }>(`select document->>'id' as id from search_document where offer_id = $1`, [bad]))[0].id === bad);
    await takenOver();
    expect(await letters.count()).toBe(0);
  });
});
