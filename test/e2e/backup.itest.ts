import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogModule, OfferService } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database } from '@app/platform';
import { readBackup, writeBackup } from '@app/platform/database/backup/index.js';
import { migrateTo, registeredMigrationNames } from '@app/platform/database/migrate.js';
import { bootContext, emptyDatabase, type TestDatabase, type TestFloor } from '@app/platform/testing/index.js';
import { SearchIndexModule } from '@app/search';
import pg from 'pg';
import { ExternalPostgres } from '../support/external-postgres.js';
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

describe('backup and restore between releases', () => {
  /** The newest schema but for these migrations and all after them. */
  const schemaBefore = (name: string): string[] => {
    const names = [...registeredMigrationNames()].sort((a, b) => stampOf(a).localeCompare(stampOf(b)));
    return names.slice(0, names.findIndex((other) => other.startsWith(name)));
  };
  const stampOf = (name: string): string => /\d{14}$/.exec(name)![0];

  it('bring an older release\'s data into the schema of this one', async () => {
    const old = await emptyDatabase();
    const oldFile = join(folder, 'old.tar.gz');
    try {
      await migrateTo(old.url, schemaBefore('CentreContact'));
      await ask(old.url, `insert into centre (id, slug, name, name_en, province, is_own) values (gen_random_uuid(), 'can-tho', 'Trung tâm', 'Centre', '92', true)`);
      await writeBackup({ databaseUrl: old.url, filesDir, file: oldFile, now: NOW });
    } finally {
      await old.drop();
    }
    await restore(oldFile);
    expect(await ask(target.url, 'select name, phone from centre')).toEqual([{ name: 'Trung tâm', phone: null }]);
    // What a later migration does to data has been done as well.
    expect((await ask<{ n: number }>(target.url, 'select count(*)::int as n from synonym'))[0].n).toBeGreaterThan(50);
    const done = await ask<{ name: string }>(target.url, 'select name from migrations');
    expect(done.map(({ name }) => name).sort()).toEqual([...registeredMigrationNames()].sort());
  });

  it('refuse an older backup where the schema is already this release\'s', async () => {
    const old = await emptyDatabase();
    const oldFile = join(folder, 'older.tar.gz');
    try {
      await migrateTo(old.url, schemaBefore('CentreContact'));
      await writeBackup({ databaseUrl: old.url, filesDir, file: oldFile, now: NOW });
      await migrateTo(target.url, registeredMigrationNames());
    } finally {
      await old.drop();
    }
    await expect(restore(oldFile)).rejects.toThrow('The database already has a newer schema than the backup. Restore into a database without any table.');
  });

  it('refuse a newer release\'s backup, name what it has more, and change nothing', async () => {
    const newer = await emptyDatabase();
    const newerFile = join(folder, 'newer.tar.gz');
    try {
      await migrateTo(newer.url, registeredMigrationNames());
      await ask(newer.url, `insert into migrations (timestamp, name) values (99991231235959, 'Future99991231235959')`);
      await writeBackup({ databaseUrl: newer.url, filesDir, file: newerFile, now: NOW });
    } finally {
      await newer.drop();
    }
    await expect(restore(newerFile)).rejects.toThrow('The backup is of a newer release (it has Future99991231235959). Install that release first.');
    expect(await ask(target.url, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
  });
});

describe('backup and restore with a PostgreSQL of one\'s own', () => {
  let external: ExternalPostgres;
  beforeAll(async () => void (external = await ExternalPostgres.start()));
  afterAll(() => external?.stop());

  const command = (databaseUrl: string, dataDir: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/start.mjs'), 'cli', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, TECHFLOOR_DATA: dataDir },
    });

  it('bring everything there and back by the commands, and the files with it', async () => {
    const [there, back] = [join(folder, 'there'), join(folder, 'back')];
    const backFile = join(folder, 'back.tar.gz');
    const restored = command(external.url, there, 'restore', file);
    expect(restored).toMatchObject({ status: 0, stdout: expect.stringMatching(/^tables=\d+ rows=\d+ files=2\n$/) as string });
    expect(await digests(external.url)).toEqual(await digests(floor.config.databaseUrl!));
    expect(readFileSync(join(there, 'files/a/ảnh.bin'))).toEqual(Buffer.from([0, 10, 255]));
    expect(command(external.url, there, 'restore', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('The database is not empty.') as string });

    expect(command(external.url, there, 'backup', backFile)).toMatchObject({ status: 0, stdout: restored.stdout });
    expect(command(target.url, back, 'restore', backFile)).toMatchObject({ status: 0, stdout: restored.stdout });
    expect(await digests(target.url)).toEqual(await digests(floor.config.databaseUrl!));
    expect(readFileSync(join(back, 'files/a/ảnh.bin'))).toEqual(Buffer.from([0, 10, 255]));
  });
});
