import { Injectable } from '@nestjs/common';
import { type Actor, Clock, commonErrors, Database, event, EventStore, offsetOf, type Page, pageOf, type PageRequest, uuidv7 } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { type OfferCard, OfferReader } from '@app/catalog';
import { SavedSearch } from '../data/saved-search.entity.js';
import { SavedSearchRepository } from '../data/saved-search.repository.js';
import { searchErrors } from '../domain/search.errors.js';
import { searchQueryOf } from './search-query.js';

/** Searches that one person may keep. */
export const MAX_SAVED = 100;
const LATEST = 3;

export interface SavedSearchHits {
  total: number;
  latest: OfferCard[];
}

/** Saved searches of one account; nobody else sees them. */
@Injectable()
export class SavedSearchService {
  constructor(
    private readonly database: Database,
    private readonly events: EventStore,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
    private readonly stored: SavedSearchRepository,
    private readonly offers: OfferReader,
  ) {}

  async list(actor: Actor, request: PageRequest): Promise<Page<SavedSearch>> {
    const [items, total] = await this.database.repository(SavedSearch).findAndCount({
      where: { accountId: actor.id! },
      order: { id: 'desc' },
      skip: offsetOf(request),
      take: request.size,
    });
    return pageOf(items, total, request);
  }

  /** Of how many offers the owner of each search was told, and the latest of them that are still on the floor. */
  async hits(searches: SavedSearch[]): Promise<Map<string, SavedSearchHits>> {
    const found = await this.stored.latestHits(this.database, searches.map(({ id }) => id), LATEST);
    const cards = new Map((await this.offers.liveCards([...new Set(found.flatMap(({ offerIds }) => offerIds))])).map((card) => [card.id, card]));
    return new Map(found.map(({ savedSearchId, total, offerIds }) => [savedSearchId, { total, latest: offerIds.flatMap((id) => cards.get(id) ?? []) }]));
  }

  /** Answers the one that is there, as it is, when this account has saved the same search before. */
  async create(actor: Actor, input: { name: string; query: string; frequency: string }): Promise<{ saved: SavedSearch; isNew: boolean }> {
    this.taxonomy.requireValid([{ field: 'frequency', scheme: 'frequency', codes: [input.frequency] }]);
    const { canonical: query } = await searchQueryOf(input.query);
    return this.database.transaction(async (tx) => {
      // One account at a time, so that the limit holds and the same search is saved once.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`saved-search ${actor.id}`]);
      const repository = tx.repository(SavedSearch);
      const known = await repository.findOneBy({ accountId: actor.id!, query });
      if (known) return { saved: known, isNew: false };
      if ((await repository.countBy({ accountId: actor.id! })) >= MAX_SAVED) throw searchErrors.too_many_saved({ max: MAX_SAVED });
      const saved = repository.create({
        id: uuidv7(), accountId: actor.id!, name: input.name, query, frequency: input.frequency,
        createdAt: this.clock.now(), version: 1,
      });
      await repository.insert(saved);
      await this.events.append(tx, actor, event('search.search_saved.v1', saved.id, { savedSearchId: saved.id }));
      return { saved, isNew: true };
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.repository(SavedSearch).delete({ id, accountId: actor.id! });
      if (affected === 0) throw commonErrors.not_found();
      await this.events.append(tx, actor, event('search.saved_search_removed.v1', id, { savedSearchId: id }));
    });
  }
}
