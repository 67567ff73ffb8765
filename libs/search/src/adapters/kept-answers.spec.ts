import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Synonyms } from '../domain/understanding/synonyms.js';
import type { EngineName, SearchQuery, SearchResult } from '../ports/search-engine.port.js';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { KeptAnswers } from './kept-answers.js';

/** Tells what it was asked, may stand for another engine, and may take its time. */
class Asked extends EmbeddedEngine {
  readonly asked: string[] = [];
  answersAs: EngineName = 'embedded';
  fault: string | null = null;
  isContinued = false;
  /** What happens between the search and its answer. */
  meanwhile: () => Promise<void> = async () => undefined;

  override get trouble(): string | null {
    return this.fault;
  }

  override async search(query: SearchQuery): Promise<SearchResult> {
    this.asked.push(query.q);
    const result = await super.search(query);
    await this.meanwhile();
    return { ...result, engine: this.answersAs, ...(this.isContinued ? { isContinued: true as const } : {}) };
  }
}

const opened = async () => {
  const engine = new Asked();
  await engine.put([offerDocument('a', 'Máy sấy')]);
  const from: string[] = [];
  const kept = new KeptAnswers(engine, engine, { longestMs: 60_000, answered: (how) => from.push(how) });
  kept.begin();
  const ids = async (q = 'may say', more: Partial<SearchQuery> = {}) => (await kept.search(searchQuery(q, more))).ids;
  return { engine, kept, from, ids };
};

searchEngineContract('kept answers', async () => {
  const engine = new EmbeddedEngine();
  const kept = new KeptAnswers(engine, engine);
  kept.begin();
  return kept;
});

describe('KeptAnswers', () => {
  it('asks once for the same search, and anew for any other', async () => {
    const { engine, from, ids, kept } = await opened();
    const first = await kept.search(searchQuery('may say', { facets: ['kind'] }));
    expect(await kept.search(searchQuery('may say', { facets: ['kind'] }))).toEqual(first);
    expect(engine.asked).toEqual(['may say']);
    expect(from).toEqual(['engine', 'kept']);
    for (const other of [{ offset: 1 }, { limit: 1 }, { exact: true }, { sort: 'newest' as const }, { filters: { kind: ['2'] } }, { facets: ['trl' as const] }]) await ids('may say', other);
    await ids('máy sấy');
    expect(engine.asked).toHaveLength(8);
  });

  it('shows what has changed at the next search, also an answer that was on its way', async () => {
    const { engine, kept, ids } = await opened();
    expect(await ids()).toEqual(['a']);
    await engine.put([offerDocument('b', 'Máy sấy')]);
    kept.changed(['b']);
    expect(await ids()).toHaveLength(2);
    engine.meanwhile = async () => {
      engine.meanwhile = async () => undefined;
      await engine.remove(['a']);
      kept.changed(['a']);
    };
    kept.changed([]);
    expect(await ids()).toHaveLength(2);
    expect(await ids()).toEqual(['b']);
  });

  it('does not wait until the index tells of what it holds already, and not for what is told too early', async () => {
    const { engine, kept, ids } = await opened();
    expect(await ids()).toEqual(['a']);
    await engine.put([offerDocument('b', 'Máy sấy')]);
    expect(await ids()).toHaveLength(2);
    engine.index.remove('a');
    expect(await ids()).toEqual(['b']);
    kept.changed(['c']);
    expect(await ids()).toEqual(['b']);
    engine.index.put(offerDocument('c', 'Máy sấy'));
    expect(await ids()).toHaveLength(2);
  });

  it('reads searches anew by other synonyms', async () => {
    const { engine, ids } = await opened();
    expect(await ids('wastewater')).toEqual([]);
    engine.synonyms = new Synonyms([{ words: ['máy sấy', 'wastewater'] }]);
    expect(await ids('wastewater')).toEqual(['a']);
  });

  it('keeps nothing of an index that is still being loaded', async () => {
    const engine = new Asked();
    const kept = new KeptAnswers(engine, engine);
    const found = async () => (await kept.search(searchQuery('may say'))).ids;
    expect(await found()).toEqual([]);
    await engine.put([offerDocument('a', 'Máy sấy')]);
    expect(await found()).toEqual(['a']);
    await engine.put([offerDocument('b', 'Máy sấy')]);
    kept.begin();
    expect(await found()).toHaveLength(2);
  });

  it('neither keeps what another engine answers nor answers while the first is in trouble', async () => {
    const { engine, ids, kept } = await opened();
    engine.answersAs = 'meilisearch';
    await ids();
    await ids();
    expect(engine.asked).toHaveLength(2);
    engine.answersAs = 'embedded';
    await ids();
    engine.fault = 'away';
    await ids();
    await ids();
    expect(engine.asked).toHaveLength(5);
    expect(kept.trouble).toBe('away');
    engine.fault = null;
    // What comes back may not be what went away.
    await ids();
    await ids();
    expect(engine.asked).toHaveLength(6);
  });

  it('keeps no page that goes on from another engine\'s', async () => {
    const { engine, ids } = await opened();
    engine.isContinued = true;
    await ids();
    engine.isContinued = false;
    await ids();
    await ids();
    expect(engine.asked).toHaveLength(2);
  });

  it('keeps fewer answers where they are long, those that were asked for last', async () => {
    const engine = new Asked();
    await engine.put(Array.from({ length: 2_000 }, (_, i) => offerDocument(`offer-${i}`, 'Máy sấy', { supplierId: `supplier-${i}` })));
    const kept = new KeptAnswers(engine, engine);
    kept.begin();
    const ask = (offset: number) => kept.search(searchQuery('', { offset, limit: 1, sort: 'newest', facets: ['supplier'] }));
    for (let offset = 0; offset < 100; offset++) await ask(offset);
    expect(engine.asked).toHaveLength(100);
    for (let offset = 30; offset < 100; offset++) await ask(offset);
    expect(engine.asked).toHaveLength(100);
    for (let offset = 0; offset < 30; offset++) await ask(offset);
    expect(engine.asked).toHaveLength(130);
    for (let offset = 60; offset < 100; offset++) await ask(offset);
    expect(engine.asked).toHaveLength(130);
  });

  it('keeps no failure', async () => {
    const { engine, ids } = await opened();
    engine.meanwhile = async () => {
      throw new Error('late');
    };
    await expect(ids()).rejects.toThrow('late');
    engine.meanwhile = async () => undefined;
    expect(await ids()).toEqual(['a']);
  });

  it('forgets in time, the oldest of many first, and keeps no long texts', async () => {
    const { engine, ids } = await opened();
    const long = 'may say '.repeat(200);
    await ids(long);
    await ids(long);
    expect(engine.asked).toHaveLength(2);
    await ids('may say');
    for (let i = 0; i < 500; i++) await ids(`may ${i}`);
    engine.asked.length = 0;
    await ids('may 1');
    expect(engine.asked).toEqual([]);
    await ids('may say');
    expect(engine.asked).toEqual(['may say']);
    // Time is read at most once a millisecond.
    await sleep(5);
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
    await ids('may say');
    clock.mockRestore();
    expect(engine.asked).toEqual(['may say', 'may say']);
  });
});
