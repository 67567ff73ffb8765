import { Injectable } from '@nestjs/common';
import type { Reader } from '@app/platform';
import type { SynonymGroup } from '../domain/understanding/synonym-groups.js';

@Injectable()
export class SynonymRepository {
  /** All groups, in an order that does not change while they do not. */
  async all(db: Reader): Promise<SynonymGroup[]> {
    const rows = await db.query<{ terms: string[]; only_to: string[] }>('select terms, only_to from synonym order by terms, id');
    return rows.map((row) => ({ words: row.terms, ...(row.only_to.length > 0 ? { onlyTo: row.only_to } : {}) }));
  }
}
