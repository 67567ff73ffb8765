import { Injectable } from '@nestjs/common';
import { type Approval, OfferReader } from '@app/catalog';
import { Actor, breather, Clock, event, EventStore, type Tx } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { Percolator, type StandingSearch } from '../adapters/percolator.js';
import { type Hit, SavedSearchRepository } from '../data/saved-search.repository.js';
import { documentOf } from '../domain/offer-document.js';
import { IndexFeeder } from './index-feeder.js';
import { IndexingService } from './indexing.service.js';
import { type DatedSearch, StandingSearches } from './standing-searches.js';

interface Found {
  offerId: string;
  searches: StandingSearch[];
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
   * than the approval, since its owner has seen the offer, nor one that found the revision before, nor one told already.
   */
  async forOffers(tx: Tx, offerIds: string[]): Promise<void> {
    const { searches, words, synonyms } = await this.standing.current();
    if (searches.length === 0) return;
    await this.indexing.catchUpOn(offerIds);
    await this.feeder.bring(offerIds);
    const percolator = new Percolator(this.engine.index, synonyms, words);
    const found = await this.findings(percolator, await this.offers.approvals(offerIds, tx), searches);
    const hits = await this.newOnes(tx, percolator, found);
    await this.announce(tx, await this.stored.addHits(tx, hits, this.clock.now()));
  }

  private async findings(percolator: Percolator, approvals: Approval[], searches: DatedSearch[]): Promise<Found[]> {
    const found: Found[] = [];
    const breathe = breather();
    for (const { offer, approvedAt } of approvals) {
      const older = searches.filter((search) => search.createdAt < approvedAt);
      found.push({ offerId: offer.id, searches: percolator.searchesThatFind(documentOf(offer), older) });
      await breathe();
    }
    return found.filter((one) => one.searches.length > 0);
  }

  private async newOnes(tx: Tx, percolator: Percolator, found: Found[]): Promise<Hit[]> {
    const earlier = new Map((await this.offers.earlierRevisions(found.map(({ offerId }) => offerId), tx)).map((offer) => [offer.id, documentOf(offer)]));
    return found.flatMap(({ offerId, searches }) => {
      const document = earlier.get(offerId);
      const known = new Set(document ? percolator.searchesThatFind(document, searches) : []);
      return searches.filter((search) => !known.has(search)).map((search) => ({ offerId, savedSearchId: search.id }));
    });
  }

  private async announce(tx: Tx, hits: Hit[]): Promise<void> {
    const bySearch = new Map<string, string[]>();
    for (const { savedSearchId, offerId } of hits) bySearch.set(savedSearchId, [...(bySearch.get(savedSearchId) ?? []), offerId]);
    // Without the owner: the log is kept for ever, and whoever tells him asks for him then.
    const events = [...bySearch].map(([savedSearchId, found]) => event('search.saved_search_hit.v1', savedSearchId, { savedSearchId, offerIds: found }));
    await this.events.append(tx, Actor.system(), ...events);
  }
}
