import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CatalogModule, EXPORTED_COLUMNS, ImportOffers, OfferExporter, OfferService } from '@app/catalog';
import { CentreService } from '@app/organizations';
import { Actor, type ImportIssue, parseQuantity, uuidv7, writeTable } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { WordMap } from '@app/taxonomy';

let floor: TestFloor;
let folder: string;
let draftCode: string;
const path = (name: string): string => join(folder, name);

const RICH = {
  code: 'A1', supplier: 'Công ty "Ô Môn"; chi nhánh', supplierCode: '1800123456', kind: 'equipment', title: '=HYPERLINK("x")', summary: '- gạch đầu dòng\nhai; dòng, "ba"', description: '@mô tả',
  lang: 'vi', titleEn: 'Dryer', fields: 'crops; food-technology', keywords: ['sấy; xoài', 'mít'], province: '92', trl: 8, transferModes: 'turnkey', priceMin: 1, priceMax: 2, priceKind: 'firm', priceVat: 'included',
  priceUnit: 'đ/máy', specs: 'Công suất=500 kg/mẻ; Nhiệt độ=40-60 °C; Vỏ=inox 304', ipKind: 'invention; invention', ipNumber: '; 1-2', ipState: 'filed; granted', origin: 'Việt Nam', year: 2024,
  condition: 'new', warranty: '12 tháng', images: 'https://example.com/a.jpg; b.png', readyToTransfer: 'có', validUntil: '2031-01-01', url: 'https://example.com/?a=1;b', contactName: 'Nguyễn Văn A',
};

const importFile = async (file: string) => {
  const issues: ImportIssue[] = [];
  const { created, updated, unchanged, failed } = await floor.get(ImportOffers).run(file, { publish: true, dryRun: false, words: new WordMap(), report: (issue) => issues.push(issue) });
  return { counts: [created, updated, unchanged, failed], errors: issues.filter((issue) => issue.level === 'error') };
};
const exportTo = (name: string, everything = false): Promise<void> => writeTable(path(name), EXPORTED_COLUMNS, floor.get(OfferExporter).offersFor({ everything }));
const lines = (name: string): any[] => readFileSync(path(name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

beforeAll(async () => {
  floor = await bootContext({ imports: [CatalogModule] });
  folder = mkdtempSync(join(tmpdir(), 'techfloor-export-'));
  writeFileSync(path('in.jsonl'), [RICH, { code: 'A2', supplier: 'S', title: 'Máy hai', summary: 'Tóm tắt' }].map((row) => JSON.stringify(row)).join('\n'));
  expect(await importFile(path('in.jsonl'))).toEqual({ counts: [2, 0, 0, 0], errors: [] });
  const [{ organization_id: organizationId, centre_id: centreId }] = await floor.database.query<any>(`select * from offer where code = 'A2'`);
  const owner = new Actor({ id: '018f0000-0000-7000-8000-000000000001', memberships: [{ organizationId, kind: 'supplier', centreId }] });
  const specs = [parseQuantity({ name: 'Công suất', value: '3 pha' }), parseQuantity({ name: 'Điện áp', value: '380', unit: 'V' })];
  draftCode = (await floor.get(OfferService).create(owner, { title: 'Bản nháp', kind: 'service', specs })).offer.code;
});
afterAll(async () => {
  await floor?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('export of offers', () => {
  it('gives out what is public, without persons', async () => {
    await exportTo('out.jsonl');
    expect(lines('out.jsonl').map((row) => row.code)).toEqual(['A1', 'A2']);
    expect(readFileSync(path('out.jsonl'), 'utf8')).not.toMatch(/Nguyễn Văn A|1800123456/);
    expect(lines('out.jsonl')[0]).toMatchObject({ keywords: ['sấy; xoài', 'mít'], ipKind: ['invention', 'invention'], ipNumber: ['', '1-2'], priceMin: 1 });
  });

  it('leaves out what is hidden, but not for staff', async () => {
    await floor.database.query(`update offer_revision set disclosure = '{"price": "staff", "description": "after-nda"}' where title = $1`, [RICH.title]);
    await exportTo('public.jsonl');
    await exportTo('staff.jsonl', true);
    expect(lines('public.jsonl')[0]).not.toHaveProperty('priceMin');
    expect(lines('public.jsonl')[0]).not.toHaveProperty('description');
    expect(lines('staff.jsonl')).toHaveLength(3);
    expect(lines('staff.jsonl')[0]).toMatchObject({ priceMin: 1, supplierCode: '1800123456', description: RICH.description });
    await floor.database.query(`update offer_revision set disclosure = '{}'`);
  });

  it('writes CSV for spreadsheets, with nothing that they would compute', async () => {
    await exportTo('out.csv.gz');
    const text = gunzipSync(readFileSync(path('out.csv.gz'))).toString('utf8');
    expect(text.startsWith('\ufeffcode,supplier,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(`'@mô tả`);
  });

  it.each(['again.jsonl', 'again.csv', 'again.csv.gz'])('comes in again unchanged as %s, drafts written by hand too', async (name) => {
    await exportTo(name, true);
    expect(await importFile(path(name))).toEqual({ counts: [0, 0, 3, 0], errors: [] });
    expect(await floor.database.query('select code, version from offer order by code')).toEqual(['A1', 'A2', draftCode].map((code) => ({ code, version: 1 })));
  });

  it('comes in again unchanged where suppliers are of other centres', async () => {
    await floor.database.transaction((tx) => floor.get(CentreService).add(tx, [{ id: uuidv7(), slug: 'vinh-long', name: 'Trung tâm Vĩnh Long', nameEn: 'Vinh Long', province: '86' }]));
    const rows = [{ code: 'V1', supplier: 'Cơ khí Vũng Liêm', centre: 'vinh-long', title: 'Máy ba', summary: 'Tóm tắt' }, { code: 'V2', supplier: 'S', centre: 'nowhere', title: 'Máy bốn', summary: 'Tóm tắt' }];
    writeFileSync(path('centres.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const issues: ImportIssue[] = [];
    await floor.get(ImportOffers).run(path('centres.jsonl'), { publish: true, dryRun: false, words: new WordMap(), report: (issue) => issues.push(issue) });
    expect(issues).toMatchObject([{ row: 2, column: 'centre', value: 'nowhere', level: 'warning' }]);
    const centres = await floor.database.query(
      `select o.code, c.slug, s.slug as of_supplier from offer o join centre c on c.id = o.centre_id join organization g on g.id = o.organization_id join centre s on s.id = g.centre_id
       where o.code like 'V%' order by o.code`,
    );
    expect(centres).toEqual([{ code: 'V1', slug: 'vinh-long', of_supplier: 'vinh-long' }, { code: 'V2', slug: 'can-tho', of_supplier: 'can-tho' }]);
    const told = await floor.database.query(`select c.slug, jsonb_array_length(e.data->'offerIds') as offers from event e join centre c on c.id = e.centre where e.type = 'catalog.offers_imported.v1' order by e.sequence desc limit 2`);
    expect(told.map(({ slug, offers }: any) => `${slug} ${offers}`).sort()).toEqual(['can-tho 1', 'vinh-long 1']);
    await exportTo('centres-out.jsonl');
    expect(lines('centres-out.jsonl').map(({ code, centre }) => [code, centre])).toEqual([['A1', undefined], ['A2', undefined], ['V1', 'vinh-long'], ['V2', undefined]]);
    expect(await importFile(path('centres-out.jsonl'))).toEqual({ counts: [0, 0, 4, 0], errors: [] });
  });

  it('refuses a name that says no kind, and leaves no half file', async () => {
    await expect(exportTo('out.xlsx')).rejects.toMatchObject({ code: 'files.unknown_kind' });
    const broken = async function* () {
      yield { code: 'A' };
      throw new Error('gone');
    };
    await expect(writeTable(path('half.jsonl'), ['code'], broken())).rejects.toThrow('gone');
    expect(() => readFileSync(path('half.jsonl'))).toThrow('ENOENT');
    expect(() => readFileSync(path('half.jsonl.part'))).toThrow('ENOENT');
  });
});
