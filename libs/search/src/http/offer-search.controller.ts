import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Public } from '@app/platform';
import { type OfferSearchResult, OfferSearchService } from '../application/offer-search.service.js';
import { OfferSearchQuery } from './offer-search.dto.js';

@Controller('api/v1/offers')
export class OfferSearchController {
  constructor(private readonly offers: OfferSearchService) {}

  /** Searches live offers. */
  @Get()
  @Public()
  search(@CurrentActor() actor: Actor, @Query() query: OfferSearchQuery): Promise<OfferSearchResult> {
    return this.offers.search(query, query.lang ?? actor.lang);
  }
}
