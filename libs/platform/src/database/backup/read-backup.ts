import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract as extractTar, type Header } from 'tar-stream';
import { makeFolder } from '../../files/make-folder.js';
import { migrate, migrateTo, registeredMigrationNames } from '../migrate.js';
import { type BackupEnd, BackupError, type BackupTable, columnList, countRows, END, FORMAT, MANIFEST, type Manifest, quoted } from './backup-format.js';

type Entry = Readable & { header: Header };

export interface RestoreOptions {
  databaseUrl: string;
  filesDir: string;
  file: string;
  progress?: (table: string, done: number, of: number) => void;
}

/**
 * Fills an empty database from a backup, in one transaction, then brings it to this release's schema. What was waiting to be
 * sent is sent again; handled marks keep it from happening twice. Throws {@link BackupError}; nothing is changed then.
 */
export const readBackup = async (options: RestoreOptions): Promise<BackupEnd> => {
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    await assertEmpty(client);
    const end = await load(client, options);
    await client.query('analyze');
    await migrate(options.databaseUrl);
    return end;
  } finally {
    await client.end();
  }
};

const assertEmpty = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ has: boolean }>(`select to_regclass('public.account') is not null as has`);
  if (!rows[0].has) return;
  const { rowCount } = await client.query('select 1 from account union all select 1 from offer union all select 1 from event limit 1');
  if (rowCount !== 0) throw new BackupError('The database is not empty. Restore into an empty one: set TECHFLOOR_DATA (or DATABASE_URL) to a new place.');
};

// Old data in a newer schema would miss what later migrations do to data.
const assertNotNewer = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  const { rows: tables } = await client.query<{ has: boolean }>(`select to_regclass('public.migrations') is not null as has`);
  if (!tables[0].has) return;
  const { rows } = await client.query<{ name: string }>('select name from migrations');
  const newer = rows.map((row) => row.name).filter((name) => !manifest.migrations.includes(name));
  if (newer.length > 0) throw new BackupError('The database already has a newer schema than the backup. Restore into a database without any table.');
};

const load = async (client: pg.Client, options: RestoreOptions): Promise<BackupEnd> => {
  const archive = extractTar();
  const read = pipeline(createReadStream(options.file), createGunzip(), archive);
  read.catch(() => undefined);
  let loader: Loader | undefined;
  try {
    for await (const source of archive) {
      const entry = source as unknown as Entry;
      if (!loader) loader = await Loader.begin(client, await manifestOf(entry), options);
      else await loader.take(entry);
    }
    await read;
    if (!loader) throw new BackupError('The file is no backup.');
    return await loader.finish();
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (error instanceof BackupError || (error as { code?: string }).code === 'ENOENT') throw error;
    throw new BackupError(`The backup cannot be read (${(error as Error).message}). Nothing was changed.`, { cause: error });
  }
};

const manifestOf = async (entry: Entry): Promise<Manifest> => {
  if (entry.header.name !== MANIFEST) throw new BackupError('The file is no backup of a floor.');
  const manifest = JSON.parse(await textOf(entry)) as Manifest;
  if (manifest.format !== FORMAT) throw new BackupError(`The backup has format ${manifest.format}, this release reads ${FORMAT}.`);
  const known = new Set(registeredMigrationNames());
  const newer = manifest.migrations.filter((name) => !known.has(name));
  if (newer.length > 0) throw new BackupError(`The backup is of a newer release (it has ${newer.join(', ')}). Install that release first.`);
  return manifest;
};

const textOf = async (entry: Entry): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Takes the entries of an archive into the open transaction. */
class Loader {
  private readonly rows: Record<string, number> = {};
  private files = 0;
  private end: BackupEnd | undefined;
  private constraints: { table: string; name: string; definition: string }[] = [];

  private constructor(
    private readonly client: pg.Client,
    private readonly manifest: Manifest,
    private readonly options: RestoreOptions,
  ) {}

  static async begin(client: pg.Client, manifest: Manifest, options: RestoreOptions): Promise<Loader> {
    await assertNotNewer(client, manifest);
    await migrateTo(options.databaseUrl, manifest.migrations);
    const loader = new Loader(client, manifest, options);
    await client.query('begin');
    await loader.open();
    return loader;
  }

  async take(entry: Entry): Promise<void> {
    const { name } = entry.header;
    if (name === END) this.end = JSON.parse(await textOf(entry)) as BackupEnd;
    else if (name.startsWith('tables/')) await this.takeRows(name.split('/')[1], entry);
    else if (name.startsWith('files/')) await this.takeFile(name.slice('files/'.length), entry);
    else throw new BackupError(`The backup holds ${name}, which this release does not know.`);
  }

  async finish(): Promise<BackupEnd> {
    const { end } = this;
    if (!end) throw new BackupError('The backup is cut off: its end is missing. Nothing was changed.');
    for (const { name } of this.manifest.tables) {
      const [has, should] = [this.rows[name] ?? 0, end.rows[name] ?? 0];
      if (has !== should) throw new BackupError(`The backup is damaged: table ${name} has ${has} rows of ${should}. Nothing was changed.`);
    }
    if (this.files !== end.files) throw new BackupError(`The backup is damaged: it has ${this.files} files of ${end.files}.`);
    await this.close();
    return end;
  }

  /** Without its constraints and triggers the order of the tables does not matter; the owner of the tables may do this. */
  private async open(): Promise<void> {
    const { rows } = await this.client.query<{ table: string; name: string; definition: string }>(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
    );
    this.constraints = rows;
    for (const { table, name } of rows) await this.client.query(`alter table ${table} drop constraint ${quoted(name)}`);
    for (const table of this.manifest.tables) await this.client.query(`alter table ${quoted(table.name)} disable trigger user`);
    await this.client.query(`truncate ${this.manifest.tables.map((table) => quoted(table.name)).join(', ')}`);
  }

  private async close(): Promise<void> {
    for (const { table, name, definition } of this.constraints) await this.client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    for (const table of this.manifest.tables) await this.client.query(`alter table ${quoted(table.name)} enable trigger user`);
    await this.setSequences();
    await this.client.query('update outbox set sent_at = null');
    await this.client.query('commit');
  }

  private async setSequences(): Promise<void> {
    const { rows } = await this.client.query<{ table: string; column: string; sequence: string }>(
      `select c.oid::regclass::text as table, a.attname as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and c.relname <> 'migrations' and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`,
    );
    for (const { table, column, sequence } of rows) {
      await this.client.query(`select setval($1::regclass, coalesce(max(${quoted(column)}), 0) + 1, false) from ${table}`, [sequence]);
    }
  }

  private async takeRows(name: string, entry: Entry): Promise<void> {
    const index = this.manifest.tables.findIndex((table) => table.name === name);
    if (index === -1) throw new BackupError(`The backup is damaged: table ${name} is not in its list.`);
    const table: BackupTable = this.manifest.tables[index];
    this.options.progress?.(name, index, this.manifest.tables.length);
    const counter = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.rows[name] = (this.rows[name] ?? 0) + countRows(chunk);
        done(null, chunk);
      },
    });
    await pipeline(entry, counter, this.client.query(copyFrom(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`)));
  }

  private async takeFile(name: string, entry: Entry): Promise<void> {
    const root = resolve(this.options.filesDir);
    const path = resolve(join(root, name));
    if (!path.startsWith(root + sep)) throw new BackupError(`The backup holds a file outside its folder: ${name}.`);
    await makeFolder(dirname(path));
    await pipeline(entry, createWriteStream(path, { mode: 0o600 }));
    this.files++;
  }
}
