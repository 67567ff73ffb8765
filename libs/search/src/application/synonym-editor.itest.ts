import { setTimeout as sleep } from 'node:timers/promises';
import { Actor, Clock, DatabaseNotices, EventStore, Logger, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedEngine, OfferSearchQuery, QueryLog, SearchModule } from '@app/search';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { SynonymRepository } from '../data/synonym.repository.js';
import { SYNONYM_GROUPS } from '../domain/understanding/synonym-groups.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import { SynonymEditor } from './synonym-editor.js';
import { SynonymPreviewer } from './synonym-previewer.js';
import { SynonymService } from './synonym.service.js';

const staff = new Actor({ id: null, roles: ['broker'] });
const GROUP = { words: ['máy vò chè', 'máy vò trà'], onlyTo: ['tea roller'] };
const QUERY = 'máy vò chè';
const [ROLLER, TEA, DRY] = [uuidv7(), uuidv7(), uuidv7()];
let floor: TestFloor;
let editor: SynonymEditor;
let previewer: SynonymPreviewer;

beforeAll(async () => {
  floor = await bootContext({ imports: [SearchModule] });
  editor = floor.get(SynonymEditor);
  previewer = floor.get(SynonymPreviewer);
  await floor.get(EmbeddedEngine).put([offerDocument(ROLLER, 'Máy vò trà Shan tuyết'), offerDocument(TEA, 'Tea roller, 40 kg'), offerDocument(DRY, 'Chè khô, máy ép')]);
});
afterAll(() => floor?.close());

const found = async (q: string): Promise<string[]> => (await floor.get(EmbeddedEngine).search(searchQuery(q))).ids.sort();
const searched = (q: string, times: number): void => {
  for (let n = 0; n < times; n++) {
    const asked = Object.assign(new OfferSearchQuery(), { q });
    floor.get(QueryLog).count(asked, { total: 0, understood: { query: q, corrected: q, relaxed: false } }, 'vi', { actor: Actor.visitor(), userAgent: 'Mozilla/5.0', addressBlock: `10.0.0.${n}` });
  }
};
const totals = async (change: Parameters<SynonymPreviewer['preview']>[0], q?: string) =>
  (await previewer.preview(change, q)).searches.map(({ query, before, after }) => [query, before.total, after.total, after.relaxed]);

describe('editing synonyms', () => {
  it('begins with the groups that are shipped', async () => {
    const kept = (await floor.get(SynonymService).all()).map(({ words, onlyTo }) => JSON.stringify([words, onlyTo ?? []]));
    expect(kept.sort()).toEqual(SYNONYM_GROUPS.map(({ words, onlyTo }) => JSON.stringify([words, onlyTo ?? []])).sort());
  });
  it('finds by a group from when it is added until it is removed', async () => {
    const before = await found(QUERY);
    const { id } = await editor.add(staff, GROUP);
    expect(await found(QUERY)).toEqual([ROLLER, TEA]);
    expect((await editor.list('VÒ CHÈ', { page: 1, size: 5 })).items).toEqual([{ id, ...GROUP, version: 1 }]);
    await editor.change(staff, id, { words: [QUERY, 'tea roller'], onlyTo: [] }, { version: 1 });
    expect(await found(QUERY)).toContain(TEA);
    for (const write of [(given: object) => editor.change(staff, id, GROUP, given), (given: object) => editor.remove(staff, id, given)]) {
      await expect(write({ version: 1 })).rejects.toMatchObject({ code: 'common.stale_version' });
      await expect(write({ ifMatch: 1 })).rejects.toMatchObject({ code: 'common.stale_if_match' });
      await expect(write({})).rejects.toMatchObject({ code: 'common.version_required' });
    }
    await editor.remove(staff, id, { ifMatch: 2 });
    expect(await found(QUERY)).toEqual(before);
    await expect(editor.get(id)).rejects.toMatchObject({ code: 'common.not_found' });
    const log = await floor.database.query<{ type: string }>('select type from event where subject = $1 order by sequence', [id]);
    expect(log.map(({ type }) => type)).toEqual(['search.synonym_added.v1', 'search.synonym_changed.v1', 'search.synonym_removed.v1']);
  });

  it('is told to other processes at once', async () => {
    const notices = new DatabaseNotices(floor.database);
    const service = new SynonymService(floor.database, floor.get(SynonymRepository), notices, floor.get(Logger));
    const taken: Synonyms[] = [];
    const takes = async (times: number): Promise<string[]> => {
      for (let i = 0; i < 200 && taken.length < times; i++) await sleep(10);
      return taken.at(-1)!.vocabulary;
    };
    await service.follow((synonyms) => taken.push(synonyms));
    const { id } = await editor.add(staff, { words: ['máy lăn búp', 'xylobuda'], onlyTo: [] });
    const added = await takes(2);
    await editor.remove(staff, id, { version: 1 });
    const removed = await takes(3);
    service.onApplicationShutdown();
    notices.beforeApplicationShutdown();
    expect([added.includes('xylobuda'), removed.includes('xylobuda')]).toEqual([true, false]);
  });

  it('has saved what it saved, though the groups cannot be read anew at once', async () => {
    class Unreadable extends SynonymRepository {
      override all(): Promise<never> {
        return Promise.reject(new Error('the connection is gone'));
      }
    }
    const unread = new SynonymService(floor.database, new Unreadable(), floor.get(DatabaseNotices), floor.get(Logger));
    const cut = new SynonymEditor(floor.database, floor.get(SynonymRepository), unread, floor.get(EventStore), floor.get(Clock));
    const { id } = await cut.add(staff, { words: ['máy sao chè', 'máy sao trà'], onlyTo: [] });
    await cut.change(staff, id, { words: ['máy sao chè', 'chảo sao chè'], onlyTo: [] }, { version: 1 });
    expect((await editor.get(id)).words).toEqual(['máy sao chè', 'chảo sao chè']);
    await cut.remove(staff, id, { version: 2 });
    await expect(editor.get(id)).rejects.toMatchObject({ code: 'common.not_found' });
  });

  it('refuses a group that is there already, however it is written, also when two are added at once', async () => {
    const added = await Promise.allSettled([1, 2].map(() => editor.add(staff, GROUP)));
    expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [{ id }] = (await editor.list('vò chè', { page: 1, size: 5 })).items;
    const refused = { code: 'common.invalid', fields: [{ field: 'words', code: 'repeated' }] };
    await expect(editor.add(staff, { words: ['Máy  vò trà', 'MÁY VÒ CHÈ'], onlyTo: ['Tea roller'] })).rejects.toMatchObject(refused);
    const other = await editor.add(staff, { words: GROUP.words, onlyTo: [] });
    await expect(editor.change(staff, other.id, GROUP, { version: 1 })).rejects.toMatchObject(refused);
    expect((await editor.change(staff, id, GROUP, { version: 1 })).version).toBe(2);
    await editor.remove(staff, other.id, { version: 1 });
    await editor.remove(staff, id, { version: 2 });
  });

  it('names each name that cannot be one', async () => {
    await expect(editor.add(staff, { words: ['máy sấy', '???'], onlyTo: ['một hai ba bốn năm sáu bảy'] })).rejects.toMatchObject({
      fields: [{ field: 'words.1' }, { field: 'onlyTo.0' }],
    });
    await expect(previewer.preview({ names: { words: ['máy sấy'], onlyTo: [] } })).rejects.toMatchObject({ fields: [{ field: 'words' }] });
  });
});

describe('seeing beforehand what a change of the synonyms would do', () => {
  beforeAll(async () => {
    // The log shows nothing of what was asked in one hour only.
    floor.setTime(new Date(Date.now() - 3_600_000));
    searched('vò chè xanh', 1);
    searched('máy vò chè', 1);
    searched('máy ép', 1);
    await floor.get(QueryLog).flush();
    floor.setTime(new Date());
    searched('vò chè xanh', 1);
    searched('máy vò chè', 2);
    searched('máy ép', 1);
    await floor.get(QueryLog).flush();
  });

  it('tells of each query of the log that would find otherwise, and of the one that is asked about, and saves nothing', async () => {
    expect(await totals({ names: GROUP })).toEqual([[QUERY, expect.any(Number), 2, false]]);
    expect(await totals({ names: GROUP }, 'máy ép')).toEqual([['máy ép', 1, 1, false], [QUERY, expect.any(Number), 2, false]]);
    expect(await previewer.preview({ names: GROUP })).toMatchObject({ examined: 3, affected: 1, searches: [{ query: QUERY, searches: 3 }] });
    expect((await editor.list('vò chè', { page: 1, size: 5 })).total).toBe(0);
  });

  it('compares a change and a removal with the group as it is', async () => {
    const { id } = await editor.add(staff, GROUP);
    const without = await totals({ replaces: id });
    expect(without).toEqual([[QUERY, 2, expect.any(Number), true]]);
    expect(await totals({ replaces: id, names: { words: [QUERY, 'máy vò trà'], onlyTo: [] } })).toEqual([[QUERY, 2, 1, false]]);
    expect(await found(QUERY)).toEqual([ROLLER, TEA]);
    await editor.remove(staff, id, { version: 1 });
  });
});
