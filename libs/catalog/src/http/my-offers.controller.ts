import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, mapPage, type Page, Requires } from '@app/platform';
import { OfferService } from '../application/offer.service.js';
import { MyOffersQuery } from './offer.dto.js';
import { type OfferView, toOfferView } from './offer.view.js';

@Controller('api/v1/me/offers')
export class MyOffersController {
  constructor(private readonly offers: OfferService) {}

  /** One's own offers in all states, newest first. */
  @Get()
  @Requires('account:own')
  async mine(@CurrentActor() actor: Actor, @Query() query: MyOffersQuery): Promise<Page<OfferView>> {
    return mapPage(await this.offers.mine(actor, query), (details) => toOfferView(details, actor));
  }
}
