import { Injectable } from '@nestjs/common';
import { Every } from '@app/platform';
import { OfferService } from '../application/offer.service.js';

const LOOK_MS = 60_000;

/** Takes offers off the floor after their last day. Lists leave them out from midnight on; this makes it a fact and an event. */
@Injectable()
export class ExpireOffersJob {
  constructor(private readonly offers: OfferService) {}

  @Every(LOOK_MS)
  run(): Promise<void> {
    return this.offers.expireDue();
  }
}
