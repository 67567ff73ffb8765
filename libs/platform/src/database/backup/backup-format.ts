/**
 * A backup is a gzipped tar: `manifest.json`, then `tables/<name>/<number>.copy` (PostgreSQL's COPY text, cut between rows),
 * `files/…`, and `end.json` with the counts, without which the file is not whole.
 */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const END = 'end.json';

export interface BackupTable {
  name: string;
  columns: string[];
}

export interface Manifest {
  format: number;
  /** ISO time of the snapshot. */
  createdAt: string;
  /** Names of the migrations that had made the schema. */
  migrations: string[];
  tables: BackupTable[];
}

export interface BackupEnd {
  rows: Record<string, number>;
  files: number;
}

/** A backup that cannot be made or used, in words that say what to do. */
export class BackupError extends Error {}

const NEWLINE = 0x0a;

/** Rows in a piece of COPY text: a newline inside a value is written as `\n` there. */
export const countRows = (piece: Uint8Array): number => {
  let rows = 0;
  for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) rows++;
  return rows;
};

export const endOfLastRow = (piece: Uint8Array): number => piece.lastIndexOf(NEWLINE) + 1;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnList = ({ columns }: BackupTable): string => columns.map(quoted).join(', ');
