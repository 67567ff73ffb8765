import { Injectable } from '@nestjs/common';
import { OFFER_FACE_CHANGED, OFFERS_IMPORTED } from '@app/catalog/events.js';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { REQUEST_LEFT, REQUEST_OPENED, REQUESTS_IMPORTED } from '@app/requests/events.js';
import { MatchFinder } from '../application/match-finder.js';

/** Matching runs for what has changed only, in both directions. */
@Injectable()
export class FindMatchesHandler {
  constructor(private readonly finder: MatchFinder) {}

  @OnEvent([...REQUEST_OPENED, ...REQUEST_LEFT])
  async onRequest(event: RecordedEvent<{ requestId: string }>, tx: Tx): Promise<void> {
    await this.finder.forRequest(tx, event.data.requestId);
  }

  @OnEvent(REQUESTS_IMPORTED, { queue: 'bulk', late: true })
  async onRequestsImported(event: RecordedEvent<{ requestIds: string[] }>, tx: Tx): Promise<void> {
    for (const requestId of event.data.requestIds) await this.finder.forRequest(tx, requestId);
  }

  @OnEvent(OFFER_FACE_CHANGED)
  async onOffer(event: RecordedEvent<{ offerId: string }>, tx: Tx): Promise<void> {
    await this.finder.forOffers(tx, [event.data.offerId]);
  }

  @OnEvent(OFFERS_IMPORTED, { queue: 'bulk', late: true })
  async onImport(event: RecordedEvent<{ offerIds: string[] }>, tx: Tx): Promise<void> {
    await this.finder.forOffers(tx, event.data.offerIds);
  }
}
