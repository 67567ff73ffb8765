import { Injectable } from '@nestjs/common';
import { OFFER_FACE_CHANGED, OFFERS_IMPORTED } from '@app/catalog/events.js';
import { Database, OnEvent, OnJob, type RecordedEvent, type Tx } from '@app/platform';
import { IndexingService } from '../application/indexing.service.js';
import { INDEX_AGAIN } from '../application/meilisearch-writer.js';
import { SearchDocumentRepository } from '../data/search-document.repository.js';

/** An offer's public face has changed: its document follows in the same transaction as the handled mark. */
@Injectable()
export class IndexOffersHandler {
  constructor(
    private readonly indexing: IndexingService,
    private readonly documents: SearchDocumentRepository,
    private readonly database: Database,
  ) {}

  @OnEvent(OFFER_FACE_CHANGED)
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, [event.data.offerId]);
  }

  @OnEvent(OFFERS_IMPORTED, { queue: 'bulk' })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.indexing.refresh(tx, event.data.offerIds);
  }

  /** A document that an engine had refused, sent again by a person: projected anew, and taken by every engine. */
  @OnJob(INDEX_AGAIN)
  async again(data: Record<string, unknown>): Promise<void> {
    const ids = [data['offerId'] as string];
    await this.database.transaction(async (tx) => {
      await this.indexing.refresh(tx, ids);
      await this.documents.touch(tx, ids);
    });
  }
}
