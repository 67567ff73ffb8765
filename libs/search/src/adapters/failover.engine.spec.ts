import { setTimeout as sleep } from 'node:timers/promises';
import { type Hits, RefusedSearch, type SearchResult } from '../ports/search-engine.port.js';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { FailoverEngine, type FailoverListener, type FailoverOptions } from './failover.engine.js';
import { searchingClient } from './meilisearch-client.js';
import { KeptAnswers } from './kept-answers.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

/** A port of this machine that nothing listens on. */
const NOBODY = { url: 'http://127.0.0.1:1', key: undefined };
const SILENT: FailoverListener = { changed: () => undefined, fellBack: () => undefined };
const QUICK = { firstProbeMs: 10, longestProbeMs: 40, searchMs: 50 };

/** The other engine, as it would be on a server that may be away, slow, or order otherwise. */
class Remote extends EmbeddedEngine {
  fault: 'none' | 'away' | 'hung' = 'none';
  /** Queries that it does not answer, and how. */
  readonly faulty = new Map<string, 'refused' | 'failed'>();
  override readonly name = 'meilisearch' as never;

  override async search(query: Parameters<EmbeddedEngine['search']>[0], foreseen?: (likely: Hits) => void): Promise<SearchResult> {
    if (this.fault === 'away') throw new Error('connection refused');
    const own = this.faulty.get(query.q);
    if (own) throw own === 'refused' ? new RefusedSearch('bad filter') : new Error('internal');
    if (this.fault === 'hung') await sleep(10_000, undefined, { ref: false });
    foreseen?.({ ids: (await super.search(query)).ids, facets: {} });
    const all = await super.search({ ...query, offset: 0, limit: 1_000 });
    return { ...all, engine: this.name, ids: all.ids.reverse().slice(query.offset, query.offset + query.limit) };
  }
}

const opened = async (count = 25, more: Partial<FailoverOptions> = {}) => {
  const [remote, embedded] = [new Remote(), new EmbeddedEngine()];
  const seen: string[] = [];
  const engine = new FailoverEngine(remote, embedded, { ...QUICK, ...more, listener: { changed: (state) => seen.push(state), fellBack: (why) => seen.push(why) } });
  await engine.put(Array.from({ length: count }, (_, i) => offerDocument(`offer-${String(i).padStart(3, '0')}`, 'Máy sấy')));
  engine.begin();
  await closes(engine);
  return { engine, remote, embedded, seen };
};

const closes = async (engine: FailoverEngine): Promise<void> => {
  for (let i = 0; i < 500 && engine.trouble !== null; i++) await sleep(10);
  expect(engine.trouble).toBeNull();
};
const who = async (engine: FailoverEngine): Promise<string> => (await engine.search(searchQuery('may say'))).engine;

describe('FailoverEngine', () => {
  const engines: FailoverEngine[] = [];
  const floor = async (...options: Parameters<typeof opened>) => {
    const made = await opened(...options);
    engines.push(made.engine);
    return made;
  };
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
  });

  it('answers by the standby when the server is away from the start, and says so', async () => {
    const embedded = new EmbeddedEngine();
    await embedded.put([offerDocument('a', 'Máy sấy')]);
    const away = new MeilisearchEngine(searchingClient(NOBODY), async () => 'offers', embedded);
    const engine = new FailoverEngine(away, embedded, { ...QUICK, searchMs: 5_000, listener: SILENT });
    engines.push(engine);
    engine.begin();
    for (let i = 0; i < 500 && !engine.trouble?.includes('POST'); i++) await sleep(10);
    expect(await engine.search(searchQuery('may say'))).toMatchObject({ ids: ['a'], engine: 'embedded' });
    expect(engine.trouble).toBe('The embedded engine answers instead of meilisearch: POST /multi-search: ECONNREFUSED');
  });

  it('answers by the standby while the server still takes a change, and does not give it up for that', async () => {
    const { engine, remote, embedded, seen } = await floor();
    const young = offerDocument('young', 'Máy sấy mực');
    const found = async (): Promise<unknown[]> => {
      const { engine: by, ids } = await engine.search(searchQuery('may say muc'));
      return [by, ids];
    };
    await embedded.put([young]);
    engine.changed(['young']);
    expect(await found()).toEqual(['embedded', ['young']]);
    await sleep(250);
    expect(await found()).toEqual(['embedded', ['young']]);
    await remote.put([young]);
    await sleep(250);
    expect(await found()).toEqual(['meilisearch', ['young']]);
    await embedded.remove(['young']);
    engine.changed(['young']);
    expect((await engine.search(searchQuery('may say muc'))).engine).toBe('embedded');
    await remote.remove(['young']);
    await sleep(250);
    expect((await engine.search(searchQuery('may say muc'))).engine).toBe('meilisearch');
    expect([engine.trouble, ...seen]).toEqual([null, 'closed', 'behind', 'behind', 'behind']);
  });

  it('does not let a server take over that lacks what has changed while it was looked at', async () => {
    const { engine, remote, embedded } = await floor();
    remote.fault = 'away';
    expect(await who(engine)).toBe('embedded');
    remote.fault = 'none';
    const versions = remote.versions.bind(remote);
    let withdrawn: Promise<void> | undefined;
    remote.versions = async () => {
      const held = await versions();
      // Between the look at what should be there and the end of the probe.
      withdrawn ??= embedded.remove(['offer-003']).then(() => engine.changed(['offer-003']));
      await withdrawn;
      return held;
    };
    await closes(engine);
    const found = await engine.search(searchQuery('may say', { limit: 50 }));
    expect([found.engine, found.total, found.ids.includes('offer-003')]).toEqual(['embedded', 24, false]);
    await remote.remove(['offer-003']);
    await sleep(250);
    expect((await engine.search(searchQuery('may say', { limit: 50 }))).engine).toBe('meilisearch');
  });

  it('says so when the server has not taken a change for long, though it takes others', async () => {
    const { engine, remote, embedded } = await floor(25, { graceMs: 200, longBehindMs: 400 });
    await embedded.put([offerDocument('refused', 'Máy sấy')]);
    engine.changed(['refused']);
    for (let i = 0; i < 10; i++) {
      const doc = offerDocument(`taken-${i}`, 'Máy sấy');
      await embedded.put([doc]);
      engine.changed([doc.id]);
      await remote.put([doc]);
      await sleep(60);
    }
    expect(engine.trouble).toMatch(/^The embedded engine answers instead of meilisearch, which has not taken a change for \d+ s; \d+ changes wait\.$/);
  });

  it.each([0, 1])('neither skips nor repeats between pages while changes come and are taken, first behind on page %i', async (first) => {
    const { engine, remote, embedded } = await floor(250);
    const shown: string[] = [];
    const answered: string[] = [];
    for (let page = 0, version = 1; page < 8; page++) {
      const doc = offerDocument('offer-000', 'Máy sấy', { version: ++version });
      const isBehind = page % 2 === first;
      if (isBehind) {
        await embedded.put([doc]);
        engine.changed(['offer-000']);
      }
      const found = await engine.search(searchQuery('may say', { offset: page * 25, limit: 25 }));
      shown.push(...found.ids);
      answered.push(found.engine);
      if (isBehind) await remote.put([doc]);
      await sleep(250);
    }
    expect(answered).toEqual(Array.from({ length: 8 }, (_, page) => (page % 2 === first ? 'embedded' : 'meilisearch')));
    expect([shown.length, new Set(shown).size]).toEqual([200, 200]);
  });

  it.each([0, 1])('neither skips nor repeats where answers are kept, first behind on page %i', async (first) => {
    const { engine, remote, embedded } = await floor(250);
    const kept = new KeptAnswers(engine, embedded, { longestMs: 60_000 });
    kept.begin();
    const page = async (number: number): Promise<string[]> => (await kept.search(searchQuery('may say', { offset: number * 25, limit: 25 }))).ids;
    for (let number = 0; number < 3; number++) {
      if (number === first) {
        const doc = offerDocument('offer-000', 'Máy sấy', { version: 2 });
        await embedded.put([doc]);
        kept.changed(['offer-000']);
        await page(number);
        await remote.put([doc]);
        await sleep(250);
      } else await page(number);
    }
    // Somebody else begins with the first page.
    const shown = [await page(0), await page(1), await page(2)].flat();
    expect([shown.length, new Set(shown).size]).toEqual([75, 75]);
  });

  it('foresees no more than the page that is shown', async () => {
    const { engine, remote, embedded } = await floor(250);
    const foreseen: number[] = [];
    const page = (offset: number) => engine.search(searchQuery('may say', { offset, limit: 25 }), ({ ids }) => foreseen.push(ids.length));
    const doc = offerDocument('offer-000', 'Máy sấy', { version: 2 });
    await embedded.put([doc]);
    engine.changed(['offer-000']);
    await page(0);
    await remote.put([doc]);
    await sleep(250);
    expect((await page(25)).engine).toBe('meilisearch');
    await page(0);
    expect(foreseen).toEqual([25]);
  });

  it('looks at the index that belongs to other synonyms before it asks it', async () => {
    const { engine, remote } = await floor();
    // As it was when other synonyms came before.
    await remote.remove(['offer-003']);
    engine.synonymsChanged();
    await sleep(100);
    expect(await who(engine)).toBe('embedded');
    await remote.put([offerDocument('offer-003', 'Máy sấy')]);
    await closes(engine);
    expect(await who(engine)).toBe('meilisearch');
  });

  it('begins a first page anew where both engines are well', async () => {
    const { engine, remote, embedded } = await floor(250);
    const first = async (): Promise<string[]> => (await engine.search(searchQuery('may say', { limit: 5 }))).ids;
    const own = await first();
    const young = offerDocument('young', 'Máy sấy', { publishedAt: 1_900_000_000_000 });
    await embedded.put([young]);
    engine.changed(['young']);
    const behind = await first();
    expect([behind[0], behind.filter((id) => own.includes(id))]).toEqual(['young', []]);
    await remote.put([young]);
    await sleep(250);
    expect(await first()).toEqual(own);
  });

  it('asks a server that is away once, tells of it once, and asks it again when it is back', async () => {
    const { engine, remote, seen } = await floor();
    expect(await who(engine)).toBe('meilisearch');
    remote.fault = 'away';
    for (let i = 0; i < 3; i++) expect(await who(engine)).toBe('embedded');
    expect(seen).toEqual(['closed', 'failed', 'open', 'open', 'open']);
    remote.fault = 'none';
    await closes(engine);
    expect([await who(engine), seen.at(-1)]).toEqual(['meilisearch', 'closed']);
  });

  it('waits a short time for a server that does not answer, and no more after the third time', async () => {
    const { engine, remote, seen } = await floor();
    remote.fault = 'hung';
    for (let i = 0; i < 4; i++) {
      const started = performance.now();
      expect(await who(engine)).toBe('embedded');
      expect(performance.now() - started).toBeLessThan(300);
    }
    expect(seen.slice(1)).toEqual(['late', 'late', 'late', 'open', 'open']);
  });

  it('answers a search that the server refuses, and asks the server for every other', async () => {
    const { engine, remote, seen } = await floor();
    remote.faulty.set('poison', 'refused');
    for (let i = 0; i < 4; i++) expect((await engine.search(searchQuery('poison'))).engine).toBe('embedded');
    expect([await who(engine), engine.trouble]).toEqual(['meilisearch', null]);
    expect(seen).toEqual(['closed', 'refused', 'refused', 'refused', 'refused']);
  });

  it('lets a server take over again that answers all but the search that failed', async () => {
    const { engine, remote } = await floor();
    remote.faulty.set('poison', 'failed');
    await engine.search(searchQuery('poison'));
    expect(engine.trouble).not.toBeNull();
    await closes(engine);
    expect(await who(engine)).toBe('meilisearch');
  });

  it('does not let a server take over that came back empty or behind, until it has been fed', async () => {
    const { engine, remote, embedded } = await floor();
    remote.fault = 'away';
    await who(engine);
    await remote.close();
    await embedded.put([offerDocument('offer-003', 'Máy sấy mới', { version: 2 })]);
    remote.fault = 'none';
    await sleep(200);
    expect(await who(engine)).toBe('embedded');
    await remote.put(Array.from({ length: 25 }, (_, i) => offerDocument(`offer-${String(i).padStart(3, '0')}`, 'Máy sấy')));
    await sleep(200);
    expect(await who(engine)).toBe('embedded');
    await remote.put([offerDocument('offer-003', 'Máy sấy mới', { version: 2 })]);
    await closes(engine);
    expect(await who(engine)).toBe('meilisearch');
  });

  it.each([5, 10, 24])('neither skips nor repeats when the server goes away or comes back between pages of %i', async (limit) => {
    const { engine, remote } = await floor();
    const seen: string[] = [];
    const answered = new Set<string>();
    for (let offset = 0, turn = 0; offset < 25; offset += limit, turn++) {
      remote.fault = turn % 2 === 0 ? 'none' : 'away';
      if (turn % 2 === 0) await closes(engine);
      const found = await engine.search(searchQuery('may say', { offset, limit }));
      answered.add(found.engine);
      seen.push(...found.ids);
    }
    expect([...answered].sort()).toEqual(['embedded', 'meilisearch']);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('keeps the order of pages that somebody reads, however many counts are asked', async () => {
    const { engine, remote } = await floor();
    const { ids } = await engine.search(searchQuery('may say', { limit: 10 }));
    for (let i = 0; i < 501; i++) await engine.search(searchQuery(`may say ${i}`, { limit: 0 }));
    remote.fault = 'away';
    expect((await engine.search(searchQuery('may say', { limit: 10 }))).ids).toEqual(ids);
  });

  it('does not keep to a place whose offer has left or fits no longer', async () => {
    const { engine, remote, embedded } = await floor();
    const { ids } = await engine.search(searchQuery('may say', { limit: 10 }));
    remote.fault = 'away';
    await embedded.remove([ids[0]]);
    await embedded.put([offerDocument(ids[1], 'Kho lạnh', { version: 2 })]);
    const page = await engine.search(searchQuery('may say', { limit: 10 }));
    expect(page.ids.slice(0, 8)).toEqual(ids.slice(2));
    expect([page.ids.length, page.total, page.ids.includes(ids[0]), page.ids.includes(ids[1])]).toEqual([10, 23, false, false]);
  });

  it('shows what is found now where nothing fits any more of what was shown', async () => {
    const { engine, remote, embedded } = await floor();
    // The word is new: a correction finds another offer at first.
    await engine.put([offerDocument('near', 'Bơm zqofehnhabp')]);
    const asked = searchQuery('zqofehnhaba', { limit: 1 });
    expect((await engine.search(asked)).ids).toEqual(['near']);
    remote.fault = 'away';
    await embedded.put([offerDocument('new', 'Bơm zqofehnhaba')]);
    expect((await engine.search(asked)).ids).toEqual(['new']);
  });

  it('finds a new offer while another engine answers, behind what was shown', async () => {
    const { engine, remote, embedded } = await floor();
    await engine.search(searchQuery('may say', { limit: 5 }));
    remote.fault = 'away';
    await embedded.put([offerDocument('new', 'Máy sấy', { publishedAt: 1_900_000_000_000 })]);
    const found = await engine.search(searchQuery('may say', { limit: 50 }));
    expect([found.total, found.ids.indexOf('new')]).toEqual([26, 5]);
  });
});

searchEngineContract('failover, both alive', async () => {
  const engine = new FailoverEngine(new EmbeddedEngine(), new EmbeddedEngine(), {
    ...QUICK,
    searchMs: 5_000,
    listener: { ...SILENT, fellBack: (why) => { throw new Error(`the standby was asked: ${why}`); } },
  });
  engine.begin();
  await closes(engine);
  return engine;
});
