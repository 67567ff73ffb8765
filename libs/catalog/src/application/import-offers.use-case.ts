import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CentreService } from '@app/organizations';
import { Actor, Clock, Database, databaseCode, type ImportCounts, type ImportIssue, RowReader, shownValue, TableFile, uuidv7 } from '@app/platform';
import type { WordMap } from '@app/taxonomy';
import { canonicalContent } from '../domain/canonical-content.js';
import { completeness } from '../domain/offer-completeness.js';
import { type ImportableRow, OfferImportBatch } from './offer-import-batch.js';
import { OFFER_HEADINGS, REQUIRED_OFFER_COLUMNS } from './offer-columns.js';
import { OfferRowReader } from './offer-row-reader.js';

export interface ImportOptions {
  /** Rows that can be submitted go live; without it they become drafts. */
  publish: boolean;
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
  words: WordMap;
  report: (issue: ImportIssue) => void;
  /** Bytes of the file that have been read, of all. */
  progress?: (done: number, total: number) => void;
}

export interface ImportedOffers extends ImportCounts {
  warnings: number;
  /** Of the rows that landed, the mean share of what a buyer looks for, in percent. */
  completeness: number;
}

/** Rows in one transaction, and so the most that a crash can take back. */
const BATCH = 500;
/** A value that the database refuses although it passed our checks: class 22 (data) and 23 (integrity). */
const isDataFault = (error: unknown): boolean => /^2[23]/.test(databaseCode(error) ?? '');

/** Brings offers in from a file of any size: in constant memory, in batches, safe to cut off and to run again. */
@Injectable()
export class ImportOffers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly centres: CentreService,
    private readonly rows: OfferRowReader,
    private readonly batch: OfferImportBatch,
  ) {}

  /** Throws `files.…` when the file cannot be read at all; faults of single rows go to the report. */
  async run(path: string, options: ImportOptions): Promise<ImportedOffers> {
    const run = new ImportRun(options);
    const table = await TableFile.open(path, {
      headings: OFFER_HEADINGS,
      required: REQUIRED_OFFER_COLUMNS,
      onUnknownColumn: (heading, row) => run.tell({ row, code: null, column: heading, value: null, level: 'warning', reason: 'Không có cột này; nội dung bị bỏ qua. / There is no such column; it is ignored.' }),
    });
    const centreId = (await this.centres.own()).id;
    const actor = Actor.system('cli');
    const write = (rows: ImportableRow[]): Promise<void> => this.write(rows, run, { centreId, actor, runId: run.id });
    let waiting: ImportableRow[] = [];
    for await (const row of table.rows()) {
      const read = this.readRow(row.row, row.values, row.fault, run);
      if (read) waiting.push(read);
      if (waiting.length === BATCH) {
        await write(waiting);
        waiting = [];
      }
      options.progress?.(table.bytesRead, table.size);
    }
    await write(waiting);
    options.progress?.(table.size, table.size);
    return run.result();
  }

  private readRow(row: number, values: Record<string, unknown> | undefined, fault: string | undefined, run: ImportRun): ImportableRow | null {
    const reader = new RowReader(row, values ?? {});
    const read = values ? this.rows.read(reader, run.options.words) : null;
    if (fault !== undefined) reader.error(null, fault);
    reader.issues.forEach((issue) => run.tell(issue));
    if (!read) {
      run.counts.failed++;
      return null;
    }
    return { row, ...read, hash: createHash('sha256').update(canonicalContent(read.content)).digest('hex').slice(0, 32) };
  }

  /** A batch that the database refuses is halved until the row at fault stands alone. */
  private async write(rows: ImportableRow[], run: ImportRun, context: { centreId: string; actor: Actor; runId: string }): Promise<void> {
    if (rows.length === 0) return;
    const { publish, dryRun } = run.options;
    try {
      const now = this.clock.now();
      const work = { ...context, publish, now, rowOf: run.rowOf };
      const outcome = dryRun ? await this.batch.plan(this.database, rows, work) : await this.database.transaction((tx) => this.batch.write(tx, rows, work));
      outcome.forEach(({ row, did, issues }) => {
        run.counts[did]++;
        if (did !== 'failed') run.landed(completeness(row.content));
        issues.forEach((issue) => run.tell(issue));
      });
      outcome.forEach(({ row, key, did }) => did !== 'failed' && run.rowOf.set(key, row.row));
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (rows.length > 1) {
        const half = Math.ceil(rows.length / 2);
        await this.write(rows.slice(0, half), run, context);
        await this.write(rows.slice(half), run, context);
        return;
      }
      run.counts.failed++;
      run.tell({ row: rows[0].row, code: rows[0].code, column: null, value: shownValue((error as Error).message), level: 'error', reason: 'Cơ sở dữ liệu không nhận dòng này. / The database refuses this row.' });
    }
  }
}

/** What one run has counted so far. */
class ImportRun {
  readonly id = uuidv7();
  readonly counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  /** The row that first had a supplier's code: the one thing that grows with the file. */
  readonly rowOf = new Map<string, number>();
  private warnings = 0;
  private completenessSum = 0;

  constructor(readonly options: ImportOptions) {}

  tell(issue: ImportIssue): void {
    if (issue.level === 'warning') this.warnings++;
    this.options.report(issue);
  }

  landed(share: number): void {
    this.completenessSum += share;
  }

  result(): ImportedOffers {
    const { created, updated, unchanged } = this.counts;
    const landed = created + updated + unchanged;
    return { ...this.counts, warnings: this.warnings, completeness: landed === 0 ? 0 : Math.round(this.completenessSum / landed) };
  }
}
