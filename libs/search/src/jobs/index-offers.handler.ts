import { Injectable } from '@nestjs/common';
import { OFFER_FACE_CHANGED, OFFERS_IMPORTED } from '@app/catalog/events.js';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { IndexingService } from '../application/indexing.service.js';


/** An offer's public face has changed: its document follows in the same transaction as the handled mark. */
@Injectable()
export class IndexOffersHandler {
  constructor(private readonly indexing: IndexingService) {}

  @OnEvent(OFFER_FACE_CHANGED)
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, [event.data.offerId]);
  }

  @OnEvent(OFFERS_IMPORTED, { queue: 'bulk' })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, event.data.offerIds);
  }
}
