import { Injectable } from '@nestjs/common';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { IndexingService } from '../application/indexing.service.js';

const ONE_OFFER = ['approved', 'withdrawn', 'relisted', 'suspended', 'resumed'].map((verb) => `catalog.offer_${verb}.v1`);

/** An offer's public face has changed: its document follows in the same transaction as the handled mark. */
@Injectable()
export class IndexOffersHandler {
  constructor(private readonly indexing: IndexingService) {}

  @OnEvent(ONE_OFFER)
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, [event.data.offerId]);
  }

  @OnEvent('catalog.offers_imported.v1', { queue: 'bulk' })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, event.data.offerIds);
  }
}
