import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database, DatabaseNotices, Logger, Passes } from '@app/platform';
import { SynonymRepository } from '../data/synonym.repository.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import type { SynonymGroup } from '../domain/understanding/synonym-group.js';

const POLL_MS = 30_000;

/** The synonyms of this floor, read from the database again when it says that they have changed, and from time to time. */
@Injectable()
export class SynonymService implements OnApplicationShutdown {
  private groups: SynonymGroup[] | undefined;
  private listeners: ((synonyms: Synonyms) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  /** One after another: what was read before a change must not be taken after it. */
  private readonly passes = new Passes(() => this.read());

  constructor(
    private readonly database: Database,
    private readonly repository: SynonymRepository,
    private readonly notices: DatabaseNotices,
    private readonly logger: Logger,
  ) {}

  async all(): Promise<SynonymGroup[]> {
    this.groups ??= await this.repository.all(this.database);
    return this.groups;
  }

  /** Gives the synonyms now and whenever they have changed. */
  async follow(take: (synonyms: Synonyms) => void): Promise<void> {
    take(new Synonyms(await this.all()));
    this.listeners.push(take);
    if (this.timer) return;
    this.schedule();
    await this.notices.listen('synonym', () => void this.refresh());
  }

  /** Reads the database again now; if that fails it is logged, and the next poll reads it. */
  async refresh(): Promise<void> {
    await this.passes.next().catch((error: Error) => this.logger.warn('synonyms could not be read', { error: error.message }));
  }

  private async read(): Promise<void> {
    const groups = await this.repository.all(this.database);
    if (JSON.stringify(groups) === JSON.stringify(this.groups)) return;
    this.groups = groups;
    for (const take of this.listeners) take(new Synonyms(groups));
  }

  private schedule(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => void this.refresh().finally(() => this.schedule()), POLL_MS).unref();
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    this.listeners = [];
  }
}
