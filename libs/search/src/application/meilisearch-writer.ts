import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Meilisearch } from 'meilisearch';
import type { PoolClient } from 'pg';
import { CONFIG, type Config, Database, Logger } from '@app/platform';
import { meilisearchClient } from '../adapters/meilisearch-client.js';
import { MeilisearchIndex } from '../adapters/meilisearch-index.js';
import { type CurrentDocument, SearchDocumentRepository } from '../data/search-document.repository.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import { DocumentFollower } from './document-follower.js';
import { MeilisearchNaming } from './meilisearch-naming.js';
import { SynonymService } from './synonym.service.js';

const RETRY_MS = 5_000;
const LOCK = 'search: the writer of the Meilisearch index';
/** A bulk of changes is one task to the server. */
const BATCH = 1_000;

/**
 * Fills the Meilisearch index and keeps it fresh: one writer for the whole floor, by a lock in the database. It reads the
 * current row, never an event, and a change counts only when the server's task has succeeded.
 */
@Injectable()
export class MeilisearchWriter implements OnApplicationBootstrap, OnApplicationShutdown {
  private client: Meilisearch | undefined;
  private lock: PoolClient | undefined;
  private index: MeilisearchIndex | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private filling: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly follower: DocumentFollower,
    private readonly synonyms: SynonymService,
    private readonly naming: MeilisearchNaming,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.meili) return;
    this.client = meilisearchClient(this.config.meili);
    this.work();
  }

  /** Tries until it is the writer and the index is complete; then changes come by the follower. */
  private work(): void {
    void this.begin()
      .catch((error: Error) => this.warn(error))
      .then((begun) => {
        if (!begun && !this.stopping) this.timer = setTimeout(() => this.work(), RETRY_MS);
      });
  }

  private async begin(): Promise<boolean> {
    if (!(await this.acquire())) return false;
    await this.follower.begin();
    await this.keepCurrent();
    await this.follower.follow((current) => this.take(current));
    await this.synonyms.follow(() => void this.keepCurrent().catch((error: Error) => this.warn(error)));
    return true;
  }

  private warn(error: Error): void {
    this.logger.warn('the Meilisearch index could not be filled', { error: error.message });
  }

  /** Other synonyms need another index: it is built while the embedded engine answers. */
  private async keepCurrent(): Promise<void> {
    if (this.index?.uid === (await this.naming.current())) return;
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
    const synonyms = new Synonyms(await this.synonyms.all());
    const index = new MeilisearchIndex(this.client!, uid, synonyms);
    if (await index.exists()) await this.reconcile(index);
    else await this.build(new MeilisearchIndex(this.client!, `${uid}_next`, synonyms), uid);
    this.index = index;
    await this.dropOld(uid);
  }

  private async build(next: MeilisearchIndex, uid: string): Promise<void> {
    await next.drop();
    await next.prepare();
    await this.follower.readAll((page) => next.fill(page.flatMap((row) => row.document ?? [])));
    await next.becomes(uid);
    this.logger.info('a Meilisearch index has been built', { index: uid });
  }

  /** Brings what is missing or stale, and removes what is no longer to be found. */
  private async reconcile(index: MeilisearchIndex): Promise<void> {
    await index.prepare();
    const [held, wanted] = [await index.versions(), await this.documents.versions(this.database)];
    const stale = [...wanted].filter(([id, version]) => held.get(id) !== version).map(([id]) => id);
    for (let at = 0; at < stale.length && !this.stopping; at += BATCH) {
      const current = await this.documents.current(this.database, stale.slice(at, at + BATCH));
      await index.put(current.flatMap((row) => row.document ?? []));
    }
    await index.remove([...held.keys()].filter((id) => !wanted.has(id)));
  }

  /** The index before this one stays, so that an older release can be put back. */
  private async dropOld(uid: string): Promise<void> {
    const prefix = await this.naming.prefix();
    const { results } = await this.client!.getIndexes({ limit: 1_000 });
    const others = results.filter((other) => other.uid.startsWith(prefix) && other.uid !== uid);
    others.sort((a, b) => Number(b.updatedAt) - Number(a.updatedAt));
    for (const other of others.slice(1)) await new MeilisearchIndex(this.client!, other.uid, new Synonyms([])).drop();
  }

  private async take(current: CurrentDocument[]): Promise<void> {
    if (!(await this.acquire())) throw new Error('another process writes the Meilisearch index');
    await this.keepCurrent();
    await this.index!.put(current.flatMap((row) => row.document ?? []));
    await this.index!.remove(current.filter((row) => row.document === null).map((row) => row.offerId));
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    this.release();
  }
}
