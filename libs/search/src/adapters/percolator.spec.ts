import type { OfferDocument, OfferFilters, SearchQuery } from '../ports/search-engine.port.js';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { ForeseenWords } from '../domain/understanding/foreseen-words.js';
import { Percolator, type StandingSearch } from './percolator.js';

const WORDS = (
  'máy sấy lúa xay ép viên bơm nước thải nuôi tôm cá tra cà tím trồng nấm phân bón hữu cơ lạnh kho bảo quản nông sản thủy hải chế biến ' +
  'tưới nhỏ giọt hệ thống điều khiển tự động năng lượng mặt trời gỗ rơm công nghệ heo bắp cải technology cabbage pig corn generator phát điện weeder làm cỏ feeder rải thức ăn drone bay người lái dryer drying machine pump solar chiller pumps pumping dryers drying machines process processes processing controls controlled sensing sensors sensor corns generators next maps ko dc k CNC suốt thresher trứng incubator PC200 PC 200 AquaMate200 aquamate aqua mate SmartFarm smart farm CO2 ISO 500kg 1.000 2 tấn/giờ 37 kW của và cho không loại bán ở'
).split(' ');

/** Numbers that look like chance and are the same in every run. */
const randomOf = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};
type Random = ReturnType<typeof randomOf>;

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)];
const some = (count: number, random: Random): string => Array.from({ length: count }, () => pick(WORDS, random)).join(' ');

const document = (id: string, version: number, random: Random): OfferDocument =>
  offerDocument(id, some(2 + Math.floor(random() * 5), random), {
    version,
    summary: some(Math.floor(random() * 12), random),
    specs: random() < 0.3 ? 'công suất 500 kg; nhiệt độ 60 °C' : '',
    fields: [pick(['crops', 'energy', 'environment'], random)],
    kind: pick(['equipment', 'technology'], random),
    province: pick(['92', '01', null], random),
    trl: pick([null, 4, 7, 9], random),
    priceMin: pick([null, 50_000_000, 200_000_000], random),
    readyToTransfer: random() < 0.5,
  });

const bare = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

/** What people do to words as they type. */
const SLIPS: ((text: string, random: Random) => string)[] = [
  (text) => text,
  bare,
  (text, random) => text.split(' ').map((word) => (random() < 0.5 ? bare(word) : word)).join(' '),
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick([...'aeinghtz'], random) + text.slice(at);
  },
  (text, random) => text.slice(0, Math.max(2, text.length - 1 - Math.floor(random() * 2))),
  (text) => text.replaceAll(' ', ''),
  (text) => text.toUpperCase(),
  (text) => bare(text).replace(/ ?\b[a-z]/g, (from) => from.trim().toUpperCase()),
  (text) => `tôi cần tìm ${text} giá dưới 100 triệu`,
  () => 'mays saays',
  () => 'dryer 0,5 tấn',
  (text) => text.split(' ').map((word) => (/^[a-z]+$/.test(word) ? `${word}s` : word)).join(' '),
  (text) => text.split(' ').map((word) => (/^[a-z]+$/.test(word) ? word.replace(/s$/, '') : word)).join(' '),
  () => 'giá dưới 60 triệu',
  () => '',
];

const filters = (random: Random): OfferFilters => ({
  ...(random() < 0.2 ? { field: [pick(['crops', 'energy'], random)] } : {}),
  ...(random() < 0.1 ? { kind: ['equipment'] } : {}),
  ...(random() < 0.1 ? { trlMin: 5 } : {}),
  ...(random() < 0.1 ? { priceMax: 100_000_000 } : {}),
  ...(random() < 0.1 ? { readyToTransfer: true } : {}),
  ...(random() < 0.1 ? { province: ['92', '01'] } : {}),
});

const query = (random: Random): SearchQuery =>
  searchQuery(pick(SLIPS, random)(some(1 + Math.floor(random() * 4), random), random), { filters: filters(random), exact: random() < 0.1, limit: 1_000 });

const foreseen = new ForeseenWords(new EmbeddedEngine().synonyms);
const standing = (query: SearchQuery, n: number): StandingSearch => ({ id: String(n), query, words: foreseen.of(query.q, query.exact) });

/** The ids of the searches whose answer has the offer without anything relaxed or doubted. */
const searched = async (engine: EmbeddedEngine, id: string, searches: StandingSearch[]): Promise<string[]> => {
  const found: string[] = [];
  for (const search of searches) {
    const { ids, understood } = await engine.search({ ...search.query, sure: true });
    if (!understood.relaxed && ids.includes(id)) found.push(search.id);
  }
  return found;
};

describe('Percolator', () => {
  it.each([1, 2, 3, 4])('finds exactly the searches that find an offer, while the catalogue changes (%d)', async (seed) => {
    const random = randomOf(seed);
    const engine = new EmbeddedEngine();
    const searches = Array.from({ length: 80 }, (_, n) => standing(query(random), n));
    const kept = new Percolator(engine.index, engine.synonyms, foreseen);
    let hits = 0;
    for (let step = 0; step < 30; step++) {
      const id = `offer-${Math.floor(random() * 25)}`;
      if (random() < 0.15) await engine.remove([id]);
      const doc = document(id, step + 1, random);
      await engine.put([doc]);
      const percolated = new Percolator(engine.index, engine.synonyms, foreseen).searchesThatFind(doc, searches).map((search) => search.id);
      expect(percolated.map((n) => `${n} ${searches[Number(n)].query.q}`)).toEqual((await searched(engine, id, searches)).map((n) => `${n} ${searches[Number(n)].query.q}`));
      // One that has seen the catalogue as it was is as good.
      expect(kept.searchesThatFind(doc, searches).map((search) => search.id)).toEqual(percolated);
      hits += percolated.length;
    }
    expect(hits).toBeGreaterThan(50);
  });

  it.each([
    ['máy bơm máy phát điện', 'Water pump with generator'],
    ['máy sấy máy rải thức ăn', 'Grain dryer and feeder'],
    ['máy bay không người lái máy làm cỏ', 'Spraying drone, weeder'],
  ])('finds by %s the %s, where the catalogue lacks the rest of the second name', async (q, title) => {
    const engine = new EmbeddedEngine();
    const doc = offerDocument('foreign', title);
    await engine.put([doc, ...['Máy sấy lúa', 'Máy bơm nước thải', 'Hệ thống điều khiển tự động'].map((other, i) => offerDocument(`o${i}`, other))]);
    const searches = [standing(searchQuery(q), 0)];
    expect(await searched(engine, 'foreign', searches)).toEqual(['0']);
    expect(new Percolator(engine.index, engine.synonyms, foreseen).searchesThatFind(doc, searches)).toEqual(searches);
  });

  it.each([
    ['form of a form', 'builds', 'Nhà, buildings', 'Building', 'Tổ hợp'],
    ['name of a plural with slips', 'wind genratrs', 'Máy phát điện wind', 'Wind generators', 'Tổ hợp'],
    ['name of a plural', 'water pumps', 'Máy bơm water', 'Tổ hợp', 'Water'],
    ['form before a form', 'pumps pump', 'Pumping station', 'A pump', 'Tổ hợp'],
  ])('finds by a %s, %s, the %s', async (_, q, title, ...others) => {
    const engine = new EmbeddedEngine();
    const doc = offerDocument('found', title);
    await engine.put([doc, ...others.map((other, i) => offerDocument(`o${i}`, other))]);
    const searches = [standing(searchQuery(q), 0)];
    expect(await searched(engine, 'found', searches)).toEqual(['0']);
    expect(new Percolator(engine.index, engine.synonyms, foreseen).searchesThatFind(doc, searches)).toEqual(searches);
  });

  it('does not count an offer that has only some of the words', async () => {
    const engine = new EmbeddedEngine();
    const doc = offerDocument('a', 'Máy sấy nông sản');
    await engine.put([doc, offerDocument('b', 'Máy bơm nước')]);
    const searches = ['máy sấy', 'máy bơm', 'máy sấy lạ lùng', 'may say', ''].map((q, n) => standing(searchQuery(q), n));
    expect(new Percolator(engine.index, engine.synonyms, foreseen).searchesThatFind(doc, searches).map(({ query: { q } }) => q)).toEqual(['máy sấy', 'may say', '']);
  });
});
