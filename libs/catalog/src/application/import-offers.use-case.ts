import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CentreService } from '@app/organizations';
import { Actor, Clock, Database, type ImportCounts, type ImportListener, importTable, type RowReader, uuidv7 } from '@app/platform';
import type { WordMap } from '@app/taxonomy';
import { canonicalContent } from '../domain/canonical-content.js';
import { completeness } from '../domain/offer-completeness.js';
import { OFFER_HEADINGS, REQUIRED_OFFER_COLUMNS } from './offer-columns.js';
import { type ImportableRow, OfferImportBatch, type OfferOutcome } from './offer-import-batch.js';
import { OfferRowReader } from './offer-row-reader.js';

export interface ImportOptions extends ImportListener {
  /** Rows that can be submitted go live; without it they become drafts. */
  publish: boolean;
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
  words: WordMap;
}

interface Centres {
  own: string;
  /** Ids by slug. */
  centres: Map<string, string>;
}

export interface ImportedOffers extends ImportCounts {
  /** Of the rows that landed, the mean share of what a buyer looks for, in percent. */
  completeness: number;
}

/** Brings offers in from a file. */
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
  async run(path: string, { publish, dryRun, words, ...listener }: ImportOptions): Promise<ImportedOffers> {
    const own = (await this.centres.own()).id;
    const centres = new Map((await this.centres.all()).map(({ slug, id }) => [slug, id]));
    const context = { actor: Actor.system('cli'), runId: uuidv7(), publish };
    const shares = { sum: 0, rows: 0 };
    const counts = await importTable<ImportableRow>(path, {
      headings: OFFER_HEADINGS,
      required: REQUIRED_OFFER_COLUMNS,
      read: (reader, row) => this.read(reader, row, words, { own, centres }),
      write: async (rows, rowOf) => {
        const work = { ...context, rowOf, now: this.clock.now() };
        const outcomes = dryRun ? await this.batch.plan(this.database, rows, work) : await this.database.transaction((tx) => this.batch.write(tx, rows, work));
        addShares(shares, outcomes);
        return outcomes;
      },
    }, listener);
    return { ...counts, completeness: shares.rows === 0 ? 0 : Math.round(shares.sum / shares.rows) };
  }

  private read(reader: RowReader, row: number, words: WordMap, { own, centres }: Centres): ImportableRow | null {
    const read = this.rows.read(reader, words);
    if (read?.centre && !centres.has(read.centre)) {
      // Said once.
      centres.set(read.centre, own);
      reader.warn('centre', 'Sàn này không có trung tâm đó; ghi vào trung tâm của sàn. / There is no such centre here; the own one is taken.');
    }
    return read && { row, ...read, centreId: (read.centre && centres.get(read.centre)) || own, hash: createHash('sha256').update(canonicalContent(read.content)).digest('hex').slice(0, 32) };
  }
}

const addShares = (shares: { sum: number; rows: number }, outcomes: OfferOutcome[]): void => {
  for (const { row, did } of outcomes) {
    if (did === 'failed') continue;
    shares.sum += completeness(row.content);
    shares.rows++;
  }
};
