import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A row's columns as bytes. */
export type CopiedRow = (Buffer | null)[];

/** Of the binary format: a signature and flags come before the length of an extension, and that before the rows. */
const EXTENSION_LENGTH = 15;
const SIZE = 4;

/** All rows of a select in the binary format of COPY. */
export async function copiedRows(client: ClientBase, select: string): Promise<CopiedRow[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy (${select}) to stdout (format binary)`)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return rowsIn(Buffer.concat(chunks));
}

function rowsIn(bytes: Buffer): CopiedRow[] {
  const rows: CopiedRow[] = [];
  let at = EXTENSION_LENGTH + SIZE + bytes.readInt32BE(EXTENSION_LENGTH);
  // A count of -1 stands after the last row.
  for (let columns = bytes.readInt16BE(at); columns >= 0; columns = bytes.readInt16BE(at)) {
    at += 2;
    const row: CopiedRow = [];
    while (row.length < columns) {
      const size = bytes.readInt32BE(at);
      at += SIZE;
      row.push(size < 0 ? null : bytes.subarray(at, at + size));
      at += Math.max(0, size);
    }
    rows.push(row);
  }
  return rows;
}
