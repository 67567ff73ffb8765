import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack as packTar } from 'tar-stream';
import { type BackupEnd, type BackupTable, columnList, countRows, END, endOfLastRow, FORMAT, MANIFEST, quoted, type Manifest } from './backup-format.js';

const PIECE = 4 * 1024 * 1024;

export interface BackupOptions {
  databaseUrl: string;
  /** Folder of uploaded files; may be missing. */
  filesDir: string;
  file: string;
  now: Date;
  progress?: (table: string, done: number, of: number) => void;
}

/** Writes one snapshot of all tables and the files. The file appears whole or not at all. Memory is constant. */
export const writeBackup = async (options: BackupOptions): Promise<BackupEnd> => {
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  const part = `${options.file}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const pack = packTar();
    const written = pipeline(pack, createGzip(), createWriteStream(part, { mode: 0o600 }));
    const [end] = await Promise.all([fill(pack, client, options), written]);
    await syncFile(part);
    await rename(part, options.file);
    return end;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
};

const fill = async (pack: Pack, client: pg.Client, { filesDir, now, progress }: BackupOptions): Promise<BackupEnd> => {
  try {
    const tables = await tablesOf(client);
    const manifest: Manifest = { format: FORMAT, createdAt: now.toISOString(), migrations: await migrationsOf(client), tables };
    await addText(pack, MANIFEST, JSON.stringify(manifest));
    const end: BackupEnd = { rows: {}, files: 0 };
    for (const [i, table] of tables.entries()) {
      progress?.(table.name, i, tables.length);
      end.rows[table.name] = await addTable(pack, client, table);
    }
    end.files = await addFiles(pack, filesDir);
    await addText(pack, END, JSON.stringify(end));
    pack.finalize();
    return end;
  } catch (error) {
    pack.destroy(error as Error);
    throw error;
  }
};

const migrationsOf = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ name: string }>('select name from migrations order by id')).rows.map((row) => row.name);

// Transaction numbers (xid8) mean nothing in another cluster and are left to their default.
const tablesOf = async (client: pg.Client): Promise<BackupTable[]> => {
  const { rows } = await client.query<BackupTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migrations', 'typeorm_metadata')
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
     group by c.relname order by c.relname`,
  );
  return rows;
};

const addText = (pack: Pack, name: string, text: string): Promise<void> => addPiece(pack, name, Buffer.from(text));

const addPiece = (pack: Pack, name: string, piece: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    // Written as a stream, so that a slow disk slows the reading down.
    pack.entry({ name, size: piece.length }, (error) => (error ? reject(error) : resolve())).end(piece);
  });

const addTable = async (pack: Pack, client: pg.Client, table: BackupTable): Promise<number> => {
  const stream = client.query(copyTo(`copy (select ${columnList(table)} from ${quoted(table.name)}) to stdout`));
  let rows = 0;
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async (all: boolean): Promise<void> => {
    const joined = Buffer.concat(held, size);
    const cut = all ? joined.length : endOfLastRow(joined);
    if (cut > 0) {
      rows += countRows(joined.subarray(0, cut));
      await addPiece(pack, `tables/${table.name}/${String(++number).padStart(6, '0')}.copy`, joined.subarray(0, cut));
    }
    held = cut < joined.length ? [joined.subarray(cut)] : [];
    size = joined.length - cut;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size >= PIECE) await flush(false);
  }
  await flush(true);
  return rows;
};

const addFiles = async (pack: Pack, dir: string): Promise<number> => {
  if (!existsSync(dir)) return 0;
  let files = 0;
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    await new Promise<void>((resolve, reject) => {
      const sink = pack.entry({ name: `files/${relative(dir, path)}`, size }, (error) => (error ? reject(error) : resolve()));
      createReadStream(path, { end: Math.max(0, size - 1) }).on('error', reject).pipe(sink);
    });
    files++;
  }
  return files;
};

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
