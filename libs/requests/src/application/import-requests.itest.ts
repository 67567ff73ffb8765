import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Actor, type ImportIssue } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { ImportRequests, RequestsModule, RequestService } from '@app/requests';
import { WordMap } from '@app/taxonomy';

let floor: TestFloor;
let folder: string;
beforeAll(async () => {
  floor = await bootContext({ imports: [RequestsModule] });
  folder = mkdtempSync(join(tmpdir(), 'techfloor-import-'));
});
afterAll(async () => {
  await floor?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => floor.database.query('truncate outbox, request, request_revision, organization cascade'));

const NEED = {
  code: 'N1', organization: 'HTX Mỹ Hoà', title: 'Cần máy sấy xoài', need: 'Máy sấy xoài khoảng 500 kg mỗi mẻ', fields: 'Công nghệ thực phẩm', province: 'Vĩnh Long',
  budgetMax: '500 triệu', trlMin: 7, transferModes: 'turnkey', deadline: '31/12/2030', anonymous: 'có', quantities: 'Công suất=500 kg/mẻ',
};
const run = async (rows: object[], dryRun = false) => {
  const path = join(folder, 'needs.jsonl');
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  const issues: ImportIssue[] = [];
  return { counts: await floor.get(ImportRequests).run(path, { dryRun, words: new WordMap(), report: (issue) => issues.push(issue) }), issues };
};
const counts = (created: number, updated: number, unchanged: number, failed: number) => ({ created, updated, unchanged, failed });
const stored = async (): Promise<any> =>
  (await floor.database.query<any>('select q.*, w.*, q.id as request_id, q.state as state from request q join request_revision w on w.id = q.working_revision_id'))[0];

describe('import of requests', () => {
  it('opens them for enterprises that nobody has claimed, and tells matching', async () => {
    expect((await run([NEED], true)).counts).toEqual(counts(1, 0, 0, 0));
    expect(await stored()).toBeUndefined();
    const { counts: done, issues } = await run([NEED]);
    expect([done, issues]).toEqual([counts(1, 0, 0, 0), []]);
    expect(await stored()).toMatchObject({
      state: 'open', anonymous: true, fields: ['food-technology'], province: '86', budget_max: '500000000', trl_min: 7, transfer_modes: ['turnkey'], deadline: expect.anything(), number: 1,
    });
    const events = await floor.database.query<any>(`select event.type, event.data from event join outbox on event_id = id`);
    expect(events).toEqual([{ type: 'requests.requests_imported.v1', data: expect.objectContaining({ requestIds: [(await stored()).request_id] }) }]);
  });

  it('changes nothing the second time, revises what has changed, and keeps an owner\'s edit', async () => {
    await run([NEED]);
    expect((await run([NEED])).counts).toEqual(counts(0, 0, 1, 0));
    expect((await run([{ ...NEED, trlMin: 8, anonymous: 'không' }])).counts).toEqual(counts(0, 1, 0, 0));
    const request = await stored();
    expect(request).toMatchObject({ trl_min: 8, number: 2, anonymous: false, state: 'open' });
    const owner = new Actor({ id: '018f0000-0000-7000-8000-000000000001', memberships: [{ organizationId: request.organization_id, kind: 'enterprise', centreId: request.centre_id }] });
    await floor.get(RequestService).edit(owner, request.request_id, { title: 'Tên của đơn vị' }, { version: request.version });
    const again = await run([{ ...NEED, trlMin: 9 }]);
    expect(again.counts).toEqual(counts(0, 0, 0, 1));
    expect(again.issues).toEqual([expect.objectContaining({ level: 'error', column: 'code', value: 'N1' })]);
  });

  it('names faults and duplicates', async () => {
    const { counts: done, issues } = await run([{ ...NEED, need: '', budgetMax: -5, trlMin: 0 }, NEED, NEED, { ...NEED, code: 'N2', fields: 'Trái cây', organization: 'HTX Mỹ Hoà' }]);
    expect(done).toEqual(counts(2, 0, 0, 2));
    expect(issues.map((i) => [i.row, i.column, i.level])).toEqual(expect.arrayContaining([[1, 'need', 'error'], [1, 'budgetMax', 'error'], [1, 'trlMin', 'error'], [3, 'code', 'error'], [4, 'fields', 'warning']]));
    expect(await floor.database.query('select 1 from organization')).toHaveLength(1);
  });
});
