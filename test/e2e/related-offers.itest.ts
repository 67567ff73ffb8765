import { parseHTML } from 'linkedom';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
const made: Record<string, any> = {};

const foreign = async (title: string): Promise<any> => {
  const supplier2 = floor.as('supplier2');
  const { id } = given.made(await supplier2.post('offers', { title, kind: 'equipment', summary: 'Buồng bơm nhiệt.', fields: [] }));
  given.made(await supplier2.post(`offers/${id}/submit`));
  return given.made(await floor.as('broker').post(`offers/${id}/approve`));
};

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  given = givenOn(floor);
  const summary = 'Buồng bơm nhiệt.';
  made['dryer'] = await given.live({ title: 'Máy sấy xoài bơm nhiệt', summary });
  made['same'] = await given.live({ title: 'MÁY SẤY XOÀI BƠM NHIỆT', summary });
  for (const fruit of ['mít', 'chuối', 'nhãn']) made[fruit] = await given.live({ title: `Máy sấy ${fruit} bơm nhiệt`, summary });
  made['other'] = await foreign('Máy sấy bơm nhiệt cho thanh long');
  for (const title of ['Xuồng composite', 'Nồi hơi đốt trấu', 'Cảm biến mặn', 'Phần mềm kho', 'Lưới lan', 'Cân bàn', 'Ao nuôi tôm', 'Bạt lót hồ']) made[title] = await given.live({ title, summary: 'Gọn.' });
  await floor.quiet();
  for (let i = 0; i < 50 && (await floor.visitor.get('offers')).body.total < Object.keys(made).length; i++) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(() => floor?.close());

const related = async (name: string, query = ''): Promise<string[]> =>
  (await floor.visitor.get(`offers/${made[name].id}/related${query}`)).body.items.map((item: any) => Object.keys(made).find((key) => made[key].id === item.id));

describe('GET /offers/{id}/related', () => {
  it('gives what is like it, no equal title, two of a supplier, and nothing that has only common words with it', async () => {
    const found = await related('dryer');
    expect(found).toContain('other');
    expect(found.filter((name) => ['mít', 'chuối', 'nhãn'].includes(name))).toHaveLength(2);
    expect(found).toHaveLength(3);
    expect(await related('dryer', '?limit=1')).toHaveLength(1);
  });

  it('gives nothing for what is like nothing, and is not found for what is not live', async () => {
    expect(await related('Lưới lan')).toEqual([]);
    const draft = await given.draft();
    expect((await floor.as('supplier').get(`offers/${draft.id}/related`)).status).toBe(404);
    expect((await floor.visitor.get(`offers/${made['dryer'].id}/related?limit=21`)).status).toBe(422);
  });

  it('shows them on the page of the offer', async () => {
    const { document } = parseHTML((await floor.visitor.get(`/vi/cong-nghe/${made['dryer'].slug}`)).body);
    const links = [...document.querySelectorAll('[aria-labelledby=related-title] h3 a')].map((link) => link.getAttribute('href'));
    expect(links).toContain(`/vi/cong-nghe/${made['other'].slug}`);
    expect((await floor.visitor.get(`/en/offers/${made['Lưới lan'].slug}`)).body).not.toContain('related-title');
  });

  it('never gives one that was withdrawn a moment ago', async () => {
    await floor.as('supplier2').post(`offers/${made['other'].id}/withdraw`);
    expect(await related('dryer')).not.toContain('other');
  });
});
