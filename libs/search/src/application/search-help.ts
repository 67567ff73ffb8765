import { Injectable } from '@nestjs/common';
import { Database, type Lang, nfc, term, tokens } from '@app/platform';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { analyseOffer } from '../domain/analysis/analyse-offer.js';
import { stopWords } from '../domain/understanding/stop-words.js';
import { OfferSearchQuery } from '../http/offer-search.dto.js';
import { type FoundOffer, OfferSearchService } from './offer-search.service.js';

/** An offer that a query should perhaps find. */
export interface NearOffer extends FoundOffer {
  centreId: string;
  /** Words of the query that stand nowhere in it, as typed. */
  missing: string[];
}

const SHOWN = 10;

/** For staff who help a query that finds too little: offers that should have been found, and what they lack for it. */
@Injectable()
export class SearchHelp {
  constructor(
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly offers: OfferSearchService,
  ) {}

  /** Best offers for the words `like`, held against those of `q`. */
  async near(q: string, like: string, lang: Lang): Promise<NearOffer[]> {
    const { items } = await this.offers.search(Object.assign(new OfferSearchQuery(), { q: like, size: SHOWN, facets: 'none' }), lang);
    const current = await this.documents.current(this.database, items.map(({ card }) => card.id), 'documents');
    const documents = new Map(current.map(({ offerId, document }) => [offerId, document]));
    return items.flatMap((item) => {
      const document = documents.get(item.card.id);
      return document ? [{ ...item, centreId: document.centreId, missing: missingOf(q, analyseOffer(document).words) }] : [];
    });
  }
}

/** Words that say something, told apart as a search does that is typed without accents. */
function missingOf(q: string, words: readonly string[]): string[] {
  const held = new Set(words.map((word) => term(word)));
  const asked = tokens(nfc(q)).map(({ text }) => text);
  const isStop = stopWords(asked, () => false);
  return asked.filter((word, i) => !isStop[i] && !held.has(term(word)));
}
