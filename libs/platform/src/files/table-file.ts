import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { fileErrors } from './file.errors.js';
import { TextFile } from './text-file.js';

/** One record of a file: its members by column name, or why it could not be read. `row` counts records from 1, the heading not. */
export type TableRow = { row: number; values: Record<string, unknown>; fault?: undefined } | { row: number; values?: undefined; fault: string };

/** Names of a column as they may stand in a heading; compared by `headingKey`. */
export type Headings = ReadonlyMap<string, string>;

export interface TableOptions {
  headings: Headings;
  required: readonly string[];
  /** Called once for each column that means nothing here. */
  onUnknownColumn: (heading: string, row: number) => void;
}

const MAX_RECORD = 4 * 1024 * 1024;
const TOO_LONG = 'Dòng dài quá 4 MB hoặc thiếu dấu nháy đóng. / The row is longer than 4 MB, or a closing quote is missing.';

/** The one form in which headings are compared: no accents, case, blanks or punctuation. */
export const headingKey = (heading: string): string =>
  heading.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll('đ', 'd').replace(/[^a-z0-9]+/g, '');

/** A table in JSONL (a JSON object a line) or CSV (comma, semicolon or tab), read as a stream in constant memory. */
export class TableFile {
  private constructor(
    private readonly file: TextFile,
    private readonly options: TableOptions,
  ) {}

  /** Throws `files.…` for what is no UTF-8 text; nothing has been read then. */
  static async open(path: string, options: TableOptions): Promise<TableFile> {
    return new TableFile(await TextFile.open(path), options);
  }

  get size(): number {
    return this.file.size;
  }

  get bytesRead(): number {
    return this.file.bytesRead;
  }

  async *rows(): AsyncGenerator<TableRow> {
    const pieces = this.file.text();
    const first = await firstPiece(pieces);
    const text = joined(first, pieces);
    const looksLikeJson = /^\s*[{[]/.test(first);
    yield* looksLikeJson ? this.jsonRows(text) : this.csvRows(text, delimiterOf(first));
  }

  private async *jsonRows(text: AsyncIterable<string>): AsyncGenerator<TableRow> {
    const reported = new Set<string>();
    let row = 0;
    for await (const line of lines(text)) {
      if (line !== null && line.trim() === '') continue;
      row++;
      const parsed = line === null ? TOO_LONG : parseLine(line);
      if (typeof parsed === 'string') yield { row, fault: parsed };
      else yield { row, values: this.byColumn(Object.entries(parsed), row, reported) };
    }
  }

  private byColumn(members: [string, unknown][], row: number, reported: Set<string>): Record<string, unknown> {
    const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [name, value] of members) {
      const column = this.options.headings.get(headingKey(name));
      if (column !== undefined) values[column] ??= value;
      else if (!reported.has(name)) {
        reported.add(name);
        this.options.onUnknownColumn(name, row);
      }
    }
    return values;
  }

  private async *csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow> {
    let row = -1;
    const faults: { row: number; fault: string }[] = [];
    const parser = parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      skip_records_with_error: true,
      // The number is given where records are parted, since refused ones come by another way.
      on_record: (cells: string[]) => [String(++row), ...cells],
      on_skip: (error): undefined => {
        faults.push({ row: ++row, fault: error?.code === 'CSV_MAX_RECORD_SIZE' ? TOO_LONG : `CSV: ${error?.message}` });
      },
    });
    // A fault of the source destroys the parser, and so reaches the loop below.
    pipeline(Readable.from(text), parser, () => undefined);
    let columns: (string | null)[] | undefined;
    for await (const [number, ...cells] of parser as AsyncIterable<string[]>) {
      while (faults.length > 0 && faults[0].row < Number(number)) yield faults.shift()!;
      if (!columns) columns = this.columnsOf(cells);
      else if (cells.some((cell) => cell.trim() !== '')) yield rowOf(Number(number), cells, columns);
    }
    yield* faults;
    if (!columns) throw fileErrors.empty();
  }

  private columnsOf(cells: string[]): (string | null)[] {
    const heading = new Map<string, string>();
    const columns = cells.map((cell) => {
      const column = this.options.headings.get(headingKey(cell)) ?? null;
      if (column === null) {
        if (cell.trim() !== '') this.options.onUnknownColumn(cell, 0);
        return null;
      }
      const before = heading.get(column);
      if (before !== undefined) throw fileErrors.same_column_twice({ first: before, second: cell, column });
      heading.set(column, cell);
      return column;
    });
    const missing = this.options.required.filter((column) => !heading.has(column));
    if (missing.length > 0) throw fileErrors.column_missing({ columns: missing.join(', '), found: cells.slice(0, 40).join(', ').slice(0, 500) });
    return columns;
  }
}

const rowOf = (row: number, cells: string[], columns: (string | null)[]): TableRow => {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    return { row, fault: `Có ${cells.length} ô, hơn ${columns.length} cột của dòng đầu: có lẽ một ô chứa dấu phân cách mà không có dấu nháy. / ${cells.length} cells for ${columns.length} columns: a cell with a delimiter may lack its quotes.` };
  }
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  columns.forEach((column, i) => {
    if (column !== null) values[column] = cells[i] ?? '';
  });
  return { row, values };
};

const firstPiece = async (pieces: AsyncGenerator<string>): Promise<string> => {
  for (;;) {
    const piece = await pieces.next();
    if (piece.done) throw fileErrors.empty();
    if (piece.value.trim() !== '') return piece.value;
  }
};

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Lines of any length up to the limit; null stands for one that is longer. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  let skipping = false;
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      yield skipping || part.length > MAX_RECORD ? null : part;
      skipping = false;
    }
    if (rest.length > MAX_RECORD) {
      skipping = true;
      rest = '';
    }
  }
  if (skipping || rest.trim() !== '') yield skipping ? null : rest;
}

const parseLine = (line: string): Record<string, unknown> | string => {
  try {
    const value: unknown = JSON.parse(line);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'Mỗi dòng phải là một đối tượng JSON. / Each line must be a JSON object.';
  } catch (error) {
    return `Không đọc được JSON: ${(error as Error).message} / Not readable as JSON.`;
  }
};

/** What parts the heading's cells, quoted text aside. */
const delimiterOf = (text: string): string => {
  const heading = text.trimStart().replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)[0];
  const count = (sign: string): number => heading.split(sign).length - 1;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
};
