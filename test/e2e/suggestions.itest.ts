import { loggedQuery } from '@app/search/domain/logged-query.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
const made: Record<string, any> = {};

beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
  made['dryer'] = await given.live({ title: 'Máy sấy cá tra bơm nhiệt', fields: ['food-technology'], en: { title: 'Heat pump dryer for catfish', summary: 'Dries fish.' } });
  made['coffee'] = await given.live({ title: 'Máy rang cà phê <b>mới</b>', summary: 'Rang đều, có thể sấy.', fields: ['food-technology'] });
  made['pond'] = await given.live({ title: 'Ao nuôi cá tuần hoàn', summary: 'Nuôi', fields: ['fisheries'] });
  await asked('máy rang cà phê', 5, { searches: 2, successful: 2 });
  await asked('máy rang ca', 4, { searches: 50, successful: 50 });
  await asked('máy rang tuần hoàn', 9, { searches: 9, successful: 0 });
  await asked('máy rang kim cương', 9, { searches: 9, successful: 9 });
  await floor.quiet();
  for (let i = 0; i < 50 && (await floor.visitor.get('offers')).body.total < 3; i++) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(() => floor?.close());

/** Searches of the last hours, so many in each. */
const asked = (typed: string, hours: number, { searches, successful }: { searches: number; successful: number }): Promise<unknown> =>
  floor.database.query(
    `insert into search_query_bucket (hour, query, typed, lang, searches, without_result, relaxed, corrected, successful, askers)
     select date_trunc('hour', now()) - make_interval(hours => n), $1, $2, 'vi', $4, 0, 0, 0, $5, 3 from generate_series(1, $3) as n`,
    [loggedQuery(typed)!.query, typed, hours, searches, successful],
  );

const suggest = async (query: Record<string, string>): Promise<any> => (await floor.visitor.get(`search/suggestions?${new URLSearchParams(query)}`)).body;
const slugs = (items: any[]): string[] => items.map(({ slug }) => Object.keys(made).find((name) => made[name].slug === slug)!);

describe('GET /search/suggestions', () => {
  it('completes the last word, with or without accents, and marks what matched', async () => {
    for (const q of ['may sa', 'máy sấ', 'MÁY SẤY', 'máy sấy'.normalize('NFD')]) {
      const { offers } = await suggest({ q });
      expect({ q, first: slugs(offers)[0] }).toEqual({ q, first: 'dryer' });
      expect(offers[0].titleHighlighted).toContain('<mark>Máy sấy</mark>');
    }
  });

  it('puts offers with the accents that were typed first', async () => {
    expect(slugs((await suggest({ q: 'cà phê' })).offers)).toEqual(['coffee']);
    expect(slugs((await suggest({ q: 'cá' })).offers).slice(0, 2).sort()).toEqual(['dryer', 'pond']);
  });

  it('corrects slips and raw keys', async () => {
    expect(slugs((await suggest({ q: 'mayy says ca' })).offers)[0]).toBe('dryer');
    expect(slugs((await suggest({ q: 'maysay' })).offers)[0]).toBe('dryer');
  });

  it('suggests only offers that have the words in their titles', async () => {
    expect(slugs((await suggest({ q: 'sấy' })).offers)).toEqual(['dryer']);
  });

  it('suggests no offer that has only a little of what no offer has whole', async () => {
    expect(slugs((await suggest({ q: 'máy rang hạt dẻ' })).offers)).toEqual(['coffee']);
    expect(slugs((await suggest({ q: 'máy khoan giếng bê tông sâu' })).offers)).toEqual([]);
  });

  it('suggests suppliers and fields with how many offers they have', async () => {
    const { suppliers } = await suggest({ q: 'don vi sup' });
    expect(suppliers).toEqual([{ id: expect.any(String), slug: expect.any(String), name: 'Đơn vị supplier', nameHighlighted: '<mark>Đơn vị supplier</mark>', offers: 3 }]);
    const { fields } = await suggest({ q: 'thực ph' });
    expect(fields).toEqual([{ code: 'food-technology', label: 'Công nghệ thực phẩm', labelHighlighted: 'Công nghệ <mark>thực phẩm</mark>', offers: 2 }]);
    expect((await suggest({ q: 'food', lang: 'en' })).fields).toMatchObject([{ code: 'food-technology' }]);
    expect((await suggest({ q: 'đơn vị supplier2' })).suppliers).toEqual([]);
  });

  it('suggests what others searched for with success in five different hours, and nothing else', async () => {
    expect((await suggest({ q: 'may ra' })).queries).toEqual([{ q: 'máy rang cà phê', qHighlighted: '<mark>máy rang</mark> cà phê' }]);
    expect((await suggest({ q: 'Máy rang cà phê' })).queries).toEqual([]);
  });

  it('gives the English title where there is one and English is asked for', async () => {
    expect((await suggest({ q: 'dryer cat', lang: 'en' })).offers[0]).toMatchObject({ title: 'Heat pump dryer for catfish', titleHighlighted: 'Heat pump <mark>dryer</mark> for <mark>catfish</mark>' });
  });

  it('escapes everything but the marks', async () => {
    expect((await suggest({ q: 'rang' })).offers[0].titleHighlighted).toBe('Máy <mark>rang</mark> cà phê &lt;b&gt;mới&lt;/b&gt;');
  });

  it('keeps to the limit, and answers nothing for nothing', async () => {
    expect((await suggest({ q: 'máy', limit: '1' })).offers).toHaveLength(1);
    for (const q of ['', '   ', '--', '🙂']) expect(await suggest({ q })).toMatchObject({ queries: [], offers: [], suppliers: [], fields: [] });
    expect((await floor.visitor.get('search/suggestions?q=a&limit=11')).body.errors).toMatchObject([{ field: 'limit' }]);
  });

  it('is kept by no cache, which would go on suggesting what was withdrawn', async () => {
    const { headers } = await floor.visitor.get('search/suggestions?q=may');
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('does not suggest what was withdrawn a moment ago, whatever the index says', async () => {
    const gone = await given.live({ title: 'Xuồng composite' });
    await floor.quiet();
    for (let i = 0; i < 50 && (await suggest({ q: 'xuồng com' })).offers.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await suggest({ q: 'xuồng com' })).offers).toHaveLength(1);
    await floor.as('supplier').post(`offers/${gone.id}/withdraw`);
    expect((await suggest({ q: 'xuồng com' })).offers).toEqual([]);
  });
});
