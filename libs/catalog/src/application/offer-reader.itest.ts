import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogModule, ImportOffers, OfferReader } from '@app/catalog';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { WordMap } from '@app/taxonomy';

let floor: TestFloor;
let folder: string;
let ids: string[];

const cards = () => floor.get(OfferReader).liveCards(ids);
const write = (sql: string, ...values: unknown[]) => floor.database.query(sql, values);

beforeAll(async () => {
  floor = await bootContext({ imports: [CatalogModule] });
  folder = mkdtempSync(join(tmpdir(), 'techfloor-cards-'));
  const file = join(folder, 'in.jsonl');
  const rows = ['Máy một', 'Máy hai', 'Máy ba'].map((title, at) => ({ code: `C${at}`, supplier: 'Cơ khí Ô Môn', title, summary: 'Tóm tắt', province: '92' }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await floor.get(ImportOffers).run(file, { publish: true, dryRun: false, words: new WordMap(), report: () => undefined });
  ids = (await floor.database.query<{ id: string }>(`select id from offer order by code desc`)).map(({ id }) => id);
});
afterAll(async () => {
  await floor?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('cards of live offers', () => {
  it('come in the order asked for, and stay the same objects while nothing changes', async () => {
    const first = await cards();
    expect(first.map(({ title }) => title)).toEqual(['Máy ba', 'Máy hai', 'Máy một']);
    (await cards()).forEach((card, at) => expect(card).toBe(first[at]));
  });

  it('show at once a new name of the supplier, a picture, and no field that was hidden since', async () => {
    const [before] = await cards();
    expect(before).toMatchObject({ province: '92', image: null, supplier: { name: 'Cơ khí Ô Môn' } });
    await write(`update organization set name = 'Cơ khí Thốt Nốt'`);
    await write(`update offer set image = '/a.jpg' where id = $1`, ids[0]);
    await write(`update offer_revision set disclosure = '{"province": "staff"}' where offer_id = $1`, ids[0]);
    const [after, other] = await cards();
    expect(after).toMatchObject({ province: null, image: '/a.jpg', supplier: { name: 'Cơ khí Thốt Nốt' } });
    expect(other).toMatchObject({ province: '92', image: null, supplier: { name: 'Cơ khí Thốt Nốt' } });
  });

  it('come with the suppliers named beside them, by their names of now, and without unknown ones', async () => {
    const [{ supplier }] = await cards();
    const named = async () => (await floor.get(OfferReader).liveCardsAmong(ids, [supplier.id, '018f0000-0000-7000-8000-000000000009'])).suppliers;
    expect(await named()).toEqual([supplier]);
    await write(`update organization set name = 'Cơ khí Cái Răng'`);
    expect(await named()).toEqual([{ ...supplier, name: 'Cơ khí Cái Răng' }]);
  });

  it('are gone at once with the offer, and there again with it', async () => {
    await write(`update offer set visibility = 'withdrawn' where id = $1`, ids[1]);
    expect((await cards()).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    await write(`update offer set visibility = 'live' where id = $1`, ids[1]);
    expect((await cards()).map(({ id }) => id)).toEqual(ids);
  });

  it('are gone after the last day, though no row has changed', async () => {
    await write(`update offer_revision set valid_until = '2031-01-01' where offer_id = $1`, ids[2]);
    expect((await cards()).map(({ id }) => id)).toEqual(ids);
    floor.setTime(new Date('2031-01-01T16:59:59Z'));
    expect((await cards()).map(({ id }) => id)).toEqual(ids);
    floor.setTime(new Date('2031-01-01T17:00:00Z'));
    expect((await cards()).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
  });
});
