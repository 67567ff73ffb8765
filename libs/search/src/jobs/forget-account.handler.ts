import { Injectable } from '@nestjs/common';
import { ACCOUNT_ERASED } from '@app/identity/events.js';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { SavedSearchRepository } from '../data/saved-search.repository.js';

/** What somebody looked for says who he is: it goes with him. */
@Injectable()
export class ForgetAccountHandler {
  constructor(private readonly searches: SavedSearchRepository) {}

  @OnEvent(ACCOUNT_ERASED)
  async handle(event: RecordedEvent<{ accountId: string }>, tx: Tx): Promise<void> {
    await this.searches.removeOf(tx, event.data.accountId);
  }
}
