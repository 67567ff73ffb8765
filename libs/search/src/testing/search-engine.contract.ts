import { highlight } from '../domain/highlight.js';
import type { OfferDocument, OfferFilters, SearchEngine, SearchQuery } from '../ports/search-engine.port.js';
import { offerDocument as doc, searchQuery } from './offer-document.builder.js';

const DAY = 86_400_000;
const START = 1_700_000_000_000;

const CATALOGUE: OfferDocument[] = [
  doc('dryer', 'Máy sấy nông sản bằng năng lượng mặt trời', {
    keywords: ['sấy', 'nông sản'],
    summary: 'Thiết bị sấy 500kg mỗi mẻ cho hợp tác xã',
    fields: ['crops', 'energy'],
    province: '92',
    trl: 8,
    transferModes: ['turnkey'],
    condition: 'new',
    readyToTransfer: true,
    priceMin: 180_000_000,
    priceMax: 220_000_000,
    supplierName: 'Công ty Bình Minh',
    publishedAt: START + 3 * DAY,
  }),
  doc('dryer-en', 'Freeze dryer for fruit', { lang: 'en', summary: 'Industrial vacuum unit', priceMin: 900_000_000 }),
  doc('water', 'Công nghệ xử lý nước thải chăn nuôi', {
    kind: 'technology',
    fields: ['environment'],
    province: '01',
    trl: 6,
    transferModes: ['licence', 'turnkey'],
    priceMin: 50_000_000,
    supplierId: 'supplier-2',
    centreId: 'centre-2',
    publishedAt: START + 2 * DAY,
  }),
  doc('fish', 'Quy trình nuôi cá tra', { kind: 'process', province: '92', trl: 9, publishedAt: START + DAY }),
  doc('eggplant', 'Quy trình trồng cà tím', { kind: 'process', trl: 7, publishedAt: START + 9 * DAY }),
  doc('drill', 'Đầu khoan từ', { description: 'Khoan kim loại & bê tông', en: { title: 'Magnetic drill' } }),
];

/** What every search engine promises; `open` gives an empty one. */
export const searchEngineContract = (name: string, open: () => Promise<SearchEngine>): void =>
  describe(`SearchEngine: ${name}`, () => {
    let engine: SearchEngine;
    beforeEach(async () => {
      engine = await open();
      await engine.put(CATALOGUE);
    });
    afterEach(async () => engine.close());

    const ids = async (q: string, more: Partial<SearchQuery> = {}): Promise<string[]> =>
      (await engine.search(searchQuery(q, more))).ids;
    const kept = async (filters: OfferFilters): Promise<string[]> => (await ids('', { filters })).sort();

    describe('words', () => {
      it('finds an offer typed without accents, with them, and in the other Unicode form', async () => {
        for (const q of ['may say nong san', 'máy sấy nông sản', 'máy sấy nông sản'.normalize('NFD'), 'MÁY SẤY']) {
          expect((await ids(q))[0]).toBe('dryer');
        }
        expect(await ids('dau khoan')).toEqual(['drill']);
      });
      it('puts exact accents first', async () => {
        expect((await ids('cá'))[0]).toBe('fish');
        expect((await ids('cà'))[0]).toBe('eggplant');
        expect((await ids('ca')).sort()).toEqual(['eggplant', 'fish']);
      });
      it('puts exact accents first even where they stand only in the description', async () => {
        await engine.put([
          doc('a', 'Máy đóng gói dừa', { keywords: ['dừa'] }),
          doc('b', 'Máy cắt gọt', { description: 'dùng cho quả dứa' }),
        ]);
        expect((await ids('dứa')).slice(0, 2)).toEqual(['b', 'a']);
      });
      it('holds tone placement and i/y equal', async () => {
        expect(await ids('xử lí nước thải')).toEqual(['water']);
        await engine.put([doc('hoa', 'Hòa tan kỹ thuật')]);
        expect(await ids('hoà tan')).toEqual(['hoa']);
        expect(await ids('kĩ thuật')).toEqual(['hoa']);
      });
      it('reads raw Telex and VNI keys', async () => {
        expect((await ids('mays saays noong sanr'))[0]).toBe('dryer');
        expect((await ids('ma1y sa61y'))[0]).toBe('dryer');
      });
      it('forgives one slip and says what it read', async () => {
        const found = await engine.search(searchQuery('xử lý nước thảii'));
        expect(found.ids).toEqual(['water']);
        expect(found.understood.corrected).toBe('xử lý nước thải');
        expect(await ids('may say nogn san')).toEqual(['dryer']);
      });
      it('takes words as typed when exact', async () => {
        expect(await ids('thảii', { exact: true })).toEqual([]);
        const found = await engine.search(searchQuery('máy sấy', { exact: true }));
        expect(found.ids).toEqual(['dryer']);
        expect(found.understood).toEqual({ query: 'máy sấy', corrected: 'máy sấy', synonyms: [], relaxed: false });
      });
      it('completes a last word that is still being typed', async () => {
        expect(await ids('công nghệ xử lý nước th')).toEqual(['water']);
        expect(await ids('năng lượng mặt tr')).toEqual(['dryer']);
      });
      it('finds synonyms across Vietnamese and English', async () => {
        const found = await engine.search(searchQuery('máy sấy'));
        expect(found.ids).toEqual(['dryer', 'dryer-en']);
        expect(found.understood.synonyms[0]).toEqual(expect.arrayContaining(['máy sấy', 'dryer']));
      });
      it('searches every text field, and numbers apart from their unit', async () => {
        expect(await ids('bê tông')).toEqual(['drill']);
        expect(await ids('magnetic drill')).toEqual(['drill']);
        expect(await ids('Bình Minh')).toEqual(['dryer']);
        expect(await ids('500 kg')).toEqual(['dryer']);
      });
      it('ranks a title above a description', async () => {
        await engine.put([doc('x', 'Thiết bị khác', { description: 'cá tra' })]);
        expect(await ids('cá tra')).toEqual(['fish', 'x']);
      });
      it('asks for every word first and says when it did not', async () => {
        const strict = await engine.search(searchQuery('công nghệ nước thải'));
        expect([strict.ids, strict.understood.relaxed]).toEqual([['water'], false]);
        const relaxed = await engine.search(searchQuery('xử lý nước thải chăn nuôi cà'));
        expect([relaxed.ids[0], relaxed.understood.relaxed]).toEqual(['water', true]);
      });
      it('leaves function words out only when they are meant as such', async () => {
        expect(await ids('công nghệ của nước thải')).toEqual(['water']);
        await engine.put([doc('crab', 'Nuôi cua lột')]);
        expect(await ids('cua')).toEqual(['crab']);
      });
    });

    describe('filters and facets', () => {
      it('filters by values: any of one list, all of different ones', async () => {
        expect(await kept({ province: ['92', '01'] })).toEqual(['dryer', 'fish', 'water']);
        expect(await kept({ province: ['92'], kind: ['process'] })).toEqual(['fish']);
        expect(await kept({ centre: ['centre-2'] })).toEqual(['water']);
        expect(await kept({ field: ['energy'], readyToTransfer: true })).toEqual(['dryer']);
        expect(await kept({ supplier: ['nobody'] })).toEqual([]);
      });
      it('filters by ranges and leaves the unknown out', async () => {
        expect(await kept({ trlMin: 7, trlMax: 8 })).toEqual(['dryer', 'eggplant']);
        expect(await kept({ priceMax: 200_000_000 })).toEqual(['dryer', 'water']);
        expect(await kept({ priceMin: 200_000_000 })).toEqual(['dryer', 'dryer-en']);
      });
      it('counts each facet without its own filter', async () => {
        const filters = { kind: ['process'], province: ['92'] };
        const found = await engine.search(searchQuery('', { filters, facets: ['kind', 'province', 'trl'] }));
        expect(found.total).toBe(1);
        expect(found.facets.kind).toEqual([
          { value: 'equipment', count: 1 },
          { value: 'process', count: 1 },
        ]);
        expect(found.facets.province).toEqual([{ value: '92', count: 1 }]);
        expect(found.facets.trl).toEqual([{ value: '9', count: 1 }]);
      });
      it('counts what the words matched, the most frequent first', async () => {
        const found = await engine.search(searchQuery('quy trình', { facets: ['kind', 'transferMode', 'readyToTransfer'] }));
        expect(found.facets.kind).toEqual([{ value: 'process', count: 2 }]);
        expect(found.facets.transferMode).toEqual([]);
        expect(found.facets.readyToTransfer).toEqual([{ value: 'false', count: 2 }]);
        const all = await engine.search(searchQuery('', { facets: ['kind'] }));
        expect(all.facets.kind!.map(({ value }) => value)).toEqual(['equipment', 'process', 'technology']);
      });
    });

    describe('order and pages', () => {
      it('shows everything, newest first, for an empty query', async () => {
        expect((await ids('  ')).slice(0, 4)).toEqual(['eggplant', 'dryer', 'water', 'fish']);
        expect((await engine.search(searchQuery(''))).total).toBe(CATALOGUE.length);
      });
      it('sorts by price with unknown ones last, in either direction', async () => {
        expect((await ids('', { sort: 'priceAsc' })).slice(0, 3)).toEqual(['water', 'dryer', 'dryer-en']);
        expect((await ids('', { sort: 'priceDesc' })).slice(0, 3)).toEqual(['dryer-en', 'dryer', 'water']);
      });
      it('sorts titles as Vietnamese does', async () => {
        await engine.put([doc('t1', 'Ấm'), doc('t2', 'Am'), doc('t3', 'Ăn'), doc('t4', 'Bơm')]);
        const titles = ['t2', 't3', 't1', 't4', 'water', 'drill', 'dryer-en', 'dryer', 'fish', 'eggplant'];
        expect(await ids('', { sort: 'title' })).toEqual(titles);
      });
      it('pages without skipping or repeating, also among equals', async () => {
        const twins = Array.from({ length: 57 }, (_, i) => doc(`twin-${String(i).padStart(2, '0')}`, 'Máy xúc đào'));
        await engine.put([...twins].reverse());
        for (const sort of ['relevance', 'newest', 'priceAsc', 'title'] as const) {
          const seen: string[] = [];
          for (let offset = 0; offset < 60; offset += 10) seen.push(...(await ids('máy xúc', { sort, offset, limit: 10 })));
          expect(seen).toEqual(twins.map(({ id }) => id));
        }
      });
      it('gives an empty page past the end with the right total', async () => {
        const found = await engine.search(searchQuery('quy trình', { offset: 100 }));
        expect([found.ids, found.total]).toEqual([[], 2]);
      });
    });

    describe('changes', () => {
      it('ignores an older version and takes a newer one', async () => {
        await engine.put([doc('fish', 'Nuôi ếch', { version: 3 })]);
        await engine.put([doc('fish', 'Quy trình nuôi cá tra', { version: 2 })]);
        expect(await ids('ếch')).toEqual(['fish']);
        expect(await ids('cá tra')).not.toContain('fish');
        expect((await engine.versions()).get('fish')).toBe(3);
      });
      it('forgets what was removed and finds it again when it is back', async () => {
        await engine.remove(['water', 'nobody']);
        expect(await ids('nước thải', { exact: true })).toEqual([]);
        expect(await engine.size()).toBe(CATALOGUE.length - 1);
        await engine.put([CATALOGUE[2]]);
        expect(await ids('nước thải')).toEqual(['water']);
      });
      it('stays right over many changes', async () => {
        for (let round = 2; round < 6; round++) {
          await engine.put(Array.from({ length: 80 }, (_, i) => doc(`n${i}`, `Robot hàn vòng ${round}`, { version: round, kind: `k${i % 3}` })));
          await engine.remove(Array.from({ length: 20 }, (_, i) => `n${i + round}`));
          const found = await engine.search(searchQuery(`vòng ${round}`, { facets: ['kind'] }));
          expect(found.total).toBe(60);
          expect(found.facets.kind!.reduce((sum, { count }) => sum + count, 0)).toBe(60);
        }
        expect(await ids('cá tra')).toEqual(['fish']);
      });
    });

    describe('hostile input', () => {
      const hostile = ['😀😀', '\u0000', '"\'`;--', '<script>', '%_\\', '((((', '\ud800', 'a'.repeat(10_000), 'máy '.repeat(2500), '=ca~s', 'a_b'];
      it.each(hostile)('answers %j', async (q) => {
        const found = await engine.search(searchQuery(q, { facets: ['kind'] }));
        expect(found.total).toBeGreaterThanOrEqual(found.ids.length);
      });
      it('finds nothing for text without words', async () => {
        expect((await engine.search(searchQuery('😀 !!!'))).total).toBe(0);
      });
      it('takes prototype words for plain words', async () => {
        expect(await ids('constructor __proto__ toString', { exact: true })).toEqual([]);
        await engine.put([doc('p', 'constructor __proto__', { kind: '__proto__' })]);
        expect(await ids('constructor')).toEqual(['p']);
      });
      it('marks what it found and escapes the rest', async () => {
        const { highlight: terms } = await engine.search(searchQuery('may say'));
        expect(highlight('<i>Máy sấy</i> & "dryer"', terms)).toBe(
          '&lt;i&gt;<mark>Máy sấy</mark>&lt;/i&gt; &amp; &quot;<mark>dryer</mark>&quot;',
        );
      });
    });
  });
