import { Controller, Get, Param, Query } from '@nestjs/common';
import type { OfferCard } from '@app/catalog';
import { IdPipe, Public, QueryNumber } from '@app/platform';
import { RelatedOffers } from '../application/related-offers.js';

export class RelatedOffersQuery {
  @QueryNumber(1, 20) limit: number = 6;
}

export interface RelatedOffersView {
  items: OfferCard[];
}

@Controller('api/v1/offers')
export class RelatedOffersController {
  constructor(private readonly related: RelatedOffers) {}

  /** Live offers that are like a live one, the most alike first. */
  @Get(':id/related')
  @Public()
  async list(@Param('id', IdPipe) id: string, @Query() query: RelatedOffersQuery): Promise<RelatedOffersView> {
    return { items: await this.related.of(id, query.limit) };
  }
}
