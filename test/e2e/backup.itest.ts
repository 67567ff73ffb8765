import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogModule, OfferService } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database } from '@app/platform';
import { readBackup, writeBackup } from '@app/platform/database/backup/index.js';
import { bootContext, emptyDatabase, type TestDatabase, type TestFloor } from '@app/platform/testing/index.js';
import { SearchIndexModule } from '@app/search';
import pg from 'pg';
// Every context's migrations make the schema.
import '@app/connections';
import '@app/notifications';
import '@app/statistics';

const NOW = new Date('2026-11-25T01:02:03Z');
const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const file = join(folder, 'floor.tar.gz');
const filesDir = join(folder, 'files');
const TITLE = 'Máy sấy\tđặc biệt \\N \\. "ngoặc" 😀';

let floor: TestFloor;
let target: TestDatabase;

beforeAll(async () => {
  floor = await bootContext({ imports: [IdentityModule, OrganizationsModule, CatalogModule, SearchIndexModule] });
  await fill();
  mkdirSync(join(filesDir, 'a'), { recursive: true });
  writeFileSync(join(filesDir, 'a/ảnh.bin'), Buffer.from([0, 10, 255]));
  writeFileSync(join(filesDir, 'empty'), '');
  await writeBackup({ databaseUrl: floor.config.databaseUrl!, filesDir, file, now: NOW });
});
beforeEach(async () => void (target = await emptyDatabase()));
afterEach(() => target.drop());
afterAll(async () => {
  await floor?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fill = async (): Promise<void> => {
  const { id: centreId } = await floor.get(CentreService).own();
  const owner = await floor.get(Database).transaction(async (tx) => {
    const id = await floor.get(AccountService).create(tx, { email: 'a@example.vn', name: 'Nguyễn Văn Ấn', password: 'một mật khẩu' });
    const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí', centreId });
    await floor.get(OrganizationService).addMember(tx, organizationId, id, 'owner');
    return new Actor({ id, memberships: [{ organizationId, kind: 'supplier', centreId }] });
  });
  const offers = floor.get(OfferService);
  for (let i = 0; i < 30; i++) {
    const { offer } = await offers.create(owner, { title: `${TITLE} ${i}`, kind: 'equipment', summary: 'Dòng một\nDòng hai', keywords: ['a,b', '{c}', 'null'] });
    await offers.submit(owner, offer.id);
    await offers.approve(Actor.system(), offer.id);
  }
};

const ask = async <T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** A digest of every table's rows, whatever their order. */
const digests = async (url: string): Promise<Record<string, string>> => {
  const tables = await ask<{ name: string }>(url, `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((t) => t.name !== 'migrations' && t.name !== 'search_document')) {
    const text = name === 'outbox' ? `(t.event_id, t.type, t.created_at)::text` : 't::text';
    const [row] = await ask<{ digest: string }>(url, `select count(*) || ' ' || coalesce(md5(string_agg(${text}, '|' order by ${text} collate "C")), '') as digest from "${name}" t`);
    found[name] = row.digest;
  }
  return found;
};

const restore = (from = file): Promise<unknown> => readBackup({ databaseUrl: target.url, filesDir: join(folder, 'restored'), file: from });

describe('backup and restore', () => {
  it('bring every row and file into an empty database, which goes on where the old one was', async () => {
    await restore();
    expect(await digests(target.url)).toEqual(await digests(floor.config.databaseUrl!));
    expect(readFileSync(join(folder, 'restored/a/ảnh.bin'))).toEqual(Buffer.from([0, 10, 255]));
    expect(readFileSync(join(folder, 'restored/empty'))).toHaveLength(0);
    const [next] = await ask<{ next: string; last: string }>(target.url, `select nextval('event_sequence_seq') as next, (select max(sequence) from event) as last`);
    expect(Number(next.next)).toBe(Number(next.last) + 1);
    await expect(ask(target.url, 'delete from event')).rejects.toThrow(/append-only/);
    await expect(ask(target.url, `insert into offer_slug values ('x', gen_random_uuid())`)).rejects.toThrow(/foreign key/);
    expect(await ask(target.url, 'select 1 from outbox where sent_at is not null')).toEqual([]);
  });

  it('refuse a database that is not empty', async () => {
    await restore();
    await expect(restore()).rejects.toThrow(/not empty/);
  });

  it('change nothing when the file is cut off, damaged or no backup', async () => {
    const whole = readFileSync(file);
    const cut = join(folder, 'cut.tar.gz');
    for (const damaged of [whole.subarray(0, whole.length - 40), whole.subarray(0, whole.length >> 1), Buffer.from('no backup')]) {
      writeFileSync(cut, damaged);
      await expect(restore(cut)).rejects.toThrow(/cannot be read|cut off|no backup/);
    }
    await restore();
    expect((await ask<{ n: string }>(target.url, 'select count(*) as n from offer'))[0].n).toBe('30');
  });
});
