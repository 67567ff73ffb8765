import { setTimeout as sleep } from 'node:timers/promises';
import { CatalogModule, EMPTY_CONTENT, OfferBulkWriter } from '@app/catalog';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Database, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { ANALYSER_VERSION } from '../domain/analysis/analyse-offer.js';
import { SearchEngine } from '../ports/search-engine.port.js';
import { SearchModule } from '../search.module.js';
import { searchQuery } from '../testing/offer-document.builder.js';
import { DocumentFollower } from './document-follower.js';
import { IndexFeeder } from './index-feeder.js';
import { IndexLoader } from './index-loader.js';
import { IndexingService } from './indexing.service.js';

let floor: TestFloor;
beforeAll(async () => void (floor = await bootContext({ imports: [CatalogModule, OrganizationsModule, SearchModule] })));
afterAll(() => floor?.close());

const liveOffers = async (count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => uuidv7());
  const centreId = (await floor.get(CentreService).own()).id;
  await floor.get(Database).transaction(async (tx) => {
    const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí Tân Tiến', centreId });
    await floor.get(OfferBulkWriter).write(tx, ids.map((id, i) => ({
      id, code: id, organizationId, centreId, state: 'approved', at: new Date('2026-01-02T03:04:05Z'),
      content: { ...EMPTY_CONTENT, title: `Máy sấy số ${i}`, kind: 'equipment', summary: 'Sấy nông sản' },
    })));
  });
  return ids;
};

const found = async (): Promise<number> => floor.get(EmbeddedEngine).size();
/** A transaction of somebody else's holds the place back, from which all is read again: what other tests have written may come, too. */
const ownOf = (ids: readonly string[], current: readonly { offerId: string }[]): string[] => current.map(({ offerId }) => offerId).filter((id) => ids.includes(id));
const feed = (): Promise<void> => floor.get(IndexFeeder).wake();

/** Holds a projection up, after it has read the catalog and before it writes, until something else has happened. */
const slowly = async (write: 'put' | 'remove', projection: () => Promise<void>, meanwhile: () => Promise<void>): Promise<void> => {
  const documents = floor.get(SearchDocumentRepository);
  const original = documents[write].bind(documents) as (...args: unknown[]) => Promise<void>;
  let reached!: () => void;
  let goOn!: () => void;
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  Object.assign(documents, {
    [write]: async (...args: unknown[]) => {
      Object.assign(documents, { [write]: original });
      reached();
      await mayGoOn;
      return original(...args);
    },
  });
  const slow = projection();
  await isReached;
  await meanwhile();
  goOn();
  await slow;
};

describe('feeding the index', () => {
  it('takes more documents than a page that were written at once', async () => {
    const ids = await liveOffers(1_100);
    await floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, ids));
    await feed();
    expect(await found()).toBe(1_100);
  });

  it('misses nothing of a transaction that commits after a later one', async () => {
    const [early, late] = await liveOffers(2);
    const indexing = floor.get(IndexingService);
    const database = floor.get(Database);
    await database.transaction(async (slow) => {
      await indexing.refresh(slow, [early]);
      await database.transaction((quick) => indexing.refresh(quick, [late]));
      await feed();
      expect(await found()).toBe(1_101);
      await feed();
    });
    await feed();
    expect(await found()).toBe(1_102);
  });

  it('does not bring back what left the floor while an earlier change was still being projected', async () => {
    const [shown, fresh] = await liveOffers(2);
    const database = floor.get(Database);
    const refresh = (ids: string[]): Promise<void> => database.transaction((tx) => floor.get(IndexingService).refresh(tx, ids));
    await refresh([shown]);
    await feed();
    const before = await found();
    // The slow handler has read both as live; they are withdrawn, and the handler of that is quicker.
    await slowly('put', () => refresh([shown, fresh]), async () => {
      await database.query(`update offer set visibility = 'withdrawn', version = version + 1 where id = any($1)`, [[shown, fresh]]);
      await refresh([shown, fresh]);
    });
    await feed();
    expect(await found()).toBe(before - 1);
  });

  it('does not take out what came back while its withdrawal was still being projected', async () => {
    const [id] = await liveOffers(1);
    const database = floor.get(Database);
    const refresh = (): Promise<void> => database.transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    await refresh();
    await feed();
    const before = await found();
    await database.query(`update offer set visibility = 'withdrawn', version = version + 1 where id = $1`, [id]);
    await slowly('remove', refresh, async () => {
      await database.query(`update offer set visibility = 'live', version = version + 1 where id = $1`, [id]);
      await refresh();
    });
    await feed();
    expect(await found()).toBe(before);
  });

  it('takes what is gone out of the index', async () => {
    const database = floor.get(Database);
    const [id] = await liveOffers(1);
    await database.transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    await feed();
    const before = await found();
    await database.query(`update offer set visibility = 'withdrawn', version = version + 1 where id = $1`, [id]);
    await database.transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    await feed();
    expect(await found()).toBe(before - 1);
  });

  it('takes what one person changes before the rest of a bulk load', async () => {
    const [single, ...bulk] = await liveOffers(601);
    const refresh = (ids: string[]): Promise<void> => floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, ids));
    const follower = await floor.app.resolve(DocumentFollower);
    await follower.begin();
    await refresh(bulk);
    const order: string[] = [];
    await follower.follow(async (current) => {
      const isFirst = order.length === 0;
      order.push(...ownOf([single, ...bulk], current));
      if (!isFirst) return;
      await refresh([single]);
      await sleep(200);
    });
    await follower.wake();
    follower.stop();
    expect(new Set(order)).toEqual(new Set([single, ...bulk]));
    expect(order.indexOf(single)).toBeLessThanOrEqual(200);
  });

  it('takes each change once, however often it is asked for out of its turn', async () => {
    const ids = await liveOffers(3);
    const refresh = (): Promise<void> => floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, ids));
    const follower = await floor.app.resolve(DocumentFollower);
    await follower.begin();
    await refresh();
    // Nothing counts as taken before somebody takes it.
    await follower.takeNow(ids);
    await follower.wake();
    const taken: string[] = [];
    await follower.follow(async (current) => void taken.push(...ownOf(ids, current)));
    for (const ask of [() => follower.takeNow(ids), () => follower.wake(), () => follower.takeNow(ids)]) await ask();
    expect(taken.sort()).toEqual([...ids].sort());
    await refresh();
    await follower.takeNow(ids);
    expect(taken).toHaveLength(6);
    follower.stop();
  });
});

describe('what is searched', () => {
  it('is told of what has been taken before a failure, and answers by it', async () => {
    const [id] = await liveOffers(1);
    const [loader, searched] = [floor.get(IndexLoader), floor.get(SearchEngine)];
    const total = async (): Promise<number> => (await searched.search(searchQuery('', { sort: 'newest', limit: 1 }))).total;
    await feed();
    const before = await total();
    const told: string[] = [];
    const [bring, changed] = [loader.bring.bind(loader), searched.changed.bind(searched)];
    Object.assign(searched, { changed: (ids: readonly string[]) => (told.push(...ids), changed(ids)) });
    // A document behind it cannot be read.
    Object.assign(loader, { bring: async (...args: Parameters<IndexLoader['bring']>) => (await bring(...args), Promise.reject(new Error('not a document'))) });
    try {
      await floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
      await expect(feed()).rejects.toThrow('not a document');
    } finally {
      Object.assign(searched, { changed });
      Object.assign(loader, { bring });
    }
    expect(told).toContain(id);
    expect(await total()).toBe(before + 1);
    await feed();
  });
});

describe('terms that are stored', () => {
  const stored = async (id: string): Promise<{ analysed: string | null; analysed_by: number | null }> =>
    (await floor.get(Database).query<{ analysed: string | null; analysed_by: number | null }>('select analysed, analysed_by from search_document where offer_id = $1', [id]))[0];
  const shown = async (): Promise<string> => {
    const [id] = await liveOffers(1);
    await floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    return id;
  };
  /** What the engine of a process that starts now answers. */
  const answersAnew = async (): Promise<unknown> => {
    const engine = new EmbeddedEngine();
    const follower = await floor.app.resolve(DocumentFollower);
    follower.form = 'terms';
    await follower.readAll((page) => floor.get(IndexLoader).bring(page, engine.index));
    return engine.search(searchQuery('may say so 0', { facets: ['kind'] }));
  };

  it('are written with the document and taken out with it', async () => {
    const id = await shown();
    expect(await stored(id)).toEqual({ analysed: expect.stringContaining('máy sấy số 0'), analysed_by: ANALYSER_VERSION });
    await floor.get(Database).query(`update offer set visibility = 'withdrawn', version = version + 1 where id = $1`, [id]);
    await floor.get(Database).transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    expect(await stored(id)).toEqual({ analysed: null, analysed_by: null });
  });

  it('are made anew and kept where they are missing or of another analyser, with the same answers', async () => {
    const id = await shown();
    const [written, answers] = [await stored(id), await answersAnew()];
    expect(answers).toMatchObject({ total: expect.any(Number), ids: expect.arrayContaining([id]) });
    for (const change of ['analysed = null, analysed_by = null', `analysed = 'of an older release', analysed_by = -1`]) {
      await floor.get(Database).query(`update search_document set ${change} where not removed`);
      expect(await answersAnew()).toEqual(answers);
      expect(await stored(id)).toEqual(written);
      expect(await answersAnew()).toEqual(answers);
    }
  });

  it('are not kept where the document has changed since it was read', async () => {
    const id = await shown();
    const written = await stored(id);
    await floor.get(Database).transaction((tx) => floor.get(SearchDocumentRepository).keepTerms(tx, [{ offerId: id, writtenIn: 1n, analysed: 'of an older row' }]));
    expect(await stored(id)).toEqual(written);
  });

  it('does not put what was read before a change after it, when it is asked for out of its turn', async () => {
    const database = floor.get(Database);
    const [id] = await liveOffers(1);
    const refresh = (): Promise<void> => database.transaction((tx) => floor.get(IndexingService).refresh(tx, [id]));
    const follower = await floor.app.resolve(DocumentFollower);
    await follower.begin();
    await refresh();
    const index = new Set<string>();
    let isFirst = true;
    await follower.follow(async (current) => {
      const isSlow = isFirst;
      isFirst = false;
      if (isSlow) await sleep(200);
      for (const { offerId, document } of current) if (document) index.add(offerId);
      else index.delete(offerId);
    });
    const early = follower.takeNow([id]);
    await sleep(50);
    await database.query(`update offer set visibility = 'withdrawn', version = version + 1 where id = $1`, [id]);
    await refresh();
    await follower.wake();
    await early;
    await follower.wake();
    follower.stop();
    expect(index.has(id)).toBe(false);
  });
});
