import { parseHTML } from 'linkedom';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
const made: Record<string, any> = {};

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  given = givenOn(floor);
  const open = async (name: string, more: object): Promise<void> => void (made[name] = await given.openRequest({ fields: [], budgetMax: 735_000_000, ...more }));
  await open('dryer', { title: 'Cần máy sấy xoài', need: 'Sấy 2 tấn mỗi ngày, điện <b>yếu</b>.', fields: ['food-technology'], province: '82', transferModes: ['turnkey'], quantities: [{ name: 'Năng suất', value: '2', unit: 'tấn/ngày' }] });
  await open('fish', { title: 'Nuôi cá tra tuần hoàn', need: 'Ao 5 ha.', fields: ['fisheries'], province: '92' });
  await open('coffee', { title: 'Rang cà phê mẻ nhỏ', need: 'Rang đều.', fields: ['food-technology'], province: '92' });
  await open('secret', { title: 'Bóc vỏ dừa khô', need: 'Bóc 800 trái mỗi giờ.', anonymous: true });
});
afterAll(() => floor?.close());

const body = async (query: string): Promise<any> => (await floor.visitor.get(`requests?${query}`)).body;
const names = (found: any): string[] => found.items.map(({ id }: any) => Object.keys(made).find((name) => made[name].id === id));
const found = async (query: string): Promise<string[]> => names(await body(query));
const page = async (url: string): Promise<Document> => parseHTML((await floor.visitor.get(url)).body).document;

describe('GET /requests', () => {
  it('finds without accents, with slips, in raw keys, at once', async () => {
    for (const q of ['may say xoai', 'máy sấy', 'mayy say xoai', 'maysayxoai', 'may sa', 'mays saasy']) expect({ q, first: (await found(`q=${encodeURIComponent(q)}`))[0] }).toEqual({ q, first: 'dryer' });
    expect((await found(`q=${encodeURIComponent('cá')}`))[0]).toBe('fish');
    expect((await found(`q=${encodeURIComponent('cà')}`))[0]).toBe('coffee');
    expect((await body('q=mayy say xoai')).understood).toMatchObject({ query: 'mayy say xoai', corrected: 'may say xoai' });
  });

  it('lists all without words, newest first, and pages', async () => {
    expect(await found('')).toEqual(['secret', 'coffee', 'fish', 'dryer']);
    expect(await body('size=1&page=2')).toMatchObject({ total: 4, page: 2, size: 1, items: [{ id: made['coffee'].id }] });
    expect(await body('page=9')).toMatchObject({ total: 4, items: [] });
  });

  it('filters by field, province and transfer mode, and counts each without its own filter', async () => {
    expect((await found('field=food-technology')).sort()).toEqual(['coffee', 'dryer']);
    expect(await found('province=92&field=food-technology')).toEqual(['coffee']);
    expect(await found('transferMode=turnkey')).toEqual(['dryer']);
    const { facets } = await body('field=fisheries');
    expect(facets.field).toEqual([{ value: 'food-technology', label: 'Công nghệ thực phẩm', count: 2 }, { value: 'fisheries', label: expect.any(String), count: 1 }]);
    expect(facets.province).toEqual([{ value: '92', label: 'Cần Thơ', count: 1 }]);
  });

  it('marks hits and escapes everything else', async () => {
    const [item] = (await body(`q=${encodeURIComponent('sấy điện')}`)).items;
    expect(item).toMatchObject({ titleHighlighted: 'Cần máy <mark>sấy</mark> xoài', needHighlighted: '<mark>Sấy</mark> 2 tấn mỗi ngày, <mark>điện</mark> &lt;b&gt;yếu&lt;/b&gt;.' });
  });

  it('neither shows nor searches what a visitor may not see', async () => {
    expect(await found('q=735000000')).toEqual([]);
    expect(await found(`q=${encodeURIComponent('máy sấy dưới 100 triệu')}`)).toEqual(await found(`q=${encodeURIComponent('máy sấy')}`));
    expect(await found(`q=${encodeURIComponent('máy sấy dưới 300 triệu trên 100 triệu')}`)).toEqual(await found(`q=${encodeURIComponent('máy sấy')}`));
    expect(await found(`q=${encodeURIComponent('trên 1 tỷ')}`)).toEqual(await found(''));
    const named = await found(`q=${encodeURIComponent('Đơn vị enterprise')}&exact=true`);
    expect(named).toContain('dryer');
    expect(named).not.toContain('secret');
    const { items } = await body('');
    expect(items.filter((item: any) => 'budgetMax' in item)).toEqual([]);
    expect(items.find((item: any) => item.id === made['secret'].id)).not.toHaveProperty('organization');
    expect((await floor.as('enterprise').get('requests')).body.items[0]).toMatchObject({ budgetMax: 735_000_000 });
  });

  it('searches the approved revision only, also for its owner', async () => {
    const { version } = (await floor.as('enterprise').get(`requests/${made['fish'].id}`)).body;
    given.made(await floor.as('enterprise').patch(`requests/${made['fish'].id}`, { version, title: 'Nuôi lươn không bùn' }));
    for (const person of ['enterprise', 'broker'] as const) {
      const { items } = (await floor.as(person).get(`requests?q=${encodeURIComponent('cá tra')}`)).body;
      expect(items[0]).toMatchObject({ id: made['fish'].id, titleHighlighted: 'Nuôi <mark>cá tra</mark> tuần hoàn' });
    }
    expect(await found(`q=${encodeURIComponent('lươn')}`)).not.toContain('fish');
    given.made(await floor.as('enterprise').post(`requests/${made['fish'].id}/submit`));
    given.made(await floor.as('broker').post(`requests/${made['fish'].id}/approve`));
    expect(await found(`q=${encodeURIComponent('lươn')}`)).toEqual(['fish']);
  });

  it('says which limit of money it does not apply', async () => {
    expect((await body(`q=${encodeURIComponent('máy sấy dưới 100 triệu')}`)).understood).toMatchObject({ query: 'máy sấy', notApplied: { priceMax: 100_000_000 } });
    expect((await body(`q=${encodeURIComponent('máy sấy dưới 300 triệu trên 100 triệu')}`)).understood).toMatchObject({
      query: 'máy sấy', notApplied: { priceMin: 100_000_000, priceMax: 300_000_000 },
    });
    expect((await body(`q=${encodeURIComponent('máy sấy')}`)).understood).not.toHaveProperty('notApplied');
    expect((await page(`/vi/yeu-cau?q=${encodeURIComponent('máy sấy dưới 100 triệu')}`)).querySelector('.notice')!.textContent).toContain('Ngân sách của bên mua không công khai');
  });

  it('offers the nearest wider searches, and exactly what was typed, each with its count', async () => {
    const wider = (await body('q=may+say+xoai&province=92')).alternatives;
    expect(wider).toContainEqual({ kind: 'filter', q: 'may say xoai', filter: 'province', query: 'q=may+say+xoai', total: 1 });
    const { alternatives } = await body('q=mayy+say+xoai');
    expect(alternatives).toEqual([{ kind: 'exact', q: 'mayy say xoai', query: 'q=mayy+say+xoai&exact=true', total: 0 }]);
    // A limit of money among exact words is words; as words to correct it is a limit, and left out.
    const exact = await body(`q=${encodeURIComponent('may say xoai dưới 100 triệu')}&exact=true`);
    expect(exact.alternatives).toContainEqual(expect.objectContaining({ kind: 'corrected', q: 'may say xoai', total: 1 }));
    const empty = await page('/vi/yeu-cau?q=may+say+xoai&province=92');
    expect([...empty.querySelectorAll('.wider a')].map((link) => link.getAttribute('href'))).toContain('/vi/yeu-cau?q=may+say+xoai');
  });

  it('finds a request by the present name of its organization', async () => {
    await floor.database.query(`update organization set name = 'Hợp tác xã Bưởi Năm Roi' where name = 'Đơn vị enterprise'`);
    expect(await found(`q=${encodeURIComponent('bưởi năm roi')}`)).toContain('dryer');
    expect(await found(`q=${encodeURIComponent('bưởi năm roi')}`)).not.toContain('secret');
    await floor.database.query(`update organization set name = 'Đơn vị enterprise' where name = 'Hợp tác xã Bưởi Năm Roi'`);
    expect((await body(`q=${encodeURIComponent('bưởi năm roi')}&exact=true`)).total).toBe(0);
  });

  it('forgets a request at the moment at which it closes', async () => {
    const gone = await given.openRequest({ title: 'Xuồng composite', need: 'Chở hàng.' });
    expect((await body('q=xuong')).total).toBe(1);
    given.made(await floor.as('enterprise').post(`requests/${gone.id}/withdraw`));
    expect(await body('q=xuong')).toMatchObject({ total: 0, items: [] });
    given.made(await floor.as('enterprise').post(`requests/${gone.id}/reopen`));
    expect((await body('q=xuong')).total).toBe(1);
    given.made(await floor.as('enterprise').post(`requests/${gone.id}/withdraw`));
  });
});

describe('the page of open requests', () => {
  it('searches by a plain form, shows hits, filters and what was searched for', async () => {
    const found_ = await page('/vi/yeu-cau?q=mayy+say+xoai&province=82&sort=nonsense&page=x');
    expect(found_.querySelector('h1')!.textContent).toBe('1 nhu cầu cho “may say xoai”');
    expect([...found_.querySelectorAll('.request-row h2 mark')].map((mark) => mark.textContent)).toEqual(['máy sấy xoài']);
    expect(found_.querySelector('.notice a')!.getAttribute('href')).toBe('/vi/yeu-cau?q=mayy+say+xoai&province=82&exact=true');
    expect(found_.querySelector('.notice a')!.textContent).toBe('Tìm đúng chữ đã gõ (không có kết quả)');
    expect(found_.querySelector('.chip')!.getAttribute('href')).toBe('/vi/yeu-cau?q=mayy+say+xoai');
    expect(found_.querySelector('input[name=province][checked]')!.getAttribute('value')).toBe('82');
  });

  it('says where nothing is found, and leads back', async () => {
    const empty = await page('/en/requests?q=zzzqqq');
    expect(empty.querySelector('.empty h2')!.textContent).toBe('No such request yet');
    expect(empty.querySelector('.empty a')!.getAttribute('href')).toBe('/en/requests');
  });

  it('tells no budget and no hidden name to anybody', async () => {
    for (const person of ['enterprise', 'broker'] as const) {
      const { body: html } = await floor.as(person).get('/vi/yeu-cau');
      expect(html).toContain('Rang cà phê');
      expect(html).not.toMatch(/735(?:[.,]?000|[.,\d]*(?:\s|&nbsp;)*(?:triệu|million))/);
    }
    expect((await page('/vi/yeu-cau?q=boc+vo+dua')).querySelector('.request-row')!.textContent).not.toContain('Đơn vị enterprise');
  });
});
