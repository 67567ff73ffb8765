import { Injectable } from '@nestjs/common';
import type { Reader } from '@app/platform';
import type { Frequency } from './notification.entities.js';

export interface SavedSearchCard {
  accountId: string;
  frequency: Frequency;
}

/** Saved searches through the published view of their context. */
@Injectable()
export class SavedSearchCards {
  /** Null when its owner has removed it since. */
  async find(db: Reader, id: string): Promise<SavedSearchCard | null> {
    const [card] = await db.query<{ account_id: string; frequency: Frequency }>('select account_id, frequency from saved_search_card where id = $1', [id]);
    return card ? { accountId: card.account_id, frequency: card.frequency } : null;
  }
}
