import { Injectable } from '@nestjs/common';
import { breather, Database, Logger } from '@app/platform';
import type { StandingSearch } from '../adapters/percolator.js';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { SavedSearchRepository, type StoredSearch } from '../data/saved-search.repository.js';
import { ForeseenWords } from '../domain/understanding/foreseen-words.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
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

  async current(): Promise<Loaded> {
    const fingerprint = await this.stored.fingerprint(this.database);
    const { synonyms } = this.engine;
    if (this.loaded?.fingerprint === fingerprint && this.loaded.synonyms === synonyms) return this.loaded;
    this.loading ??= this.load(fingerprint, synonyms).finally(() => (this.loading = undefined));
    return (this.loaded = await this.loading);
  }

  private async load(fingerprint: string, synonyms: Synonyms): Promise<Loaded> {
    const words = new ForeseenWords(synonyms);
    const searches: DatedSearch[] = [];
    const breathe = breather();
    const stored = await this.stored.waiting(this.database);
    for (const search of stored) {
      const query = await this.queryOf(search);
      if (query) searches.push({ id: search.id, createdAt: search.createdAt, query, words: words.of(query.q, query.exact) });
      await breathe();
    }
    const ids = new Set(stored.map(({ id }) => id));
    for (const id of this.queries.keys()) if (!ids.has(id)) this.queries.delete(id);
    return { fingerprint, synonyms, words, searches };
  }

  /** Null for what no search accepts any more. */
  private async queryOf({ id, query: text }: StoredSearch): Promise<SearchQuery | null> {
    const known = this.queries.get(id);
    if (known) return known;
    try {
      const query = await this.offers.engineQuery((await searchQueryOf(text)).query);
      this.queries.set(id, query);
      return query;
    } catch (error) {
      this.logger.warn('a saved search cannot be read', { id, error: (error as Error).message });
      return null;
    }
  }
}
