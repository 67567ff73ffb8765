import { ExpireOffersJob } from '@app/catalog/jobs/expire-offers.job.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
const made: Record<string, any> = {};

const OFFERS: Record<string, object> = {
  cheap: { title: 'Máy sấy xoài nhỏ', kind: 'equipment', fields: ['food-technology'], province: '92', trl: 9, transferModes: ['turnkey'], price: { kind: 'firm', min: 100, max: 200 }, condition: 'new', readyToTransfer: true },
  middle: { title: 'Máy sấy xoài vừa', kind: 'equipment', fields: ['food-technology', 'mechanical'], province: '92', trl: 7, transferModes: ['turnkey', 'franchise'], price: { kind: 'firm', min: 300, max: 400 }, condition: 'used' },
  dear: { title: 'Lò hơi đốt trấu', kind: 'technology', fields: ['mechanical'], province: '86', trl: 5, price: { kind: 'indicative', min: 500 } },
  upTo: { title: 'Bơm nước', kind: 'technology', fields: ['mechanical'], trl: 3, price: { kind: 'indicative', max: 250 } },
  unpriced: { title: 'Ao nuôi tuần hoàn <b>RAS</b>', kind: 'technology', summary: 'Nước & bùn "sạch" <script>', fields: ['fisheries'], province: '86' },
  foreign: { title: 'Máy sấy lúa', kind: 'equipment', fields: ['food-technology'], price: { kind: 'firm', min: 700, max: 900 } },
};

beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
  for (const [name, offer] of Object.entries(OFFERS)) {
    if (name !== 'foreign') made[name] = await given.live({ fields: [], ...offer });
  }
  const { id } = (await floor.as('supplier2').post('offers', { summary: 'Sấy lúa', ...OFFERS['foreign'] })).body;
  await floor.as('supplier2').post(`offers/${id}/submit`);
  made['foreign'] = (await floor.as('broker').post(`offers/${id}/approve`)).body;
  await floor.database.query('update offer set centre_id = $2, version = version + 1 where id = $1', [id, floor.centres.other]);
  await floor.as('broker2').post(`offers/${id}/suspend`, { reason: 'x' });
  await floor.as('broker2').post(`offers/${id}/resume`);
  await floor.quiet();
  for (let i = 0; i < 50 && (await search('')).total < 6; i++) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(() => floor?.close());

const search = async (query: string): Promise<any> => (await floor.visitor.get(`offers?${query}`)).body;
const names = (body: any): string[] => body.items.map((item: any) => Object.keys(made).find((name) => made[name].id === item.id));
const found = async (query: string): Promise<string[]> => names(await search(query)).sort();

describe('GET /offers', () => {
  it('shows cards of what is live, newest first', async () => {
    const body = await search('');
    expect(names(body)).toEqual(Object.keys(OFFERS).reverse());
    expect(body).toMatchObject({ total: 6, page: 1, size: 20, engine: 'embedded', tookMs: expect.any(Number) });
    const { id, slug, code } = made['cheap'];
    expect(body.items.at(-1)).toMatchObject({
      id, slug, code, kind: 'equipment', title: 'Máy sấy xoài nhỏ', titleHighlighted: expect.any(String), summary: expect.any(String), summaryHighlighted: expect.any(String),
      supplier: { id: expect.any(String), slug: expect.any(String), name: 'Đơn vị supplier' }, fields: ['food-technology'], province: '92', trl: 9, transferModes: ['turnkey'],
      price: { kind: 'firm', min: 100, max: 200 }, condition: 'new', readyToTransfer: true, publishedAt: expect.any(String), image: null,
    });
  });

  it('filters by every name, any of several values, all of several names', async () => {
    const supplier2 = made['foreign'].supplier;
    const cases: [string, string[]][] = [
      ['kind=technology', ['dear', 'unpriced', 'upTo']], ['field=mechanical', ['dear', 'middle', 'upTo']], ['field=mechanical&field=fisheries', ['dear', 'middle', 'unpriced', 'upTo']],
      ['field=mechanical,fisheries', ['dear', 'middle', 'unpriced', 'upTo']], ['province=86', ['dear', 'unpriced']], ['trlMin=7', ['cheap', 'middle']], ['trlMax=5', ['dear', 'upTo']], ['trlMin=5&trlMax=7', ['dear', 'middle']],
      ['transferMode=franchise', ['middle']], ['condition=used', ['middle']], ['readyToTransfer=true', ['cheap']], ['readyToTransfer=true&readyToTransfer=1', ['cheap']], ['readyToTransfer=true&readyToTransfer=false', Object.keys(OFFERS).sort()], ['readyToTransfer=true,false&kind=equipment', ['cheap', 'foreign', 'middle']], ['kind=equipment&province=92', ['cheap', 'middle']],
      [`supplier=${supplier2.id}`, ['foreign']], [`supplier=${supplier2.slug}`, ['foreign']], [`supplier=${supplier2.id.toUpperCase()}`, ['foreign']], ['supplier=nobody', []], ['centre=vinh-long', ['foreign']], [`centre=${floor.centres.other}`, ['foreign']], ['centre=nowhere', []],
      ['kind=no-such', []],
    ];
    for (const [query, expected] of cases) expect({ query, found: await found(query) }).toEqual({ query, found: expected });
  });

  it('compares prices: at most by the minimum, unknown ones left out', async () => {
    expect(await found('priceMax=300')).toEqual(['cheap', 'middle']);
    expect(await found('priceMax=99')).toEqual([]);
    expect(await found('priceMin=401')).toEqual(['dear', 'foreign']);
  });

  it('sorts by price with the unknown last, by title in Vietnamese order, by age', async () => {
    const ascending = names(await search('sort=priceAsc'));
    expect(ascending.slice(0, 4)).toEqual(['cheap', 'middle', 'dear', 'foreign']);
    expect(ascending.slice(4).sort()).toEqual(['unpriced', 'upTo']);
    const descending = names(await search('sort=priceDesc'));
    expect(descending.at(-1)).toBe('unpriced');
    expect(names(await search('sort=title'))).toEqual(['unpriced', 'upTo', 'dear', 'foreign', 'cheap', 'middle']);
    expect(names(await search('q=may+say&sort=newest'))).toEqual(['foreign', 'middle', 'cheap']);
  });

  it('counts each facet without its own filter, with string values and labels in the language asked for', async () => {
    const all = await search('');
    expect(Object.keys(all.facets).sort()).toEqual(['condition', 'field', 'kind', 'province', 'readyToTransfer', 'supplier', 'transferMode', 'trl']);
    expect(all.facets.kind).toEqual(expect.arrayContaining([{ value: 'equipment', label: 'Thiết bị', count: 3 }, { value: 'technology', label: expect.any(String), count: 3 }]));
    const filtered = await search('kind=equipment&province=92&lang=en');
    const count = (facet: string, value: string): number | undefined => filtered.facets[facet].find((c: any) => c.value === value)?.count;
    expect(count('kind', 'equipment')).toBe(2);
    expect(count('province', '92')).toBe(2);
    expect(filtered.facets.kind.find((c: any) => c.value === 'equipment').label).toBe('Equipment');
    for (const counts of Object.values<any[]>(filtered.facets)) for (const { value, label } of counts) expect([typeof value, typeof label]).toEqual(['string', 'string']);
    expect((await search('facets=none')).facets).toEqual({});
    expect(Object.keys((await search('facets=kind,trl')).facets).sort()).toEqual(['kind', 'trl']);
  });

  it('escapes everything but its own marks', async () => {
    const { items } = await search('q=nuoc+RAS');
    const item = items.find((i: any) => i.id === made['unpriced'].id);
    expect(item.titleHighlighted).toContain('&lt;b&gt;<mark>RAS</mark>&lt;/b&gt;');
    expect(item.summaryHighlighted).toContain('&amp;');
    expect(item.summaryHighlighted).toContain('&lt;script&gt;');
    expect(item.title).toBe('Ao nuôi tuần hoàn <b>RAS</b>');
  });

  it('says what it understood, and searches for exactly what was typed when told to', async () => {
    const corrected = await search('q=m%C3%A1y+s%E1%BA%A5y+xoaif');
    expect(corrected.understood).toMatchObject({ query: 'máy sấy xoaif', relaxed: expect.any(Boolean), synonyms: expect.any(Array) });
    expect(corrected.total).toBeGreaterThan(0);
    const exact = await search('q=xoaif&exact=true');
    expect(exact).toMatchObject({ total: 0, understood: { query: 'xoaif', corrected: 'xoaif' } });
  });

  it('pages without gap or repetition, and past its end is empty with the right total', async () => {
    const walked: string[] = [];
    for (const page of [1, 2, 3]) walked.push(...names(await search(`size=2&page=${page}&sort=title`)));
    expect(walked).toEqual(names(await search('sort=title')));
    const first = await search('size=4&sort=title');
    expect(names(await search(`size=4&sort=title&cursor=${first.nextCursor}`))).toEqual(walked.slice(4));
    expect(await search('page=9')).toMatchObject({ items: [], total: 6, page: 9 });
    expect(await search('page=9')).not.toHaveProperty('nextCursor');
    expect(await floor.visitor.get('offers?page=101&size=100')).toMatchObject({ status: 422, body: { type: 'common.cursor_required' } });
    const beyond = Buffer.from('o10000').toString('base64url');
    expect(await search(`cursor=${beyond}`)).toMatchObject({ items: [], total: 6 });
  });

  it('counts as many as the published figures say, also when an offer has run out', async () => {
    const figures = async (): Promise<any> => (await floor.visitor.get('statistics/public')).body;
    const before = await figures();
    expect(before).toMatchObject({ offers: 6, suppliers: 2, readyToTransfer: 1, asOf: expect.any(String) });
    await floor.database.query(`update offer_revision set valid_until = current_date - 2 where id = (select live_revision_id from offer where id = $1)`, [made['upTo'].id]);
    const shown = await search('sort=title');
    expect(names(shown)).not.toContain('upTo');
    await floor.worker.get(ExpireOffersJob).run();
    await floor.quiet();
    for (let i = 0; i < 50 && (await search('')).total > 5; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    // Figures are computed at most every two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect({ search: (await search('')).total, figures: (await figures()).offers }).toEqual({ search: 5, figures: 5 });
  });
});
