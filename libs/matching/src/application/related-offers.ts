import { Injectable } from '@nestjs/common';
import { type OfferCard, OfferReader } from '@app/catalog';
import { commonErrors } from '@app/platform';
import { EmbeddedEngine } from '@app/search';
import { distinctOffers } from '../domain/distinct-offers.js';
import { heaviestTerms } from '../domain/request-terms.js';

const LOOKED_AT = 60;
/** Of the weight that the offer itself has in its own words, one that is akin has so much. */
const LEAST_SHARE = 0.25;

/** What an offer says of itself, as far as its likes are found by it. */
export interface OfferTexts {
  id: string;
  title: string;
  keywords: readonly string[];
  summary: string;
  supplier: { id: string };
}

/**
 * Live offers like one, the most alike first: those that share its heaviest words in the index of this process, as matching weighs them.
 * Equal titles and more than two of a supplier are left out.
 */
@Injectable()
export class RelatedOffers {
  constructor(
    private readonly engine: EmbeddedEngine,
    private readonly offers: OfferReader,
  ) {}

  /** Throws `common.not_found` where the offer is not live. */
  async of(offerId: string, limit: number): Promise<OfferCard[]> {
    const [offer] = await this.offers.liveOffers([offerId]);
    if (!offer) throw commonErrors.not_found();
    const { title, keywords, summary } = offer.content;
    return this.like({ id: offer.id, title, keywords, summary, supplier: offer.supplier }, limit);
  }

  /** One statement reads the offers. */
  async like(offer: OfferTexts, limit: number): Promise<OfferCard[]> {
    const { index } = this.engine;
    const terms = heaviestTerms(index.analyse([offer.title, ...offer.keywords].join(' . ')), index.analyse(offer.summary), index.termStatistics());
    const candidates = index.candidates(terms, LOOKED_AT);
    const least = LEAST_SHARE * (candidates[0]?.score ?? 0);
    const ids = candidates.filter(({ id, score }) => id !== offer.id && score >= least).map(({ id }) => id);
    return distinctOffers(offer, await this.offers.liveCards(ids), limit);
  }
}
