import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CatalogModule, EMPTY_CONTENT, ImportOffers, OfferBulkWriter, OfferService } from '@app/catalog';
import { CentreService, OrganizationService } from '@app/organizations';
import { Actor, Database, type ImportIssue } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { readWordMap, TaxonomyModule, TaxonomyService, WordMap } from '@app/taxonomy';

let floor: TestFloor;
let folder: string;
beforeAll(async () => {
  floor = await bootContext({ imports: [CatalogModule, TaxonomyModule] });
  folder = mkdtempSync(join(tmpdir(), 'techfloor-import-'));
});
afterAll(async () => {
  await floor?.close();
  rmSync(folder, { recursive: true, force: true });
});
// Each test has a floor without offers: the log is append-only, so it is left alone.
beforeEach(() => floor.database.query('truncate outbox, offer, contact, offer_revision, organization cascade'));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const jsonl = (...rows: object[]): string => file('rows.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const run = async (path: string, options: { publish?: boolean; dryRun?: boolean; words?: WordMap } = {}) => {
  const issues: ImportIssue[] = [];
  const result = await floor.get(ImportOffers).run(path, {
    publish: options.publish ?? false, dryRun: options.dryRun ?? false, words: options.words ?? new WordMap(), report: (issue) => issues.push(issue),
  });
  const { created, updated, unchanged, failed } = result;
  return { counts: { created, updated, unchanged, failed }, issues, result };
};
const counts = (created: number, updated: number, unchanged: number, failed: number) => ({ created, updated, unchanged, failed });
const stored = (code = 'A1'): Promise<any[]> =>
  floor.database.query(
    `select o.*, w.*, o.id as offer_id, c.name as supplier, c.claimed_at, c.tax_code from offer o join offer_revision w on w.id = o.working_revision_id join organization c on c.id = o.organization_id where o.code = $1`,
    [code],
  );

const DRYER = {
  code: 'A1', supplier: 'Công ty Cơ khí Ô Môn', kind: 'equipment', title: 'Máy sấy xoài 500 kg/mẻ', summary: 'Sấy bơm nhiệt, giữ màu và mùi của xoài.', fields: 'food-technology; Trồng trọt',
  keywords: 'sấy; xoài; sấy', province: 'TP. Cần Thơ', trl: 'TRL 8', transferModes: 'Chìa khóa trao tay', priceMin: '180 triệu', priceMax: 220_000_000, priceKind: 'Giá tham khảo',
  specs: 'Công suất=500 kg/mẻ; Vật liệu=inox 304', validUntil: '31/12/2030', readyToTransfer: 'có', ipKind: 'invention', ipNumber: '1-0001234', ipState: 'granted',
};

describe('import of offers', () => {
  it('reads every column, and makes an unclaimed supplier in the own centre', async () => {
    const { counts: done, issues } = await run(jsonl({ ...DRYER, supplierCode: '1800 123 456', contactName: 'Nguyễn Văn A', contactEmail: 'a@example.com' }), { publish: true });
    expect(issues).toEqual([]);
    expect(done).toEqual(counts(1, 0, 0, 0));
    const [offer] = await stored();
    expect(offer).toMatchObject({
      visibility: 'live', state: 'approved', number: 1, supplier: 'Công ty Cơ khí Ô Môn', claimed_at: null, tax_code: '1800123456', lang: 'vi', kind: 'equipment',
      fields: ['food-technology', 'crops'], keywords: ['sấy', 'xoài'], province: '92', trl: 8, transfer_modes: ['turnkey'], price_min: '180000000', price_max: '220000000',
      price_kind: 'indicative', ready_to_transfer: true, source_words: {},
    });
    expect(offer.centre_id).toBe((await floor.get(CentreService).own()).id);
    const specs = await floor.database.query('select label, raw, unit, canonical_min from offer_specification order by position');
    expect(specs).toEqual([{ label: 'Công suất', raw: '500', unit: 'kg/mẻ', canonical_min: 500 }, { label: 'Vật liệu', raw: 'inox 304', unit: null, canonical_min: null }]);
    expect(await floor.database.query('select kind, number, state from ip_asset')).toEqual([{ kind: 'invention', number: '1-0001234', state: 'granted' }]);
    expect(await floor.database.query('select name, email from contact')).toEqual([{ name: 'Nguyễn Văn A', email: 'a@example.com' }]);
  });

  it('gives equal titles addresses of their own', async () => {
    const { counts: done } = await run(jsonl(...Array.from({ length: 300 }, (_, i) => ({ ...DRYER, code: `A${i}` }))), { publish: true });
    expect(done).toEqual(counts(300, 0, 0, 0));
    expect(await floor.database.query('select count(distinct slug)::int as n from offer')).toEqual([{ n: 300 }]);
  });

  it('gives equal titles addresses of their own where the ids end alike too, in one batch, in the next, and after an edit', async () => {
    const { id: centreId } = await floor.get(CentreService).own();
    const ids = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00${n}0deadbeef`);
    const write = (...few: string[]): Promise<void> =>
      floor.get(Database).transaction(async (tx) => {
        const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí', centreId });
        await floor.get(OfferBulkWriter).write(tx, few.map((id) => ({
          id, code: id, organizationId, centreId, state: 'submitted' as const, at: new Date(), content: { ...EMPTY_CONTENT, title: id === ids[2] ? 'Máy khác' : 'Máy sấy', kind: 'equipment', summary: 'Sấy' },
        })));
      });
    await write(ids[0], ids[1]);
    await write(ids[2]);
    await floor.database.query(`update offer_revision set title = 'Máy sấy' where offer_id = $1`, [ids[2]]);
    for (const id of ids) await floor.get(OfferService).approve(Actor.system(), id);
    const slugs = await floor.database.query<{ id: string; slug: string }>('select id, slug from offer order by id');
    expect(slugs.map(({ slug }) => slug)).toEqual(['may-say-deadbeef', 'may-say-700080000020deadbeef', 'may-say-700080000030deadbeef']);
    for (const { id, slug } of slugs) expect((await floor.get(OfferService).get(Actor.visitor(), slug)).offer.id).toBe(id);
  });

  it('changes nothing when the same file comes again', async () => {
    const path = jsonl(DRYER, { ...DRYER, code: 'A2', description: 'Mô tả' });
    expect((await run(path, { publish: true })).counts).toEqual(counts(2, 0, 0, 0));
    const before = await floor.database.query('select * from offer order by id');
    expect((await run(path, { publish: true })).counts).toEqual(counts(0, 0, 2, 0));
    expect((await run(path)).counts).toEqual(counts(0, 0, 2, 0));
    expect(await floor.database.query('select * from offer order by id')).toEqual(before);
  });

  it('makes a new revision of a changed row, keeps the old address and what is hidden', async () => {
    await run(jsonl(DRYER), { publish: true });
    const [old] = await stored();
    await floor.database.query(`update offer_revision set disclosure = '{"price": "staff"}'`);
    expect((await run(jsonl({ ...DRYER, title: 'Máy sấy xoài 700 kg/mẻ' }), { publish: true })).counts).toEqual(counts(0, 1, 0, 0));
    const [offer] = await stored();
    expect(offer).toMatchObject({ number: 2, title: 'Máy sấy xoài 700 kg/mẻ', state: 'approved', visibility: 'live', disclosure: { price: 'staff' }, published_at: old.published_at });
    expect(offer.slug).not.toBe(old.slug);
    expect((await floor.get(OfferService).get(Actor.visitor(), old.slug)).offer.id).toBe(offer.offer_id);
  });

  it('keeps the live revision while a changed row waits as a draft', async () => {
    await run(jsonl(DRYER), { publish: true });
    await run(jsonl({ ...DRYER, title: 'Bản sau' }));
    const [offer] = await stored();
    expect(offer).toMatchObject({ state: 'draft', number: 2, visibility: 'live' });
    expect((await floor.get(OfferService).get(Actor.visitor(), offer.offer_id)).offer.live!.title).toBe(DRYER.title);
    expect((await run(jsonl({ ...DRYER, title: 'Bản sau' }), { publish: true })).counts).toEqual(counts(0, 1, 0, 0));
    expect((await stored())[0]).toMatchObject({ state: 'approved', number: 2 });
  });

  it('lets the address of a draft follow its title, and keeps none that was never public', async () => {
    await run(jsonl({ ...DRYER, title: 'Tên trong nội bộ' }));
    const [draft] = await stored();
    await run(jsonl(DRYER));
    await run(jsonl(DRYER), { publish: true });
    const [{ slug, visibility }] = await stored();
    expect({ slug, visibility }).toEqual({ slug: expect.stringMatching(/^may-say-xoai-500-kg-me-/), visibility: 'live' });
    await expect(floor.get(OfferService).get(Actor.visitor(), draft.slug)).rejects.toMatchObject({ code: 'common.not_found' });
  });

  it('never overwrites what the owner has edited since, or has written himself', async () => {
    await run(jsonl(DRYER), { publish: true });
    const [{ offer_id: id, version, organization_id: organizationId, centre_id: centreId }] = await stored();
    const owner = new Actor({ id: '018f0000-0000-7000-8000-000000000001', memberships: [{ organizationId, kind: 'supplier', centreId }] });
    await floor.get(OfferService).edit(owner, id, { title: 'Tên do đơn vị sửa' }, { version });
    const own = await floor.get(OfferService).create(owner, { title: 'Tự đăng', kind: 'service' });
    const { counts: done, issues } = await run(jsonl({ ...DRYER, title: 'Tên mới' }, { ...DRYER, code: own.offer.code }), { publish: true });
    expect(done).toEqual(counts(0, 0, 0, 2));
    expect(issues).toEqual([
      expect.objectContaining({ row: 1, code: 'A1', level: 'error', reason: expect.stringContaining('không ghi đè') }),
      expect.objectContaining({ row: 2, code: own.offer.code, level: 'error', reason: expect.stringContaining('tự đăng') }),
    ]);
    expect((await stored())[0].title).toBe('Tên do đơn vị sửa');
    expect((await run(jsonl(DRYER), { publish: true })).counts.failed).toBe(1);
  });

  it('takes a row for unchanged that says what its owner has written', async () => {
    await run(jsonl(DRYER), { publish: true });
    const [{ offer_id: id, version, organization_id: organizationId, centre_id: centreId }] = await stored();
    const owner = new Actor({ id: '018f0000-0000-7000-8000-000000000001', memberships: [{ organizationId, kind: 'supplier', centreId }] });
    await floor.get(OfferService).edit(owner, id, { title: 'Tên chung' }, { version });
    expect((await run(jsonl({ ...DRYER, title: 'Tên chung' }), { publish: true })).counts).toEqual(counts(0, 0, 1, 0));
  });

  it('leaves a withdrawn offer withdrawn', async () => {
    await run(jsonl(DRYER), { publish: true });
    const [{ offer_id: id, organization_id: organizationId, centre_id: centreId }] = await stored();
    await floor.get(OfferService).withdraw(new Actor({ id: '018f0000-0000-7000-8000-000000000001', memberships: [{ organizationId, kind: 'supplier', centreId }] }), id);
    expect((await run(jsonl({ ...DRYER, trl: 9 }), { publish: true })).counts).toEqual(counts(0, 1, 0, 0));
    expect((await stored())[0]).toMatchObject({ visibility: 'withdrawn', trl: 9 });
  });

  it('names every fault of a row, and lands the others', async () => {
    const bad = { ...DRYER, code: '', title: '  ', trl: 42, priceMin: 300, priceMax: 200, year: 'hai nghìn', validUntil: '31/02/2026', url: 'javascript:alert(1)', readyToTransfer: 'có lẽ', contactEmail: 'x', specs: 'không dấu' };
    const { counts: done, issues } = await run(jsonl(bad, DRYER, { ...DRYER, code: 'A3', priceMin: -1, summary: 'x'.repeat(2001), images: 'javascript:x' }));
    expect(done).toEqual(counts(1, 0, 0, 2));
    expect(issues.filter((i) => i.row === 1).map((i) => i.column).sort()).toEqual(['code', 'contactEmail', 'priceMax', 'readyToTransfer', 'specs', 'title', 'trl', 'url', 'validUntil', 'year']);
    expect(issues.filter((i) => i.row === 3).map((i) => i.column).sort()).toEqual(['images', 'priceMin', 'summary']);
    expect(issues.every((i) => i.level === 'error')).toBe(true);
    expect(issues.find((i) => i.column === 'trl')).toEqual({ row: 1, code: null, column: 'trl', value: '42', level: 'error', reason: expect.stringContaining('1 đến 9') });
  });

  it('keeps unknown words, suggests codes, and takes them from a map', async () => {
    const row = { ...DRYER, kind: 'Máy móc', fields: 'Trồng trọtt; Nông nghiệp hữu cơ', transferModes: 'bán đứt', province: 'Hậu Giang', condition: 'hàng cũ' };
    const { counts: done, issues } = await run(jsonl(row));
    expect(done).toEqual(counts(1, 0, 0, 0));
    expect(issues.map((i) => [i.level, i.column, i.value, i.suggestion])).toEqual([
      ['warning', 'kind', 'Máy móc', 'equipment'],
      ['warning', 'fields', 'Trồng trọtt', 'crops'],
      ['warning', 'fields', 'Nông nghiệp hữu cơ', 'crops'],
      ['warning', 'province', 'Hậu Giang', '92'],
      ['warning', 'transferModes', 'bán đứt', 'assignment'],
      ['warning', 'condition', 'hàng cũ', 'used'],
    ]);
    expect(issues[1].reason).toContain('crops');
    expect((await stored())[0]).toMatchObject({
      kind: 'technology', fields: [], province: '92', transfer_modes: [], condition: null,
      source_words: { kind: ['Máy móc'], fields: ['Trồng trọtt', 'Nông nghiệp hữu cơ'], transferModes: ['bán đứt'], condition: ['hàng cũ'], province: ['Hậu Giang'] },
    });
    const map = file('map.json', JSON.stringify({ fields: { 'TRỒNG TRỌTT': 'crops', 'Nông nghiệp hữu cơ': ['crops', 'environment'] }, 'Máy móc': 'equipment', 'bán đứt': 'assignment' }));
    const again = await run(jsonl(row), { words: await readWordMap(map, floor.get(TaxonomyService)) });
    expect(again.counts).toEqual(counts(0, 1, 0, 0));
    expect(again.issues.map((i) => i.column)).toEqual(['province', 'condition']);
    expect((await stored())[0]).toMatchObject({ kind: 'equipment', fields: ['crops', 'environment'], transfer_modes: ['assignment'] });
    const wrong = file('wrong.csv', 'word,code\nx,no-such-code\n');
    await expect(readWordMap(wrong, floor.get(TaxonomyService))).rejects.toMatchObject({ code: 'taxonomy.map_unknown_code' });
  });

  it('reports a code that stands twice in a file, per supplier', async () => {
    const { counts: done, issues } = await run(jsonl(DRYER, { ...DRYER, title: 'Khác' }, { ...DRYER, supplier: 'Đơn vị khác' }, { ...DRYER, supplier: 'CÔNG TY CƠ KHÍ Ô MÔN' }));
    expect(done).toEqual(counts(2, 0, 0, 2));
    expect(issues.map((i) => [i.row, i.column, i.level])).toEqual([[2, 'code', 'error'], [4, 'code', 'error']]);
  });

  it('writes nothing in a dry run and says the same', async () => {
    const path = jsonl(DRYER, { ...DRYER, code: 'A2', trl: 42 }, { ...DRYER, title: 'x' });
    expect((await run(path, { dryRun: true, publish: true })).counts).toEqual(counts(1, 0, 0, 2));
    expect(await floor.database.query('select 1 from offer union all select 1 from organization')).toEqual([]);
    expect((await run(path, { publish: true })).counts).toEqual(counts(1, 0, 0, 2));
    expect((await run(path, { dryRun: true, publish: true })).counts).toEqual(counts(0, 0, 1, 2));
  });

  it('leaves a row without summary a draft, with a warning', async () => {
    const { counts: done, issues } = await run(jsonl({ code: 'A1', supplier: 'S', title: 'Máy' }), { publish: true });
    expect(done).toEqual(counts(1, 0, 0, 0));
    expect(issues).toEqual([expect.objectContaining({ level: 'warning', column: 'summary' })]);
    expect((await stored())[0]).toMatchObject({ state: 'draft', visibility: 'unpublished', kind: 'technology' });
  });

  it('writes one event for 500 published rows, and only logs drafts', async () => {
    const rows = Array.from({ length: 501 }, (_, i) => ({ code: `B${i}`, supplier: 'S', title: `Máy ${i}`, summary: i === 0 ? '' : 'Tóm tắt' }));
    const since = (await floor.database.query<{ n: string }>('select coalesce(max(sequence), 0) as n from event'))[0].n;
    await run(jsonl(...rows), { publish: true });
    const events = await floor.database.query<any>(`select event.type, jsonb_array_length(data->'offerIds') as n, to_state, origin, outbox.event_id is not null as sent from event left join outbox on event_id = id where sequence > $1 order by sequence`, [since]);
    expect(events).toEqual([
      { type: 'catalog.offers_imported.v1', n: 499, to_state: 'approved', origin: 'cli', sent: true },
      { type: 'catalog.offers_drafted.v1', n: 1, to_state: 'draft', origin: 'cli', sent: false },
      { type: 'catalog.offers_imported.v1', n: 1, to_state: 'approved', origin: 'cli', sent: true },
    ]);
  });

  describe('files', () => {
    const CSV = `Mã;Nhà cung ứng;Tên công nghệ;Tóm tắt;Lĩnh vực;Giá từ;Ghi chú\r\nA1;"Công ty ""Ô Môn""";"Máy; sấy\r\nhai dòng";Tóm tắt;Trồng trọt;"1,5 tỷ";bỏ\r\n\r\n`;

    it('reads CSV as Vietnamese spreadsheets write it: BOM, semicolons, Vietnamese headings', async () => {
      const { counts: done, issues } = await run(file('a.csv', `\ufeff${CSV}`));
      expect(done).toEqual(counts(1, 0, 0, 0));
      expect(issues).toEqual([expect.objectContaining({ row: 0, column: 'Ghi chú', level: 'warning' })]);
      expect((await stored())[0]).toMatchObject({ supplier: 'Công ty "Ô Môn"', title: 'Máy; sấy\r\nhai dòng', fields: ['crops'], price_min: '1500000000' });
    });

    it('reads gzip, and text in the other Unicode form', async () => {
      await run(file('a.csv.gz', gzipSync(CSV.normalize('NFD'))));
      expect((await stored())[0]).toMatchObject({ supplier: 'Công ty "Ô Môn"', fields: ['crops'] });
      expect((await run(file('a.csv', CSV))).counts).toEqual(counts(0, 0, 1, 0));
    });

    it.each([
      ['UTF-16 with BOM', Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'files.not_utf8'],
      ['UTF-16 without BOM', Buffer.from('code,supplier,title\n1,2,3\n', 'utf16le'), 'files.not_utf8'],
      ['Windows-1258', Buffer.concat([Buffer.from('code,supplier,title\nA1,S,M'), Buffer.from([0xe1, 0x79, 0x20, 0x73, 0xe2, 0xec, 0x79, 0x0a])]), 'files.not_utf8'],
      ['broken UTF-8 far behind', Buffer.concat([Buffer.from('code,supplier,title\n' + 'A1,S,Máy\n'.repeat(60_000)), Buffer.from([0xc3, 0x28])]), 'files.not_utf8'],
      ['a cut-off character', Buffer.concat([Buffer.from('code,supplier,title\nA1,S,M'), Buffer.from([0xe1, 0xba])]), 'files.not_utf8'],
      ['a spreadsheet', Buffer.from('PK\u0003\u0004xxxx'), 'files.not_text'],
      ['a cut-off gzip', gzipSync(CSV.repeat(50)).subarray(0, 60), 'files.truncated'],
      ['nothing', Buffer.from(''), 'files.empty'],
      ['a missing column', Buffer.from('code,title\n1,2\n'), 'files.column_missing'],
      ['one column twice', Buffer.from('code,supplier,title,Tên\n1,2,3,4\n'), 'files.same_column_twice'],
    ])('refuses %s and imports nothing', async (_what, content, code) => {
      await expect(run(file('bad', content))).rejects.toMatchObject({ code });
      expect(await floor.database.query('select 1 from offer')).toEqual([]);
    });

    it('names the byte at which a file stops being UTF-8', async () => {
      const good = 'code,supplier,title\n' + 'A1,S,Máy sấy\n'.repeat(30_000);
      await expect(run(file('bad', Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0x41])])))).rejects.toMatchObject({ params: { offset: Buffer.byteLength(good) } });
    });

    it('goes on after lines that are no rows', async () => {
      const path = file('mixed.jsonl', `${JSON.stringify(DRYER)}\n{broken\n[1]\n"text"\n\n${JSON.stringify({ ...DRYER, code: 'A2', title: ['x'], summary: { a: 1 } })}\n{"__proto__": {"code": "P"}, "code": "A3", "supplier": "S", "title": "Máy"}`);
      const { counts: done, issues } = await run(path);
      expect(done).toEqual(counts(2, 0, 0, 4));
      expect(issues.filter((i) => i.level === 'error').map((i) => [i.row, i.column])).toEqual([[2, null], [3, null], [4, null], [5, 'title'], [5, 'summary']]);
    });

    it('goes on after a CSV row with too many cells', async () => {
      const { counts: done, issues } = await run(file('a.csv', 'code,supplier,title\nA1,S,Máy, sấy\nA2,S,"Máy"\nA3,S\n'));
      expect(done).toEqual(counts(1, 0, 0, 2));
      expect(issues.map((i) => [i.row, i.column])).toEqual([[1, null], [3, 'title']]);
    });

    it('keeps HTML and formulas as text, and says so of formulas', async () => {
      const { issues } = await run(file('a.csv', `code,supplier,lang,title,summary,contactPhone\nA1,S,vi,"=HYPERLINK(""http://x"")",<script>alert(1)</script>,+84 292 1\nA2,S,vi,'=1+1,- gạch đầu dòng,\n`));
      expect(issues.map((i) => [i.row, i.column, i.level])).toEqual([[1, 'title', 'warning']]);
      expect((await stored('A2'))[0]).toMatchObject({ title: '=1+1', summary: '- gạch đầu dòng' });
      expect((await stored())[0]).toMatchObject({ title: '=HYPERLINK("http://x")', summary: '<script>alert(1)</script>' });
    });

    it('refuses broken characters in a cell', async () => {
      const { counts: done, issues } = await run(jsonl({ ...DRYER, title: 'a\u0000b', summary: 'x\ud800', description: '\ufffd' }));
      expect(done).toEqual(counts(0, 0, 0, 1));
      expect(issues.map((i) => i.column)).toEqual(['title', 'summary', 'description']);
    });
  });

  it('detects English and says so', async () => {
    const { issues } = await run(jsonl({ code: 'A1', supplier: 'S', title: 'A heat pump dryer for mango slices', summary: 'It keeps the colour and the smell of fresh fruit.' }));
    expect(issues).toEqual([expect.objectContaining({ level: 'warning', column: 'lang' })]);
    expect((await stored())[0].lang).toBe('en');
  });

  it('finds a supplier again by folded name or by tax code', async () => {
    await run(jsonl({ ...DRYER, supplier: 'Công ty TNHH Ô Môn' }, { ...DRYER, code: 'A2', supplier: 'CONG TY TNHH O MON' }, { ...DRYER, code: 'A3', supplier: 'X', supplierCode: '1800' }, { ...DRYER, code: 'A4', supplier: 'Y', supplierCode: '1800' }));
    expect(await floor.database.query('select name from organization order by created_at, name')).toHaveLength(2);
    expect(await floor.get(OrganizationService).list('supplier', { page: 1, size: 10 })).toMatchObject({ total: 2 });
  });
});
