import { Injectable } from '@nestjs/common';
import { OFFERS_IMPORTED } from '@app/catalog/events.js';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { PercolationService } from '../application/percolation.service.js';

/** Revisions after which an offer may be new to a saved search; one that was off the floor when it was approved is seen when it comes back. */
const NEWLY_LIVE = ['catalog.offer_approved.v1', 'catalog.offer_relisted.v1', 'catalog.offer_resumed.v1'];

/** Holds what is new on the floor against saved searches. */
@Injectable()
export class PercolateHandler {
  constructor(private readonly percolation: PercolationService) {}

  @OnEvent(NEWLY_LIVE)
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.percolation.forOffers(tx, [event.data.offerId]);
  }

  @OnEvent(OFFERS_IMPORTED, { queue: 'bulk', late: true })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.percolation.forOffers(tx, event.data.offerIds);
  }
}
