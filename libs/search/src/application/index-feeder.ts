import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { CONFIG, type Config, Database, HealthParts, Logger } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { type CurrentDocument, type DocumentMark, SearchDocumentRepository } from '../data/search-document.repository.js';

const LOAD_PAGE = 1_000;
const POLL_MS = 2_000;
const RECONNECT_MS = 1_000;
const MIB = 1024 * 1024;

/** Loads the embedded engine from `search_document` and keeps it fresh, woken by NOTIFY and by a poll. */
@Injectable()
export class IndexFeeder implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Everything written before this transaction is in the engine. */
  private horizon = 0n;
  /** What is in the engine of the transactions after it. */
  private readonly taken = new Map<string, bigint>();
  private loaded = false;
  private stopping = false;
  private listener: PoolClient | undefined;
  private timer: NodeJS.Timeout | undefined;
  private feeding: Promise<void> | undefined;
  private again = false;
  private readonly heapAtStart = process.memoryUsage().rss;

  constructor(
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly engine: EmbeddedEngine,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
    health: HealthParts,
  ) {
    health.add({ name: 'search', check: async () => this.health() });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.load();
    await this.listen();
    this.schedule();
  }

  /** Brings the engine up to date now. */
  wake(): Promise<void> {
    this.again = true;
    this.feeding ??= this.feed().finally(() => (this.feeding = undefined));
    return this.feeding;
  }

  private async load(): Promise<void> {
    this.horizon = await this.documents.horizon(this.database);
    for (let after: string | null = null; ; ) {
      const page: CurrentDocument[] = await this.documents.pageAfter(this.database, after, LOAD_PAGE);
      if (page.length === 0) break;
      await this.engine.put(page.map((row) => row.document!));
      after = page.at(-1)!.offerId;
    }
    this.loaded = true;
  }

  private async feed(): Promise<void> {
    while (this.again && !this.stopping) {
      this.again = false;
      const horizon = await this.documents.horizon(this.database);
      for (let after: DocumentMark | null = null; ; ) {
        const marks: DocumentMark[] = await this.documents.marksSince(this.database, this.horizon, after, LOAD_PAGE);
        await this.take(marks.filter(({ offerId, writtenIn }) => this.taken.get(offerId) !== writtenIn));
        if (marks.length < LOAD_PAGE) break;
        after = marks.at(-1)!;
      }
      this.forgetBefore(horizon);
    }
  }

  private async take(marks: DocumentMark[]): Promise<void> {
    const current = await this.documents.current(this.database, marks.map((mark) => mark.offerId));
    await this.engine.put(current.flatMap((row) => row.document ?? []));
    await this.engine.remove(current.filter((row) => row.document === null).map((row) => row.offerId));
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
        .catch((error: Error) => this.logger.warn('the search index could not be fed', { error: error.message }))
        .finally(() => this.schedule());
    }, POLL_MS);
  }

  private async listen(): Promise<void> {
    if (this.stopping) return;
    try {
      const client = await this.database.pool.connect();
      this.listener = client;
      client.on('notification', () => void this.wake().catch(() => undefined));
      client.on('error', () => {
        this.listener = undefined;
        client.release(true);
        setTimeout(() => void this.listen(), RECONNECT_MS).unref();
      });
      await client.query('listen search_document');
    } catch {
      setTimeout(() => void this.listen(), RECONNECT_MS).unref();
    }
  }

  private health(): { state: 'ok' | 'degraded' | 'down'; detail?: string } {
    if (!this.loaded) return { state: 'down', detail: 'loading' };
    const used = Math.max(0, process.memoryUsage().rss - this.heapAtStart) / MIB;
    if (used <= this.config.searchMemoryLimit) return { state: 'ok' };
    return { state: 'degraded', detail: `The index uses about ${Math.round(used)} MiB, above SEARCH_MEMORY_LIMIT; set up Meilisearch.` };
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    this.listener?.removeAllListeners('error');
    this.listener?.on('error', () => undefined);
    this.listener?.release(true);
  }
}
