import { Actor } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedEngine, SearchModule } from '@app/search';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { SynonymEditor } from './synonym-editor.js';

const staff = new Actor({ id: null, roles: ['broker'] });
const GROUP = { words: ['máy vò chè', 'máy vò trà'], onlyTo: ['tea roller'] };
let floor: TestFloor;
let editor: SynonymEditor;

beforeAll(async () => {
  floor = await bootContext({ imports: [SearchModule] });
  editor = floor.get(SynonymEditor);
  await floor.get(EmbeddedEngine).put([offerDocument('a', 'Máy vò trà Shan tuyết'), offerDocument('b', 'Tea roller, 40 kg'), offerDocument('c', 'Chè khô, máy ép')]);
});
afterAll(() => floor?.close());

const found = async (q: string): Promise<string[]> => (await floor.get(EmbeddedEngine).search(searchQuery(q))).ids.sort();

describe('editing synonyms', () => {
  it('shows what a group would do without saving it, then does it until it is removed', async () => {
    const { before, after } = await editor.preview(searchQuery('máy vò chè'), GROUP);
    expect([before.ids.includes('b'), after.ids.sort(), after.relaxed]).toEqual([false, ['a', 'b'], false]);
    expect(await found('máy vò chè')).toEqual(before.ids.sort());
    const { id } = await editor.add(staff, GROUP);
    expect(await found('máy vò chè')).toEqual(['a', 'b']);
    expect((await editor.list('VÒ CHÈ', { page: 1, size: 5 })).items).toEqual([{ id, ...GROUP, version: 1 }]);
    await editor.change(staff, id, { words: ['máy vò chè', 'tea roller'], onlyTo: [] }, 1);
    expect((await found('máy vò chè')).includes('b')).toBe(true);
    await expect(editor.change(staff, id, GROUP, 1)).rejects.toMatchObject({ code: 'common.stale_version' });
    await expect(editor.change(staff, id, GROUP, undefined)).rejects.toMatchObject({ code: 'common.version_required' });
    await editor.remove(staff, id);
    expect(await found('máy vò chè')).toEqual(before.ids.sort());
    const log = await floor.database.query<{ type: string }>('select type from event where subject = $1 order by sequence', [id]);
    expect(log.map(({ type }) => type)).toEqual(['search.synonym_added.v1', 'search.synonym_changed.v1', 'search.synonym_removed.v1']);
  });

  it('names each name that cannot be one', async () => {
    await expect(editor.add(staff, { words: ['máy sấy', '???'], onlyTo: ['một hai ba bốn năm sáu bảy'] })).rejects.toMatchObject({
      fields: [{ field: 'words.1' }, { field: 'onlyTo.0' }],
    });
    await expect(editor.add(staff, { words: ['máy sấy'], onlyTo: [] })).rejects.toMatchObject({ fields: [{ field: 'words' }] });
  });
});
