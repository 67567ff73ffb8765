import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, HealthParts } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import type { CurrentDocument } from '../data/search-document.repository.js';
import { SearchEngine } from '../ports/search-engine.port.js';
import { DocumentFollower } from './document-follower.js';
import { IndexLoader } from './index-loader.js';
import { SynonymService } from './synonym.service.js';

const MIB = 1024 * 1024;

/** Loads the embedded engine from `search_document` and keeps it fresh. */
@Injectable()
export class IndexFeeder implements OnApplicationBootstrap, OnApplicationShutdown {
  private loaded = false;
  private readonly heapAtStart = process.memoryUsage().rss;

  constructor(
    private readonly follower: DocumentFollower,
    private readonly engine: EmbeddedEngine,
    private readonly loader: IndexLoader,
    private readonly searched: SearchEngine,
    private readonly synonyms: SynonymService,
    @Inject(CONFIG) private readonly config: Config,
    health: HealthParts,
  ) {
    this.follower.form = 'terms';
    health.add({ name: 'search', check: async () => this.health() });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.synonyms.follow((synonyms) => {
      this.engine.synonyms = synonyms;
      this.searched.synonymsChanged();
    });
    await this.follower.begin();
    await this.follower.readAll((page) => this.take(page));
    this.loaded = true;
    await this.follower.follow(async (current) => {
      // What has been taken before a failure is in the index, too.
      await this.take(current).finally(() => this.searched.changed(current.map(({ offerId }) => offerId)));
    });
    this.searched.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.searched.close();
  }

  /** Follows no further: for a process that ends with its bulk load. */
  stop(): void {
    this.follower.stop();
  }

  /** Brings the engine up to date now. */
  wake(): Promise<void> {
    return this.follower.wake();
  }

  /** Brings these offers into the engine now: a bulk load that waits before them may take seconds. */
  bring(offerIds: string[]): Promise<void> {
    return this.follower.takeNow(offerIds);
  }

  private take(current: CurrentDocument[]): Promise<void> {
    return this.loader.bring(current, this.engine.index);
  }

  private health(): { state: 'ok' | 'degraded' | 'down'; detail?: string } {
    if (!this.loaded) return { state: 'down', detail: 'loading' };
    const { trouble } = this.searched;
    if (trouble) return { state: 'degraded', detail: trouble };
    const used = Math.max(0, process.memoryUsage().rss - this.heapAtStart) / MIB;
    if (used <= this.config.searchMemoryLimit) return { state: 'ok' };
    return { state: 'degraded', detail: `The index uses about ${Math.round(used)} MiB, above SEARCH_MEMORY_LIMIT; set up Meilisearch.` };
  }
}
