import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify';
import { fileErrors } from './file.errors.js';
import { makeFolder } from './make-folder.js';
import { joinList } from './row-reader.js';

type Row = Readonly<Record<string, unknown>>;

// What a spreadsheet would compute gets an apostrophe before it; reading takes it away again.
const COMPUTED = /^[=+\-@\t\r]/;
const BOM = '\ufeff';

/** One cell as text that no spreadsheet computes. */
export const csvCell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? joinList(value.map(String)) : JSON.stringify(value);
  return text.replace(COMPUTED, (sign) => `'${sign}`);
};

/**
 * Writes rows to a file as a stream: `.jsonl` or `.csv` (with a byte order mark, so that spreadsheets read it as UTF-8),
 * also `.gz`. The name appears when the file is whole. Throws `files.unknown_kind`.
 */
export const writeTable = async (path: string, columns: readonly string[], rows: AsyncIterable<Row>): Promise<void> => {
  const kind = /\.(jsonl|csv)(\.gz)?$/i.exec(path);
  if (!kind) throw fileErrors.unknown_kind({ path });
  await makeFolder(dirname(path));
  const draft = `${path}.part`;
  const text = kind[1].toLowerCase() === 'csv' ? csvText(columns, rows) : jsonText(rows);
  try {
    await pipeline([Readable.from(text), ...(kind[2] ? [createGzip()] : []), createWriteStream(draft)]);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

async function* jsonText(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* csvText(columns: readonly string[], rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield BOM;
  const cells = async function* (): AsyncGenerator<string[]> {
    yield [...columns];
    for await (const row of rows) yield columns.map((column) => csvCell(row[column]));
  };
  for await (const piece of Readable.from(cells()).pipe(stringify({ record_delimiter: '\r\n' }))) yield String(piece);
}
