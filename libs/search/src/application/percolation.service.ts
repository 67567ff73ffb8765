import { Injectable } from '@nestjs/common';
import { type LiveOffer, OfferReader } from '@app/catalog';
import { Actor, breather, Clock, event, EventStore, type Tx } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { Percolator, type StandingSearch } from '../adapters/percolator.js';
import { type Hit, SavedSearchRepository } from '../data/saved-search.repository.js';
import { documentOf } from '../domain/offer-document.js';
import { IndexFeeder } from './index-feeder.js';
import { IndexingService } from './indexing.service.js';
import { StandingSearches } from './standing-searches.js';

/** How and when offers came onto the floor, or came to say what they say. */
export interface Arrival {
  by: 'approval' | 'return';
  at: Date;
}

/** Holds offers against saved searches, so that owners hear of what their searches newly find. */
@Injectable()
export class PercolationService {
  constructor(
    private readonly standing: StandingSearches,
    private readonly stored: SavedSearchRepository,
    private readonly offers: OfferReader,
    private readonly engine: EmbeddedEngine,
    private readonly indexing: IndexingService,
    private readonly feeder: IndexFeeder,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes which saved searches newly find these offers and appends one event a search. A search does not count that is younger
   * than the arrival, since its owner has seen the offer, nor one that found what was public before it, nor one told already.
   * What was approved since is held against the same: whoever comes late to the first of two approvals misses neither.
   */
  async forOffers(tx: Tx, offerIds: string[], arrival: Arrival): Promise<void> {
    const { searches, words, synonyms } = await this.standing.current();
    const older = searches.filter((search) => search.createdAt < arrival.at);
    if (older.length === 0) return;
    await this.indexing.catchUpOn(offerIds);
    await this.feeder.bring(offerIds);
    const [offers, earlier] = [await this.offers.liveOffers(offerIds, tx), await this.publicBefore(tx, offerIds, arrival)];
    const hits = await this.newHits(new Percolator(this.engine.index, synonyms, words), offers, earlier, older);
    await this.announce(tx, await this.stored.addHits(tx, hits, this.clock.now()));
  }

  private async publicBefore(tx: Tx, offerIds: string[], { by, at }: Arrival): Promise<Map<string, LiveOffer>> {
    const offers = by === 'approval' ? await this.offers.beforeApproval(offerIds, at, tx) : await this.offers.beforeHidden(offerIds, at, tx);
    return new Map(offers.map((offer) => [offer.id, offer]));
  }

  private async newHits(percolator: Percolator, offers: LiveOffer[], earlier: Map<string, LiveOffer>, searches: StandingSearch[]): Promise<Hit[]> {
    const hits: Hit[] = [];
    const breathe = breather();
    for (const offer of offers) {
      const before = earlier.get(offer.id);
      const found = percolator.searchesThatFind(documentOf(offer), searches);
      const known = new Set(before && percolator.searchesThatFind(documentOf(before), found));
      for (const { id } of found.filter((search) => !known.has(search))) hits.push({ offerId: offer.id, savedSearchId: id });
      await breathe();
    }
    return hits;
  }

  private async announce(tx: Tx, hits: Hit[]): Promise<void> {
    const bySearch = new Map<string, string[]>();
    for (const { savedSearchId, offerId } of hits) bySearch.set(savedSearchId, [...(bySearch.get(savedSearchId) ?? []), offerId]);
    // Without the owner: the log is kept for ever, and whoever tells him asks for him then.
    const events = [...bySearch].map(([savedSearchId, found]) => event('search.saved_search_hit.v1', savedSearchId, { savedSearchId, offerIds: found }));
    await this.events.append(tx, Actor.system(), ...events);
  }
}
