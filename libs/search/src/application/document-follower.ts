import { Injectable, type OnApplicationShutdown, Scope } from '@nestjs/common';
import { Database, DatabaseNotices, Logger, OneAtATime, Passes, type Reader } from '@app/platform';
import { type CurrentDocument, type DocumentForm, type DocumentMark, SearchDocumentRepository } from '../data/search-document.repository.js';

const PAGE = 1_000;
/** So many documents are taken at once: a small change waits behind no more than these. */
const CHUNK = 50;
/** What a person changes is in a transaction of a few documents; a bulk load writes hundreds in each. */
const SMALL = 20;
const POLL_MS = 2_000;

export type TakeDocuments = (current: CurrentDocument[]) => Promise<void>;
type TakeIds = (offerIds: string[]) => Promise<void>;

/** Reads what changes in `search_document`, woken by NOTIFY and by a poll. Each user has its own, with its own place. */
@Injectable({ scope: Scope.TRANSIENT })
export class DocumentFollower implements OnApplicationShutdown {
  /** Everything written before this transaction has been taken. */
  private horizon = 0n;
  /** What has been taken of the transactions after it. */
  private readonly taken = new Map<string, bigint>();
  /** What its user wants to have of each document. */
  form: DocumentForm = 'documents';
  private take: TakeIds = async () => undefined;
  /** Before that nothing may count as taken. */
  private isFollowing = false;
  private stopping = false;
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly passes = new Passes(() => this.pass());
  private readonly taking = new OneAtATime();
  /** Somebody has written since small changes were last looked for. */
  private isFresh = false;
  /** Where they are looked for from. */
  private smallHorizon = 0n;
  /** What was logged of the last pass, so that a lasting fault is logged once. */
  private fault: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly notices: DatabaseNotices,
    private readonly logger: Logger,
  ) {}

  /** Marks the place before everything is read once; `follow` goes on from there. */
  async begin(): Promise<void> {
    this.horizon = await this.documents.horizon(this.database);
  }

  /** All findable documents as they are now, in pages. */
  async readAll(take: TakeDocuments, db: Reader = this.database): Promise<void> {
    const pageAfter = (after: string | null): Promise<CurrentDocument[]> =>
      this.form === 'terms' ? this.documents.termsAfter(db, after, PAGE) : this.documents.pageAfter(db, after, PAGE);
    let next = pageAfter(null);
    while (!this.stopping) {
      const page = await next;
      if (page.length === 0) return;
      // The database reads on while this page is taken.
      next = pageAfter(page.at(-1)!.offerId);
      next.catch(() => undefined);
      await take(page);
    }
  }

  /** Gives every change from now on; what `take` refuses comes again. */
  follow(take: TakeDocuments): Promise<void> {
    return this.followIds(async (offerIds) => take(await this.documents.current(this.database, offerIds, this.form)));
  }

  /** The same for who reads the documents himself. */
  async followIds(take: TakeIds): Promise<void> {
    this.take = take;
    this.isFollowing = true;
    this.stopListening = await this.notices.listen('search_document', () => void this.wake().catch(() => undefined));
    this.schedule();
  }

  /** Takes what has changed until now. Whoever waits for it does not wait for what is written meanwhile. */
  wake(): Promise<void> {
    this.isFresh = true;
    return this.passes.next();
  }

  /** Takes these as they are now, without what waits before them; what has been taken already is left out. */
  async takeNow(offerIds: string[]): Promise<void> {
    if (this.isFollowing) await this.takeMarked(await this.documents.marksOf(this.database, offerIds, this.horizon));
  }

  private async pass(): Promise<void> {
    if (!this.isFollowing) return;
    const horizon = await this.documents.horizon(this.database);
    for (let after: DocumentMark | null = null; !this.stopping; ) {
      const marks: DocumentMark[] = await this.documents.marksSince(this.database, this.horizon, after, PAGE);
      await this.takeInTurn(marks);
      if (marks.length < PAGE) return this.forgetBefore(horizon);
      after = marks.at(-1)!;
    }
  }

  /** What people change comes between, so that it does not wait until all of a bulk load has been taken. */
  private async takeInTurn(marks: DocumentMark[]): Promise<void> {
    for (let at = 0; at < marks.length; at += CHUNK) {
      if (marks.length > CHUNK) await this.takeSmall();
      await this.takeMarked(marks.slice(at, at + CHUNK));
    }
  }

  private async takeSmall(): Promise<void> {
    if (!this.isFresh) return;
    this.isFresh = false;
    const since = this.smallHorizon > this.horizon ? this.smallHorizon : this.horizon;
    this.smallHorizon = await this.documents.horizon(this.database);
    await this.takeMarked(await this.documents.smallMarksSince(this.database, since, SMALL, CHUNK));
  }

  /** One after another: what was read before a change must not be put after it. */
  private takeMarked(found: DocumentMark[]): Promise<void> {
    return this.taking.run(() => this.takeOf(found));
  }

  private async takeOf(found: DocumentMark[]): Promise<void> {
    const marks = found.filter(({ offerId, writtenIn }) => writtenIn >= this.horizon && this.taken.get(offerId) !== writtenIn);
    if (marks.length === 0) return;
    await this.take(marks.map(({ offerId }) => offerId));
    for (const { offerId, writtenIn } of marks) this.taken.set(offerId, writtenIn);
  }

  private forgetBefore(horizon: bigint): void {
    this.horizon = horizon;
    for (const [offerId, writtenIn] of this.taken) if (writtenIn < horizon) this.taken.delete(offerId);
  }

  private schedule(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      void this.wake()
        .then(() => this.tell(undefined), (error: Error) => this.tell(error.message))
        .finally(() => this.schedule());
    }, POLL_MS);
  }

  private tell(fault: string | undefined): void {
    const before = this.fault;
    this.fault = fault;
    if (this.stopping || fault === before) return;
    if (fault) this.logger.warn('a search index could not be fed', { error: fault });
    else this.logger.info('a search index is fed again');
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  /** Takes nothing any more. */
  stop(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    this.stopListening();
  }
}
