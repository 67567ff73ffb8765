import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Meilisearch } from 'meilisearch';
import type { PoolClient } from 'pg';
import { CONFIG, type Config, Database, DeadLetters, Logger, OneAtATime } from '@app/platform';
import { toldOf, writingClient } from '../adapters/meilisearch-client.js';
import { MeilisearchIndex } from '../adapters/meilisearch-index.js';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { DocumentFollower } from './document-follower.js';
import { MeilisearchNaming } from './meilisearch-naming.js';
import { SynonymService } from './synonym.service.js';

const RETRY_MS = 5_000;
const NOT_THE_WRITER = 'another process writes the Meilisearch index';
const LOCK = 'search: the writer of the Meilisearch index';
const BATCH = 500;
const WATCH_MS = 5_000;
/** Changes on their way make the sizes differ for a moment. */
const ODD_SIZES = 3;
/** Even when nothing looks odd, all versions are compared so often. */
const SWEEP_MS = 10 * 60_000;

/** The job that takes a refused document again. */
export const INDEX_AGAIN = 'index-again';

/**
 * Fills the Meilisearch index and keeps it fresh: one writer for the whole floor, by a lock in the database. It reads the
 * current row, never an event, and a change counts only when the server's task has succeeded. Any failure, and any sign
 * that the server is not what it was, makes it compare the whole index before it goes on.
 */
@Injectable()
export class MeilisearchWriter implements OnApplicationBootstrap, OnApplicationShutdown {
  private client: Meilisearch | undefined;
  private lock: PoolClient | undefined;
  private index: MeilisearchIndex | undefined;
  /** The one that is being built beside it. */
  private next: MeilisearchIndex | undefined;
  private trusted = false;
  private comparedAt = 0;
  private newestTask = -1;
  private oddSizes = 0;
  /** Offers whose document the server would not take when it was last sent. */
  private readonly refused = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private filling: Promise<void> | undefined;
  private readonly calls = new OneAtATime();
  private fault: string | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly follower: DocumentFollower,
    private readonly synonyms: SynonymService,
    private readonly naming: MeilisearchNaming,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.meili) return;
    this.client = writingClient(this.config.meili);
    this.work();
  }

  /** Tries until it is the writer and the index is complete; then changes come by the follower. */
  private work(): void {
    void this.begin().then(
      (begun) => this.later(begun ? WATCH_MS : RETRY_MS, () => (begun ? this.watch() : this.work())),
      (error: unknown) => {
        this.tell(error);
        this.later(RETRY_MS, () => this.work());
      },
    );
  }

  private async begin(): Promise<boolean> {
    if (!(await this.acquire())) return false;
    await this.follower.begin();
    // What was written since an earlier try comes by no follower.
    this.trusted = false;
    await this.keepCurrent();
    await this.follower.followIds((offerIds) => this.take(offerIds).catch((error: unknown) => {
      throw toldOf(error);
    }));
    await this.synonyms.follow(() => void this.keepCurrent().catch((error: unknown) => this.tell(error)));
    return true;
  }

  private later(ms: number, run: () => void): void {
    if (!this.stopping) this.timer = setTimeout(run, ms);
  }

  /** Looks whether the server still is what it was: it may have been put back to an older state between two changes. */
  private watch(): void {
    void this.look()
      .then(() => this.tell(null))
      .catch((error: unknown) => {
        this.trusted = false;
        this.tell(error);
      })
      .finally(() => this.later(WATCH_MS, () => this.watch()));
  }

  private async look(): Promise<void> {
    if (!(await this.acquire())) return;
    const { results } = await this.client!.tasks.getTasks({ limit: 1 });
    const newest = results[0]?.uid ?? -1;
    if (newest < this.newestTask || performance.now() - this.comparedAt > SWEEP_MS) this.trusted = false;
    this.newestTask = newest;
    if (this.trusted && (await this.hasOddSize())) this.trusted = false;
    await this.keepCurrent();
  }

  /** What the server has refused it may lack, or hold in an older version. */
  private async hasOddSize(): Promise<boolean> {
    const lacking = (await this.documents.count(this.database)) - (await this.index!.size());
    const isOdd = lacking < 0 || lacking > this.refused.size;
    this.oddSizes = isOdd ? this.oddSizes + 1 : 0;
    return this.oddSizes >= ODD_SIZES;
  }

  /** Logs a fault when it begins and when it ends, not as long as it lasts. */
  private tell(error: unknown): void {
    const [before, fault] = [this.fault, error === null ? undefined : toldOf(error).message];
    this.fault = fault;
    if (this.stopping || fault === before) return;
    if (fault) this.logger.warn('the Meilisearch index cannot be written', { error: fault });
    else this.logger.info('the Meilisearch index is written again');
  }

  /** Other synonyms need another index: it is built while the embedded engine answers. */
  private async keepCurrent(): Promise<void> {
    if (this.trusted && this.index?.uid === (await this.naming.current())) return;
    this.filling ??= this.fill().finally(() => (this.filling = undefined));
    await this.filling;
  }

  /** Holds the lock as long as its connection lives. */
  private async acquire(): Promise<boolean> {
    if (this.lock) return true;
    const client = await this.database.pool.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [LOCK]);
    if (!rows[0].held) {
      client.release();
      return false;
    }
    client.on('error', () => this.release());
    this.lock = client;
    // Another process may have written meanwhile, and a call of it may still be on its way.
    this.trusted = false;
    return true;
  }

  private release(): void {
    this.lock?.removeAllListeners('error');
    this.lock?.on('error', () => undefined);
    this.lock?.release(true);
    this.lock = undefined;
  }

  /** Completes the index that belongs to the settings and synonyms of now; a new one is built beside the old. */
  private async fill(): Promise<void> {
    const uid = await this.naming.current();
    const index = this.openIndex(uid, new Synonyms(await this.synonyms.all()));
    // A change that fails meanwhile takes the trust away again.
    this.trusted = true;
    try {
      if (await index.exists()) await this.reconcile(index);
      else await this.build(index);
    } catch (error) {
      this.trusted = false;
      throw error;
    } finally {
      this.next = undefined;
    }
    this.index = index;
    this.oddSizes = 0;
    this.comparedAt = performance.now();
    await this.dropOld(uid);
  }

  private openIndex(uid: string, synonyms: Synonyms): MeilisearchIndex {
    return new MeilisearchIndex(this.client!, uid, synonyms, (doc, error) => this.bury(doc, error));
  }

  private async bury({ id, version }: OfferDocument, error: Error): Promise<void> {
    this.refused.add(id);
    const data = { offerId: id };
    if (await this.deadLetters.holds(INDEX_AGAIN, data)) return;
    this.logger.error('Meilisearch refuses a document', { offerId: id, version, error: error.message });
    await this.deadLetters.bury({ handler: 'MeilisearchWriter', job: INDEX_AGAIN, queue: 'bulk', data, error: error.message });
  }

  private async build(index: MeilisearchIndex): Promise<void> {
    const next = this.openIndex(`${index.uid}_next`, new Synonyms(await this.synonyms.all()));
    await next.drop();
    await next.prepare();
    this.next = next;
    let count = 0;
    await this.follower.readAll(async (page) => {
      count += page.length;
      for (const ids of batches(page.map(({ offerId }) => offerId))) await this.bring(ids, () => [next]);
    });
    if (this.stopping) throw new Error('stopped before the index was complete');
    await this.calls.run(async () => {
      await next.becomes(index.uid);
      this.next = undefined;
      this.index = index;
    });
    this.logger.info('a Meilisearch index has been built', { index: index.uid, offers: count });
  }

  /** Brings what is missing or stale, and removes what is no longer to be found. */
  private async reconcile(index: MeilisearchIndex): Promise<void> {
    // Giving it the same settings again would make the server read every document anew: half a minute at 100,000.
    if (!(await index.isPrepared())) await index.prepare();
    this.next = index;
    const [held, wanted] = [await index.versions(), await this.documents.versions(this.database)];
    const stale = [...wanted].filter(([id, version]) => held.get(id) !== version).map(([id]) => id);
    const strays = [...held.keys()].filter((id) => !wanted.has(id));
    for (const ids of batches([...stale, ...strays])) await this.bring(ids, () => [index]);
    if (stale.length + strays.length > 0) this.logger.info('a Meilisearch index has been caught up', { index: index.uid, brought: stale.length, removed: strays.length });
  }

  /** The index before this one stays, so that an older release can be put back. */
  private async dropOld(uid: string): Promise<void> {
    const prefix = await this.naming.prefix();
    const { results } = await this.client!.getIndexes({ limit: 1_000 });
    const others = results.filter((other) => other.uid.startsWith(prefix) && other.uid !== uid);
    others.sort((a, b) => Number(b.updatedAt) - Number(a.updatedAt));
    for (const other of others.slice(1)) await new MeilisearchIndex(this.client!, other.uid, new Synonyms([])).drop();
  }

  /** While another index is built, changes go into both. */
  private async take(offerIds: string[]): Promise<void> {
    if (!(await this.acquire())) throw new Error(NOT_THE_WRITER);
    if (!this.filling) await this.keepCurrent();
    try {
      for (const ids of batches(offerIds)) await this.bring(ids, () => this.written());
    } catch (error) {
      this.trusted = false;
      throw error;
    }
  }

  private written(): MeilisearchIndex[] {
    const indexes = [this.index, this.next].filter((index) => index !== undefined);
    return [...new Map(indexes.map((index) => [index.uid, index])).values()];
  }

  /**
   * Makes these offers in the indexes what their rows say now. One call at a time, and the rows are read in it, so that
   * none writes what it has read too early, and nothing has to be asked of the server before.
   */
  private bring(offerIds: string[], indexes: () => MeilisearchIndex[]): Promise<void> {
    return this.calls.run(async () => {
      const current = await this.documents.current(this.database, offerIds);
      const documents = current.flatMap((row) => row.document ?? []);
      const found = new Set(current.filter((row) => row.document !== null).map((row) => row.offerId));
      const gone = offerIds.filter((id) => !found.has(id));
      if (!this.lock) throw new Error(NOT_THE_WRITER);
      for (const id of offerIds) this.refused.delete(id);
      // Sent together, the server makes one batch of them.
      for (const index of indexes()) await both(index.fill(documents), index.remove(gone));
    });
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    this.release();
  }
}

/** Waits for the end of both, then fails if one has. */
const both = async (...works: Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(works)).find((work) => work.status === 'rejected');
  if (failed) throw failed.reason;
};

const batches = (ids: string[]): string[][] => Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH));
