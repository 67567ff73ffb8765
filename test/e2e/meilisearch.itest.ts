import { Meilisearch } from 'meilisearch';
import { openFloor, type WholeFloor } from '../support/floor.js';

const { TEST_MEILI_URL: url, TEST_MEILI_KEY: apiKey } = process.env;
const OFFER = {
  title: 'Máy sấy xoài bơm nhiệt', kind: 'equipment', summary: 'Sấy xoài, chuối, mít ở 45 °C.', fields: ['food-technology'], trl: 9, transferModes: ['turnkey'], province: '92',
};

const publish = async (floor: WholeFloor, more: Record<string, unknown> = {}): Promise<string> => {
  const { body } = await floor.as('supplier').post('offers', { ...OFFER, ...more });
  await floor.as('supplier').post(`offers/${body.id}/submit`);
  await floor.as('broker').post(`offers/${body.id}/approve`);
  return body.id as string;
};

const until = async (floor: WholeFloor, query: string, fits: (body: any) => boolean): Promise<any> => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { body } = await floor.visitor.get(`offers?${query}`);
    if (fits(body) || Date.now() > deadline) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('Meilisearch away', () => {
  let floor: WholeFloor;
  beforeAll(async () => void (floor = await openFloor({ MEILI_URL: 'http://127.0.0.1:1', LOG_LEVEL: 'silent' })));
  afterAll(() => floor?.close());

  it('is answered by the embedded engine, which says so', async () => {
    const id = await publish(floor);
    const body = await until(floor, 'q=may%20say%20xoai', ({ total }) => total === 1);
    expect(body).toMatchObject({ engine: 'embedded', items: [{ id }] });
  });
});

const describeServer = url ? describe : describe.skip;
describeServer(`Meilisearch${url ? '' : ': set TEST_MEILI_URL to run this'}`, () => {
  const client = new Meilisearch({ host: url ?? 'http://127.0.0.1:1', ...(apiKey ? { apiKey } : {}) });
  let floor: WholeFloor;
  const indexes = async (): Promise<string[]> => {
    const [{ id }] = await floor.database.query<{ id: string }>(`select value #>> '{}' as id from installation where key = 'id'`);
    const { results } = await client.getIndexes({ limit: 1_000 });
    return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`offers_${id.replaceAll('-', '').slice(0, 12)}`));
  };
  beforeAll(async () => void (floor = await openFloor({ MEILI_URL: url!, ...(apiKey ? { MEILI_KEY: apiKey } : {}) })));
  afterAll(async () => {
    const made = await indexes();
    await floor.close();
    for (const uid of made) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
  });

  it('is filled by the worker and answers, with facets and labels', async () => {
    const id = await publish(floor);
    const body = await until(floor, 'q=mays%20saays%20xoai', ({ total, engine }) => total === 1 && engine === 'meilisearch');
    expect(body).toMatchObject({ engine: 'meilisearch', items: [{ id, titleHighlighted: expect.stringContaining('<mark>') }] });
    expect(body.facets.kind).toEqual([expect.objectContaining({ value: 'equipment', count: 1 })]);
    expect(body.facets.province).toEqual([expect.objectContaining({ value: '92', count: 1 })]);
  });

  it('counts the searches near one that finds nothing', async () => {
    const { engine, total, alternatives } = await until(floor, 'q=may%20say%20xoai&province=86', (body) => body.engine === 'meilisearch');
    expect({ engine, total, alternatives }).toMatchObject({ engine: 'meilisearch', total: 0, alternatives: [{ kind: 'filter', filter: 'province', total: 1, query: 'q=may+say+xoai' }] });
  });

  it('loses what is withdrawn', async () => {
    const id = await publish(floor, { title: 'Máy ép cám nổi' });
    await until(floor, 'q=cam%20noi', ({ total, engine }) => total === 1 && engine === 'meilisearch');
    await floor.as('supplier').post(`offers/${id}/withdraw`);
    const gone = await until(floor, 'q=cam%20noi', ({ items }) => items.length === 0);
    expect(gone.items).toEqual([]);
  });

  it('is built anew beside the old one when synonyms change, and finds by them', async () => {
    const [before] = await indexes();
    await floor.database.query(`insert into synonym (id, terms) values (gen_random_uuid(), '{"xoài cát","pulasan mango"}')`);
    const id = await publish(floor, { title: 'Cây giống xoài cát Hòa Lộc' });
    const { SynonymService } = await import('@app/search/application/synonym.service.js');
    await floor.http.get(SynonymService).refresh();
    await floor.worker.get(SynonymService).refresh();
    const body = await until(floor, 'q=pulasan%20mango', ({ total, engine }) => total === 1 && engine === 'meilisearch');
    expect(body).toMatchObject({ engine: 'meilisearch', items: [{ id }] });
    expect((await indexes()).filter((uid) => uid !== before && !uid.endsWith('_next'))).toHaveLength(1);
  });

  it('misses nothing when synonyms are taken back, whose index has not been written meanwhile', async () => {
    const id = await publish(floor, { title: 'Cây giống xoài cát Chu' });
    await until(floor, 'q=xoai%20cat%20chu', ({ items, engine }) => items[0]?.id === id && engine === 'meilisearch');
    await floor.database.query(`delete from synonym where 'pulasan mango' = any(terms)`);
    const { SynonymService } = await import('@app/search/application/synonym.service.js');
    await floor.http.get(SynonymService).refresh();
    const newest = async (): Promise<{ engine: string; first: string }> => {
      const { engine, items } = (await floor.visitor.get('offers?sort=newest&facets=none')).body;
      return { engine, first: items[0].id };
    };
    for (let i = 0; i < 50; i++) {
      expect((await newest()).first).toBe(id);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await floor.worker.get(SynonymService).refresh();
    await until(floor, 'sort=newest&facets=none', ({ engine }) => engine === 'meilisearch');
    expect(await newest()).toEqual({ engine: 'meilisearch', first: id });
  });
});
