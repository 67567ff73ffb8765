import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CentreService, organizationKey, OrganizationService } from '@app/organizations';
import {
  Actor, Clock, Database, EventStore, type ImportCounts, type ImportedRow, type ImportListener, importTable, quantityText, type Reader, rowIssue, type RowOutcome, type Tx, uuidv7,
} from '@app/platform';
import type { WordMap } from '@app/taxonomy';
import { type ExistingRequest, RequestRepository } from '../data/request.repository.js';
import type { RequestContent } from '../domain/request.js';
import { requestsImported } from '../domain/request.events.js';
import { REQUEST_HEADINGS, REQUIRED_REQUEST_COLUMNS } from './request-columns.js';
import { RequestBulkWriter } from './request-bulk-writer.js';
import { type RequestRow, RequestRowReader } from './request-row-reader.js';

export interface RequestImportOptions extends ImportListener {
  dryRun: boolean;
  words: WordMap;
}

interface ImportableRow extends RequestRow, ImportedRow {
  hash: string;
}

interface Planned {
  row: ImportableRow;
  key: string;
  organizationId: string | null;
  existing: ExistingRequest | undefined;
  did: keyof ImportCounts;
  reason?: string;
}

/** Matching takes its time with each request, so that one job has few of them. */
const REQUESTS_AN_EVENT = 25;
const NOT_OURS = 'Yêu cầu này do đơn vị tự viết hoặc đã sửa sau lần nhập trước; không ghi đè. / Its owner has written or edited this request; it is not overwritten.';
const OVER = 'Yêu cầu đã đóng hoặc đã rút; không ghi đè. / The request is closed or withdrawn; it is not overwritten.';

const canonical = (content: RequestContent, anonymous: boolean): string =>
  JSON.stringify([
    content.title, content.need, content.lang, content.fields, content.province, content.budgetMax, content.trlMin, content.transferModes, content.deadline,
    content.quantities.map((quantity) => [quantity.label, quantityText(quantity)]), anonymous,
  ]);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const keyOf = (organization: string, code: string): string => `${organization} ${code}`;

/** Brings requests in from a file and opens them: who runs it speaks for the centre, and their organizations are not claimed yet. */
@Injectable()
export class ImportRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly centres: CentreService,
    private readonly organizations: OrganizationService,
    private readonly rows: RequestRowReader,
    private readonly requests: RequestRepository,
    private readonly writer: RequestBulkWriter,
    private readonly events: EventStore,
  ) {}

  /** Throws `files.…` when the file cannot be read at all; faults of single rows go to the report. */
  async run(path: string, { dryRun, words, ...listener }: RequestImportOptions): Promise<ImportCounts> {
    const centreId = (await this.centres.own()).id;
    const runId = uuidv7();
    return importTable<ImportableRow>(path, {
      headings: REQUEST_HEADINGS,
      required: REQUIRED_REQUEST_COLUMNS,
      read: (reader, row) => {
        const read = this.rows.read(reader, words);
        return read && { row, ...read, hash: hashOf(canonical(read.content, read.anonymous)) };
      },
      write: async (rows, rowOf) => {
        const planned = dryRun
          ? await this.plan(this.database, rows, rowOf, centreId, false)
          : await this.database.transaction((tx) => this.write(tx, rows, rowOf, { centreId, runId }));
        return planned.map(outcomeOf);
      },
    }, listener);
  }

  private async write(tx: Tx, rows: ImportableRow[], rowOf: ReadonlyMap<string, number>, { centreId, runId }: { centreId: string; runId: string }): Promise<Planned[]> {
    await this.requests.lockForImport(tx);
    const planned = await this.plan(tx, rows, rowOf, centreId, true);
    const at = this.clock.now();
    const created = planned.filter((p) => p.did === 'created').map(({ row, organizationId }) => ({
      id: uuidv7(), code: row.code, organizationId: organizationId!, centreId, content: row.content, anonymous: row.anonymous, state: 'open' as const, at, importedHash: row.hash,
    }));
    const revised = planned.filter((p) => p.did === 'updated').map(({ row, existing }) => ({
      requestId: existing!.id, number: existing!.number + 1, content: row.content, anonymous: row.anonymous, importedHash: row.hash, at,
    }));
    await this.writer.write(tx, created);
    await this.writer.revise(tx, revised);
    const ids = [...created.map((r) => r.id), ...revised.map((r) => r.requestId)];
    for (let from = 0; from < ids.length; from += REQUESTS_AN_EVENT) {
      await this.events.append(tx, Actor.system('cli'), requestsImported(runId, centreId, ids.slice(from, from + REQUESTS_AN_EVENT)));
    }
    return planned;
  }

  private async plan(db: Reader, rows: ImportableRow[], rowOf: ReadonlyMap<string, number>, centreId: string, isReal: boolean): Promise<Planned[]> {
    const enterprises = rows.map(({ organization }) => ({ kind: 'enterprise' as const, ...organization, centreId, claimed: false }));
    const ids = await this.organizations.findOrCreateMany(db, enterprises, { create: isReal });
    const wanted = rows.flatMap(({ code }, i) => (ids[i] === null ? [] : [{ organizationId: ids[i], code }]));
    const existing = new Map((await this.requests.existing(db, wanted, { lock: isReal })).map((one) => [keyOf(one.organizationId, one.code), one]));
    const foreign = [...existing.values()].filter((one) => one.importedHash === null).map((one) => one.id);
    const stored = new Map((await this.requests.findMany(foreign, db)).map(({ request }) => [request.id, hashOf(canonical(request.working.content, request.wantsAnonymity))]));
    const here = new Map<string, number>();
    return rows.map((row, i) => {
      const key = keyOf(ids[i] ?? organizationKey(enterprises[i]), row.code);
      const before = rowOf.get(key) ?? here.get(key);
      here.set(key, before ?? row.row);
      const one = existing.get(key);
      const decision = before === undefined ? decide(one, row.hash, one && stored.get(one.id)) : { did: 'failed' as const, reason: `Mã đã có ở dòng ${before} của tệp này. / The code stands in row ${before} of this file already.` };
      return { row, key, organizationId: ids[i], existing: one, ...decision };
    });
  }
}

/** `importedHash` is null once somebody has edited the request; then only equal content is no conflict. */
const decide = (existing: ExistingRequest | undefined, hash: string, storedHash: string | undefined): Pick<Planned, 'did' | 'reason'> => {
  if (!existing) return { did: 'created' };
  if (existing.importedHash === hash || storedHash === hash) return { did: 'unchanged' };
  if (existing.importedHash === null) return { did: 'failed', reason: NOT_OURS };
  return existing.state === 'closed' || existing.state === 'withdrawn' ? { did: 'failed', reason: OVER } : { did: 'updated' };
};

const outcomeOf = ({ row, key, did, reason }: Planned): RowOutcome<ImportableRow> => ({ row, key, did, issues: reason ? [rowIssue(row, 'error', 'code', reason)] : [] });
