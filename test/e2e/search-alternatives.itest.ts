import { parseHTML } from 'linkedom';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;

const TITLES: [string, object][] = [
  ['Máy sấy xoài', { province: '92', trl: 9 }], ['Máy sấy lúa', { province: '86', trl: 5 }], ['Bơm nước giếng', { province: '86', trl: 5 }], ['Nồi hơi', { province: '92', trl: 9, kind: 'technology' }],
  ['Máy sấy rau câu', { province: '92', trl: 9 }], ['Máy say sinh tố', { province: '92', trl: 9 }],
];

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  given = givenOn(floor);
  for (const [title, more] of TITLES) await given.live({ title, summary: 'Gọn nhẹ.', ...more });
  await floor.quiet();
  for (let i = 0; i < 50 && (await floor.visitor.get('offers')).body.total < TITLES.length; i++) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(() => floor?.close());

const search = async (query: string): Promise<any> => (await floor.visitor.get(`offers?${query}`)).body;
const told = (body: any): string[] => body.alternatives.map(({ kind, filter, q, total }: any) => `${kind}${filter ? ` ${filter}` : ''} "${q}" ${total}`);
const page = async (url: string): Promise<Document> => parseHTML((await floor.visitor.get(url)).body).document;

describe('alternatives of a search', () => {
  it('are none where something was found as typed', async () => {
    expect((await search('q=máy sấy')).alternatives).toEqual([]);
    expect((await search('')).alternatives).toEqual([]);
  });

  it('are the nearest wider searches where nothing was found, each with its count', async () => {
    const body = await search('q=máy sấy lúa&province=92&trlMin=8&kind=equipment');
    expect(body.total).toBe(0);
    expect(told(body)).toEqual(['words "máy sấy" 3', 'filters "máy sấy lúa" 1', 'browse "" 3']);
    for (const { query, total } of body.alternatives) expect({ query, total: (await search(query)).total }).toEqual({ query, total });
  });

  it('leave out one filter where that is enough', async () => {
    expect(told(await search('q=bơm nước giếng&province=92'))).toContain('filter province "bơm nước giếng" 1');
    expect(told(await search('q=nồi hơi&kind=technology&province=86'))).toEqual(expect.arrayContaining(['filter province "nồi hơi" 1']));
    expect(told(await search('province=86&trlMin=8'))).toEqual(expect.arrayContaining(['filter province "" 4', 'filter trlMin "" 2', 'filters "" 6']));
  });

  it('stand beside the first page only', async () => {
    expect((await search('q=máy sấy lúa&province=92&trlMin=8&kind=equipment&page=2')).alternatives).toEqual([]);
  });

  it('never answer what finds nothing too, and are few', async () => {
    const body = await search('q=xyzzyq&province=92&trlMin=9&condition=used&transferMode=turnkey&field=fisheries&readyToTransfer=true&priceMax=5');
    expect(body.alternatives.every(({ total }: any) => total > 0)).toBe(true);
    expect(body.alternatives.length).toBeLessThanOrEqual(8);
  });

  it('say how many are found by exactly what was typed, when something else was searched for', async () => {
    const body = await search('q=mayy sấy lúa');
    expect(body.understood.corrected).not.toBe(body.understood.query);
    // Some offers have two of the three words; none has these three.
    expect(told(body)).toEqual(['exact "mayy sấy lúa" 0']);
    expect(new URLSearchParams(body.alternatives[0].query).get('exact')).toBe('true');
  });

  it('lead from an exact search that finds few to the corrected one', async () => {
    const body = await search('q=mayy sayy xoai&exact=true');
    expect(told(body)).toContain('corrected "may say xoai" 1');
    expect(body.alternatives.find(({ kind }: any) => kind === 'corrected').query).toBe('q=mayy+sayy+xoai');
  });

  it('are wider limits, and none, where few are found at the price that the text names', async () => {
    for (const [title, min] of [['Xe nâng điện', null], ['Xe nâng dầu', 90_000_000]] as const) {
      await given.live({ title, summary: 'Bền.', ...(min ? { price: { kind: 'indicative', min, max: min, vat: 'included', unit: null } } : {}) });
    }
    await floor.quiet();
    for (let i = 0; i < 50 && (await search('q=xe nâng')).total < 2; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    const body = await search('q=xe nâng tầm 50 triệu');
    expect([body.total, body.understood.filters]).toEqual([0, { priceMin: 40_000_000, priceMax: 60_000_000 }]);
    expect(told(body)).toEqual(['price "xe nâng" 1', 'anyPrice "xe nâng" 2']);
    expect(body.alternatives[0]).toMatchObject({ limits: { priceMin: 20_000_000, priceMax: 120_000_000 }, query: `${new URLSearchParams({ q: 'xe nâng', priceMin: '20000000', priceMax: '120000000' })}` });
    for (const { query, total } of body.alternatives) expect({ query, total: (await search(query)).total }).toEqual({ query, total });
    expect(told(await search('q=xe nâng tầm 90 triệu'))).toEqual(['anyPrice "xe nâng" 2']);
    expect(told(await search('q=xe nâng tầm 50 triệu&priceMax=200000000'))).not.toContain('price "xe nâng" 1');
  });
});

describe('the page of a search', () => {
  it('says what was searched for, and leads to exactly what was typed with the count', async () => {
    const notice = (await page(`/vi/cong-nghe?q=${encodeURIComponent('mayy sấy lúa')}`)).querySelector('.notice')!;
    expect(notice.textContent).toContain('Đang tìm “máy sấy lúa”.');
    expect(notice.querySelector('a')!.textContent).toBe('Tìm đúng chữ đã gõ (không có kết quả)');
    expect(notice.querySelector('a')!.getAttribute('href')).toContain('exact=true');
  });

  it('leads back from an exact search', async () => {
    const notice = (await page('/en/offers?q=mayy+sayy+xoai&exact=true')).querySelector('.notice')!;
    expect(notice.textContent).toContain('Searching for exactly “mayy sayy xoai”.');
    expect(notice.querySelector('a')!.getAttribute('href')).toBe('/en/offers?q=mayy+sayy+xoai');
  });

  it('offers wider searches, the need and the keeping of the search where nothing was found', async () => {
    const document = await page(`/vi/cong-nghe?q=${encodeURIComponent('bơm nước giếng')}&province=92`);
    const links = [...document.querySelectorAll('.wider a')].map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toContainEqual(['Bỏ lọc: Cần Thơ', `/vi/cong-nghe?${new URLSearchParams({ q: 'bơm nước giếng' })}`]);
    const ways = [...document.querySelectorAll('.empty .actions a')].map((link) => link.getAttribute('href'));
    expect(ways).toEqual([expect.stringMatching(/^\/vi\/yeu-cau\/moi\?need=/)]);
    expect([...document.querySelectorAll('main a')].find((link) => link.textContent === 'Lưu tìm kiếm này')?.getAttribute('href')).toMatch(/^\/vi\/dang-nhap\?next=/);
  });

  it('offers other prices below the few that cost what the words name', async () => {
    const document = await page(`/vi/cong-nghe?q=${encodeURIComponent('xe nâng tầm 90 triệu')}`);
    expect(document.querySelectorAll('.rows > li')).toHaveLength(1);
    expect([...document.querySelectorAll('.wider a')].map((link) => link.textContent)).toEqual(['Mọi mức giá']);
  });

  it('keeps a search and leads back to it', async () => {
    const enterprise = floor.as('enterprise');
    const { body } = await enterprise.get('/vi/cong-nghe?q=kim+cương&province=92');
    const form = parseHTML(body).document.querySelector('form[action="/vi/tai-khoan/tim-kiem/luu"]')!;
    const fields = Object.fromEntries([...form.querySelectorAll('input')].map((input) => [input.getAttribute('name')!, input.getAttribute('value')!]));
    fields['frequency'] = form.querySelector('option[selected]')!.getAttribute('value')!;
    const answer = await enterprise.call('POST', form.getAttribute('action')!, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    expect({ status: answer.status, to: answer.headers['location'] }).toEqual({ status: 303, to: expect.stringMatching(/^\/vi\/cong-nghe\?q=kim\+c/) });
    expect((await enterprise.get('saved-searches')).body.items).toMatchObject([{ name: 'kim cương, Cần Thơ', frequency: 'daily', query: `${new URLSearchParams({ q: 'kim cương', province: '92' })}` }]);
  });
});

describe('the page of a supplier', () => {
  it('searches its own offers, by words, fields and filters, in a list like any other', async () => {
    const supplier2 = floor.as('supplier2');
    const { id, supplier } = given.made(await supplier2.post('offers', { title: 'Máy sấy mít', kind: 'equipment', summary: 'Gọn.', fields: ['food-technology'] }));
    given.made(await supplier2.post(`offers/${id}/submit`));
    given.made(await floor.as('broker').post(`offers/${id}/approve`));
    await floor.quiet();
    for (let i = 0; i < 50 && (await search('q=máy sấy mít')).total < 1; i++) await new Promise((resolve) => setTimeout(resolve, 50));

    const shown = await page(`/vi/nha-cung-ung/${supplier.slug}`);
    const form = shown.querySelector('.inner-search')!;
    const fields = Object.fromEntries([...form.querySelectorAll('input')].map((input) => [input.getAttribute('name')!, input.getAttribute('value') ?? '']));
    const found = await page(`${form.getAttribute('action')}?${new URLSearchParams({ ...fields, q: 'may say' })}`);
    expect(found.querySelector('h1')!.textContent).toBe('1 chào bán cho “may say”');
    expect(found.querySelector('.chip')!.textContent).toContain('Đơn vị supplier2');
    expect(found.querySelectorAll('fieldset input[name=supplier][checked]')).toHaveLength(1);
    expect([...shown.querySelectorAll('.inner-search + .tags a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Công nghệ thực phẩm 1', `/vi/cong-nghe?supplier=${supplier.slug}&field=food-technology`],
    ]);
  });
});
