import { databaseCode } from '../database/database.js';
import { type ImportCounts, type ImportIssue, shownValue } from './import-issue.js';
import { RowReader } from './row-reader.js';
import { TableFile, type TableOptions } from './table-file.js';

export interface ImportedRow {
  row: number;
  code: string;
}

/** What became of one row. */
export interface RowOutcome<R extends ImportedRow> {
  row: R;
  /** Whose code it is: a later row with the same key is a duplicate. */
  key: string;
  did: keyof ImportCounts;
  issues: ImportIssue[];
}

/** What is special to one kind of import. */
export interface RowImporter<R extends ImportedRow> extends Pick<TableOptions, 'headings' | 'required'> {
  /** Null when the reader holds an error. */
  read(reader: RowReader, row: number): R | null;
  /** One batch in one transaction. `rowOf` has the rows of earlier batches by key. */
  write(rows: R[], rowOf: ReadonlyMap<string, number>): Promise<RowOutcome<R>[]>;
}

export interface ImportListener {
  report: (issue: ImportIssue) => void;
  /** Bytes of the file that have been read, of all. */
  progress?: (done: number, total: number) => void;
}

/** Rows in one transaction, and so the most that a crash can take back. */
const BATCH = 500;
const UNKNOWN_COLUMN = 'Không có cột này; nội dung bị bỏ qua. / There is no such column; it is ignored.';

/** Values that the database refuses although they passed our checks: class 22 (data) and 23 (integrity). */
const isDataFault = (error: unknown): boolean => /^2[23]/.test(databaseCode(error) ?? '');

/**
 * Runs a file of any size through an importer: in constant memory but for the keys, in batches, safe to cut off and to
 * run again. Throws `files.…` when the file cannot be read at all; faults of single rows go to the report.
 */
export const importTable = async <R extends ImportedRow>(path: string, importer: RowImporter<R>, listener: ImportListener): Promise<ImportCounts> => {
  const run = new ImportRun(importer, listener);
  const table = await TableFile.open(path, {
    headings: importer.headings,
    required: importer.required,
    onUnknownColumn: (heading, row) => listener.report({ row, code: null, column: heading, value: null, level: 'warning', reason: UNKNOWN_COLUMN }),
  });
  let waiting: R[] = [];
  for await (const { row, values, fault } of table.rows()) {
    const read = run.read(row, values, fault);
    if (read) waiting.push(read);
    if (waiting.length === BATCH) {
      await run.write(waiting);
      waiting = [];
    }
    listener.progress?.(table.bytesRead, table.size);
  }
  await run.write(waiting);
  listener.progress?.(table.size, table.size);
  return run.counts;
};

class ImportRun<R extends ImportedRow> {
  readonly counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  /** The row that first had a key: the one thing that grows with the file. */
  private readonly rowOf = new Map<string, number>();

  constructor(
    private readonly importer: RowImporter<R>,
    private readonly listener: ImportListener,
  ) {}

  read(row: number, values: Record<string, unknown> | undefined, fault: string | undefined): R | null {
    const reader = new RowReader(row, values ?? {});
    const read = values ? this.importer.read(reader, row) : null;
    if (fault !== undefined) reader.error(null, fault);
    reader.issues.forEach(this.listener.report);
    if (!read) this.counts.failed++;
    return read;
  }

  /** A batch that the database refuses is halved until the row at fault stands alone. */
  async write(rows: R[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      this.settle(await this.importer.write(rows, this.rowOf));
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (rows.length === 1) return this.refuse(rows[0], error as Error);
      const half = Math.ceil(rows.length / 2);
      await this.write(rows.slice(0, half));
      await this.write(rows.slice(half));
    }
  }

  private settle(outcomes: RowOutcome<R>[]): void {
    for (const { row, key, did, issues } of outcomes) {
      this.counts[did]++;
      if (did !== 'failed') this.rowOf.set(key, row.row);
      issues.forEach(this.listener.report);
    }
  }

  private refuse({ row, code }: R, error: Error): void {
    this.counts.failed++;
    const reason = 'Cơ sở dữ liệu không nhận dòng này. / The database refuses this row.';
    this.listener.report({ row, code, column: null, value: shownValue(error.message), level: 'error', reason });
  }
}

/** The report's line for a row as a whole. */
export const rowIssue = ({ row, code }: ImportedRow, level: ImportIssue['level'], column: string | null, reason: string): ImportIssue => ({
  row, code, column, value: column === 'code' ? code : null, level, reason,
});
