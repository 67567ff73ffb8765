import { offerDocument as doc } from '../offer-document.builder.js';
import type { OfferFilters } from '../../ports/search-engine.port.js';
import { CATALOGUE, type Subject } from './catalogue.js';

const everything = CATALOGUE.map(({ id }) => id).sort();

const CASES: [string, OfferFilters, string[]][] = [
  ['kind', { kind: ['technology'] }, ['water']],
  ['any of two kinds', { kind: ['technology', 'process'] }, ['eggplant', 'fish', 'water']],
  ['province', { province: ['92', '01'] }, ['dryer', 'fish', 'water']],
  ['one of several fields', { field: ['energy'] }, ['dryer']],
  ['supplier', { supplier: ['supplier-2'] }, ['water']],
  ['an unknown supplier', { supplier: ['nobody'] }, []],
  ['centre', { centre: ['centre-2'] }, ['water']],
  ['transfer mode', { transferMode: ['turnkey'] }, ['dryer', 'water']],
  ['condition', { condition: ['new', 'used'] }, ['dryer']],
  ['ready to transfer', { readyToTransfer: true }, ['dryer']],
  ['not ready', { readyToTransfer: false }, ['drill', 'dryer-en', 'eggplant', 'fish', 'water']],
  ['least TRL', { trlMin: 8 }, ['dryer', 'fish']],
  ['greatest TRL', { trlMax: 7 }, ['eggplant', 'water']],
  ['TRL range with its ends', { trlMin: 7, trlMax: 8 }, ['dryer', 'eggplant']],
  ['greatest price, unknown left out', { priceMax: 200_000_000 }, ['dryer', 'water']],
  ['greatest price at the border', { priceMax: 180_000_000 }, ['dryer', 'water']],
  ['least price by the highest known', { priceMin: 200_000_000 }, ['dryer', 'dryer-en']],
  ['price range', { priceMin: 60_000_000, priceMax: 200_000_000 }, ['dryer']],
  ['different filters, all of which hold', { province: ['92'], kind: ['process'], trlMin: 9 }, ['fish']],
  ['an empty list as no filter', { kind: [] }, everything],
];

export const filterCases = (subject: Subject): void => {
  it.each(CASES)('keeps by %s', async (_, filters, ids) => {
    expect(await subject.kept(filters)).toEqual(ids);
  });
  it('keeps great prices exact', async () => {
    await subject.put(doc('dear', 'Lò phản ứng', { priceMin: 900_000_000_000_001 }));
    expect(await subject.kept({ priceMin: 900_000_000_000_001 })).toEqual(['dear']);
    expect(await subject.kept({ priceMin: 900_000_000_000_002 })).toEqual([]);
  });
  it('filters what the words found', async () => {
    expect(await subject.ids('quy trình', { filters: { province: ['92'] } })).toEqual(['fish']);
    expect(await subject.ids('máy sấy', { filters: { province: ['01'] } })).toEqual([]);
  });
  it('asks for every word where the filters leave nothing too', async () => {
    const found = await subject.find('cá tra', { filters: { kind: ['equipment'] } });
    expect([found.total, found.understood.relaxed]).toEqual([0, false]);
  });
  it('counts each facet without its own filter', async () => {
    const filters = { kind: ['process'], province: ['92'] };
    const found = await subject.find('', { filters, facets: ['kind', 'province', 'trl'] });
    expect(found.total).toBe(1);
    expect(found.facets.kind).toEqual([{ value: 'equipment', count: 1 }, { value: 'process', count: 1 }]);
    expect(found.facets.province).toEqual([{ value: '92', count: 1 }]);
    expect(found.facets.trl).toEqual([{ value: '9', count: 1 }]);
  });
  it('counts TRL without the TRL range, and everything else with it', async () => {
    const found = await subject.find('', { filters: { trlMin: 9 }, facets: ['trl', 'kind'] });
    expect(found.facets.trl!.map(({ value }) => value)).toEqual(['6', '7', '8', '9']);
    expect(found.facets.kind).toEqual([{ value: 'process', count: 1 }]);
  });
  it('counts readiness as words and without its own filter', async () => {
    const found = await subject.find('', { filters: { readyToTransfer: true }, facets: ['readyToTransfer'] });
    expect(found.facets.readyToTransfer).toEqual([{ value: 'false', count: 5 }, { value: 'true', count: 1 }]);
  });
  it('counts what the words matched, the most frequent first', async () => {
    const found = await subject.find('quy trình', { facets: ['kind', 'transferMode', 'readyToTransfer'] });
    expect(found.facets.kind).toEqual([{ value: 'process', count: 2 }]);
    expect(found.facets.transferMode).toEqual([]);
    expect(found.facets.readyToTransfer).toEqual([{ value: 'false', count: 2 }]);
    const all = await subject.find('', { facets: ['kind'] });
    expect(all.facets.kind!.map(({ value }) => value)).toEqual(['equipment', 'process', 'technology']);
  });
  it('counts an offer once for each of its values', async () => {
    const found = await subject.find('', { facets: ['field', 'transferMode'] });
    expect(found.facets.field).toEqual([{ value: 'crops', count: 1 }, { value: 'energy', count: 1 }, { value: 'environment', count: 1 }]);
    expect(found.facets.transferMode).toEqual([{ value: 'turnkey', count: 2 }, { value: 'licence', count: 1 }]);
  });
  it('counts more values than a screen shows', async () => {
    await subject.put(...Array.from({ length: 150 }, (_, i) => doc(`s${i}`, 'Van', { supplierId: `maker-${i}` })));
    expect((await subject.find('van', { facets: ['supplier'] })).facets.supplier).toHaveLength(150);
  });
  it.each([
    ['every word', 'quy trình', {}],
    ['some words', 'quy trình xyzzyq máy sấy', {}],
    ['words and filters', 'máy', { kind: ['equipment'] }],
    ['no word', '', { kind: ['process'] }],
    ['nothing', 'cá tra', { kind: ['equipment'] }],
  ] as [string, string, OfferFilters][])('counts without reading a hit: %s', async (_, q, filters) => {
    const { total } = await subject.find(q, { filters });
    expect(await subject.find(q, { filters, limit: 0, sort: 'newest' })).toMatchObject({ total, ids: [] });
  });
  it('counts nothing that was not asked for', async () => {
    expect((await subject.find('', { facets: [] })).facets).toEqual({});
  });
};
