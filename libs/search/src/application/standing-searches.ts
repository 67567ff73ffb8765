import { Injectable } from '@nestjs/common';
import { breather, Database, Logger } from '@app/platform';
import type { StandingSearch } from '../adapters/percolator.js';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { SavedSearchRepository, type StoredSearch } from '../data/saved-search.repository.js';
import { ForeseenWords } from '../domain/understanding/foreseen-words.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import type { OfferSearchQuery } from '../http/offer-search.dto.js';
import type { SearchQuery } from '../ports/search-engine.port.js';
import { OfferSearchService } from './offer-search.service.js';
import { searchQueryOf } from './search-query.js';

export interface DatedSearch extends StandingSearch {
  createdAt: Date;
}

interface Loaded {
  fingerprint: string;
  synonyms: Synonyms;
  words: ForeseenWords;
  searches: DatedSearch[];
}

/** The saved searches whose owners want to be told, read and understood as far as can be; read again only when they change. */
@Injectable()
export class StandingSearches {
  private loaded: Loaded | undefined;
  private loading: Promise<Loaded> | undefined;
  /** A stored query never changes. */
  private readonly queries = new Map<string, SearchQuery>();

  constructor(
    private readonly database: Database,
    private readonly stored: SavedSearchRepository,
    private readonly engine: EmbeddedEngine,
    private readonly offers: OfferSearchService,
    private readonly logger: Logger,
  ) {}

  /** None is left out that was saved before the call. */
  async current(): Promise<Loaded> {
    const fingerprint = await this.stored.fingerprint(this.database);
    if (this.isCurrent(fingerprint)) return this.loaded!;
    // A reading that goes on already may have begun before the last change.
    await this.loading;
    if (this.isCurrent(fingerprint)) return this.loaded!;
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private isCurrent(fingerprint: string): boolean {
    return this.loaded?.fingerprint === fingerprint && this.loaded.synonyms === this.engine.synonyms;
  }

  private async load(): Promise<Loaded> {
    const { synonyms } = this.engine;
    const fingerprint = await this.stored.fingerprint(this.database);
    const stored = await this.stored.waiting(this.database);
    await this.readQueries(stored);
    const words = new ForeseenWords(synonyms);
    const searches: DatedSearch[] = [];
    const breathe = breather();
    for (const { id, createdAt } of stored) {
      const query = this.queries.get(id);
      if (query) searches.push({ id, createdAt, query, words: words.of(query.q, query.exact) });
      await breathe();
    }
    return (this.loaded = { fingerprint, synonyms, words, searches });
  }

  private async readQueries(stored: StoredSearch[]): Promise<void> {
    const ids = new Set(stored.map(({ id }) => id));
    for (const id of this.queries.keys()) if (!ids.has(id)) this.queries.delete(id);
    const asked = new Map<string, OfferSearchQuery>();
    const breathe = breather();
    for (const search of stored) {
      const query = this.queries.has(search.id) ? null : await this.askedIn(search);
      if (query) asked.set(search.id, query);
      await breathe();
    }
    const named = await this.offers.named([...asked.values()]);
    for (const [id, query] of asked) this.queries.set(id, this.offers.engineQuery(query, named));
  }

  /** Null for what no search accepts any more. */
  private async askedIn({ id, query }: StoredSearch): Promise<OfferSearchQuery | null> {
    try {
      return (await searchQueryOf(query)).query;
    } catch (error) {
      this.logger.warn('a saved search cannot be read', { id, error: (error as Error).message });
      return null;
    }
  }
}
