import { Controller, Get, Query } from '@nestjs/common';
import { type Caller, CurrentCaller, type Json, Public } from '@app/platform';
import { OfferSearchService } from '../application/offer-search.service.js';
import { QueryLog } from '../application/query-log.js';
import { OfferSearchQuery } from './offer-search.dto.js';
import { type OfferSearchView, toOfferSearchView } from './offer-search.view.js';

@Controller('api/v1/offers')
export class OfferSearchController {
  constructor(
    private readonly offers: OfferSearchService,
    private readonly log: QueryLog,
  ) {}

  /** Searches live offers. */
  @Get()
  @Public()
  async search(@CurrentCaller() caller: Caller, @Query() query: OfferSearchQuery): Promise<Json<OfferSearchView>> {
    const lang = query.lang ?? caller.actor.lang;
    const found = await this.offers.search(query, lang);
    this.log.count(query, found, lang, caller);
    return toOfferSearchView(found);
  }
}
