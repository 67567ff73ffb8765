import { offerDocument as doc } from '../offer-document.builder.js';
import { CATALOGUE, type Subject } from './catalogue.js';

export const orderCases = (subject: Subject): void => {
  it('shows the newest first for an empty query', async () => {
    expect((await subject.ids('  ')).slice(0, 4)).toEqual(['eggplant', 'dryer', 'water', 'fish']);
    expect((await subject.find('')).total).toBe(CATALOGUE.length);
  });
  it('sorts what the words found by what is asked, not by fitness', async () => {
    await subject.put(doc('new-fish', 'Ao nuôi', { description: 'cá tra', publishedAt: 1_900_000_000_000 }));
    expect(await subject.ids('cá tra')).toEqual(['fish', 'new-fish']);
    expect(await subject.ids('cá tra', { sort: 'newest' })).toEqual(['new-fish', 'fish']);
  });
  it('sorts by price with unknown ones last, in either direction', async () => {
    expect((await subject.ids('', { sort: 'priceAsc' })).slice(0, 3)).toEqual(['water', 'dryer', 'dryer-en']);
    expect((await subject.ids('', { sort: 'priceDesc' })).slice(0, 3)).toEqual(['dryer-en', 'dryer', 'water']);
  });
  it('sorts titles as Vietnamese does', async () => {
    await subject.put(doc('t1', 'Ấm'), doc('t2', 'Am'), doc('t3', 'Ăn'), doc('t4', 'Bơm'));
    const titles = ['t2', 't3', 't1', 't4', 'water', 'drill', 'dryer-en', 'dryer', 'fish', 'eggplant'];
    expect(await subject.ids('', { sort: 'title' })).toEqual(titles);
  });
  it('sorts tones after letters, and numbers by their size', async () => {
    const titles = ['Ma 2', 'Ma 10', 'Má', 'Mã lực', 'Mạ', 'Mà'];
    await subject.put(...titles.map((title) => doc(title.replace(/\W/g, (c) => `-${c.charCodeAt(0)}`), title, { kind: 'tone' })));
    const sorted = await subject.ids('', { sort: 'title', filters: { kind: ['tone'] } });
    const back = sorted.map((id) => titles.find((title) => title.replace(/\W/g, (c) => `-${c.charCodeAt(0)}`) === id));
    expect(back).toEqual(['Mà', 'Má', 'Mạ', 'Ma 2', 'Ma 10', 'Mã lực']);
  });
  it.each(['relevance', 'newest', 'priceAsc', 'priceDesc', 'title'] as const)(
    'pages without skipping or repeating, also among equals: %s',
    async (sort) => {
      const twins = Array.from({ length: 57 }, (_, i) => doc(`twin-${String(i).padStart(2, '0')}`, 'Máy xúc đào'));
      await subject.put(...[...twins].reverse());
      const seen: string[] = [];
      for (let offset = 0; offset < 60; offset += 10) seen.push(...(await subject.ids('máy xúc', { sort, offset, limit: 10 })));
      expect(seen).toEqual(twins.map(({ id }) => id));
    },
  );
  it('pages the same whatever the size of a page', async () => {
    await subject.put(...Array.from({ length: 40 }, (_, i) => doc(`p${i}`, i % 3 ? 'Bơm chìm' : 'Bơm bùn', { description: 'máy bơm bùn' })));
    const whole = await subject.ids('bơm bùn', { limit: 100 });
    const parts = [...(await subject.ids('bơm bùn', { limit: 7 })), ...(await subject.ids('bơm bùn', { offset: 7, limit: 40 }))];
    expect(parts).toEqual(whole);
  });
  it('pages through hundreds of unequal finds without skipping or repeating', async () => {
    const places: [string, string][] = [['Bơm chìm', 'máy bơm bùn'], ['Bơm bùn', ''], ['Ao', 'bùn, bơm'], ['Máy bơm đặc bùn', 'bơm']];
    await subject.put(...Array.from({ length: 260 }, (_, i) => doc(`w${i}`, places[i % 4][0], { description: places[i % 4][1], publishedAt: i })));
    const seen: string[] = [];
    for (let offset = 0; offset < 260; offset += 30) seen.push(...(await subject.ids('bơm bùn', { offset, limit: 30 })));
    expect([seen.length, new Set(seen).size]).toEqual([260, 260]);
  });
  it('puts what has most words in its title before hundreds that have all of them, but scattered', async () => {
    const scattered = { description: 'Có máy lạnh. Có thể ấp lạnh. Nuôi gà, trứng sạch. Giá 500 nghìn.' };
    await subject.put(...Array.from({ length: 230 }, (_, i) => doc(`s${i}`, `Tủ trồng cây ${i}`, scattered)), doc('incubator', 'Máy ấp trứng gia cầm'));
    await subject.put(...Array.from({ length: 700 }, (_, i) => doc(`n${i}`, `Hệ thống tưới nhỏ giọt ${i}`)));
    const found = await subject.find('máy ấp trứng 500', { limit: 5 });
    expect([found.ids[0], found.total]).toEqual(['incubator', 231]);
    const seen: string[] = [];
    for (let offset = 0; offset < 240; offset += 60) seen.push(...(await subject.ids('máy ấp trứng 500', { offset, limit: 60 })));
    expect([seen.length, new Set(seen).size]).toEqual([231, 231]);
  });
  it('puts what is called so in its title, by another name too, before hundreds that have the words elsewhere', async () => {
    const scattered = { description: 'Có máy. Lưỡi cắt. Dọn cỏ.' };
    await subject.put(...Array.from({ length: 230 }, (_, i) => doc(`s${i}`, `Tủ trồng cây ${i}`, scattered)), doc('mower', 'Máy làm cỏ 5 HP'));
    expect(await subject.find('may cat co', { limit: 3 })).toMatchObject({ total: 231, ids: ['mower', expect.anything(), expect.anything()] });
    const seen: string[] = [];
    for (let offset = 0; offset < 240; offset += 60) seen.push(...(await subject.ids('may cat co', { offset, limit: 60 })));
    expect([seen.length, new Set(seen).size]).toEqual([231, 231]);
  });
  it('gives an empty page past the end with the right total', async () => {
    const found = await subject.find('quy trình', { offset: 100 });
    expect([found.ids, found.total]).toEqual([[], 2]);
  });
  it('counts all and shows the last of more than a thousand', async () => {
    await subject.put(...Array.from({ length: 1_205 }, (_, i) => doc(`many-${i}`, 'Cảm biến độ ẩm', { publishedAt: i })));
    const found = await subject.find('cảm biến', { offset: 1_200, limit: 10 });
    expect([found.total, found.ids]).toEqual([1_205, ['many-4', 'many-3', 'many-2', 'many-1', 'many-0']]);
  });
};
