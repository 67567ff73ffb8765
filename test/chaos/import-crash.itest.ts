import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '@app/platform/testing/index.js';
import pg from 'pg';

const ROWS = 6_000;
const CLI = join(process.cwd(), 'dist/apps/cli/src/main.js');

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'techfloor-crash-'));
  file = join(folder, 'offers.jsonl');
  const row = (i: number): string =>
    JSON.stringify({ code: `C${i}`, supplier: `Đơn vị ${i % 40}`, title: `Máy sấy số ${i}`, summary: `Sấy ${i} kg mỗi mẻ`, description: 'Mô tả '.repeat(60), specs: `Công suất=${i} kg/mẻ`, fields: 'crops' });
  writeFileSync(file, Array.from({ length: ROWS }, (_, i) => row(i)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (url: string): ChildProcess =>
  spawn(process.execPath, [CLI, 'import', 'offers', file, '--publish'], { env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] });

const lastLine = async (child: ChildProcess): Promise<string> => {
  let out = '';
  child.stdout!.on('data', (chunk) => (out += String(chunk)));
  await once(child, 'close');
  return out.trim().split('\n').at(-1)!;
};

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** What an import leaves behind, ids and times aside. */
const endState = (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const offers = await client.query(
      `select o.code, o.visibility, o.imported_hash, o.version, w.number, w.state, w.title, c.name,
         (select string_agg(s.label || s.raw || coalesce(s.unit, ''), ';') from offer_specification s where s.revision_id = w.id) as specs
       from offer o join offer_revision w on w.id = o.working_revision_id join organization c on c.id = o.organization_id order by o.code`,
    );
    const told = await client.query(
      `select count(*)::int as ids, count(distinct told.offer_id)::int as offers from event, jsonb_array_elements_text(data->'offerIds') as told(offer_id) where type = 'catalog.offers_imported.v1'`,
    );
    const leftovers = await client.query('select count(*)::int as n from offer_revision r where not exists (select 1 from offer o where o.working_revision_id = r.id)');
    return { offers: offers.rows, told: told.rows[0], leftovers: leftovers.rows[0] };
  });

/** Kills the import as soon as so many rows are in; answers how many were there then. */
const killAfter = (url: string, rows: number): Promise<number> =>
  withClient(url, async (client) => {
    const child = start(url);
    const count = async (): Promise<number> => (await client.query<{ n: number }>('select count(*)::int as n from offer')).rows[0].n;
    while (child.exitCode === null && (await count()) < rows) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return count();
  });

describe('an import that is killed', () => {
  let whole: TestDatabase;
  let killed: TestDatabase;
  beforeAll(async () => {
    whole = await cloneDatabase();
    killed = await cloneDatabase();
  });
  afterAll(async () => {
    await whole?.drop();
    await killed?.drop();
  });

  it('leaves whole batches, and comes to the same end when it is run again', async () => {
    for (const rows of [1, 2_000]) {
      const landed = await killAfter(killed.url, rows);
      expect(landed).toBeGreaterThanOrEqual(rows);
      expect(landed).toBeLessThan(ROWS);
      expect(landed % 500).toBe(0);
    }
    const again = /^created=(\d+) updated=0 unchanged=(\d+) failed=0$/.exec(await lastLine(start(killed.url)))!;
    expect(Number(again[2])).toBeGreaterThan(0);
    expect(Number(again[1]) + Number(again[2])).toBe(ROWS);
    expect(await lastLine(start(whole.url))).toBe(`created=${ROWS} updated=0 unchanged=0 failed=0`);
    const state = await endState(killed.url);
    expect(state).toMatchObject({ told: { ids: ROWS, offers: ROWS }, leftovers: { n: 0 } });
    expect(state).toEqual(await endState(whole.url));
    expect(await lastLine(start(killed.url))).toBe(`created=0 updated=0 unchanged=${ROWS} failed=0`);
  });
});
