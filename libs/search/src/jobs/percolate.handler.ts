import { Injectable } from '@nestjs/common';
import { OFFERS_IMPORTED } from '@app/catalog/events.js';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { PercolationService } from '../application/percolation.service.js';

const APPROVED = 'catalog.offer_approved.v1';
/** An offer that was off the floor when a revision was approved is seen when it comes back. */
const RETURNED = ['catalog.offer_relisted.v1', 'catalog.offer_resumed.v1'];

/** Holds what is new on the floor against saved searches. */
@Injectable()
export class PercolateHandler {
  constructor(private readonly percolation: PercolationService) {}

  @OnEvent([APPROVED, ...RETURNED])
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.percolation.forOffers(tx, [event.data.offerId], { by: event.type === APPROVED ? 'approval' : 'return', at: event.at });
  }

  @OnEvent(OFFERS_IMPORTED, { queue: 'bulk', late: true })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.percolation.forOffers(tx, event.data.offerIds, { by: 'approval', at: event.at });
  }
}
