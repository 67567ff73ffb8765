import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/platform';

export interface StoredSearch {
  id: string;
  query: string;
  createdAt: Date;
}

export interface Hit {
  savedSearchId: string;
  offerId: string;
}

/** Saved searches as percolation reads them, and what they have found. */
@Injectable()
export class SavedSearchRepository {
  /** Changes whenever those that want to be told do. */
  async fingerprint(db: Reader): Promise<string> {
    const [row] = await db.query<{ mark: string }>(
      `select count(*) || ' ' || coalesce(max(id::text), '') || ' ' || coalesce(sum(version), 0) as mark from saved_search where frequency <> 'never'`,
    );
    return row.mark;
  }

  /** Those whose owners want to be told. */
  async waiting(db: Reader): Promise<StoredSearch[]> {
    return db.query(`select id, query, created_at as "createdAt" from saved_search where frequency <> 'never' order by id`);
  }

  /** Notes hits; answers those that are new, of searches that still exist. */
  async addHits(tx: Tx, hits: readonly Hit[], at: Date): Promise<Hit[]> {
    return tx.query(
      `insert into saved_search_hit (saved_search_id, offer_id, at)
       select s.id, h.offer_id, $3 from unnest($1::uuid[], $2::uuid[]) as h(search_id, offer_id) join saved_search s on s.id = h.search_id
       order by 1, 2 on conflict do nothing returning saved_search_id as "savedSearchId", offer_id as "offerId"`,
      [hits.map((hit) => hit.savedSearchId), hits.map((hit) => hit.offerId), at],
    );
  }

  /** Hits of each search: how many, and the latest. */
  async latestHits(db: Reader, ids: readonly string[], limit: number): Promise<{ savedSearchId: string; total: number; offerIds: string[] }[]> {
    return db.query(
      `select s.id as "savedSearchId", (select count(*)::int from saved_search_hit where saved_search_id = s.id) as total,
         array(select offer_id from saved_search_hit where saved_search_id = s.id order by at desc, offer_id limit $2) as "offerIds"
       from unnest($1::uuid[]) as s(id)`,
      [ids, limit],
    );
  }

  /** All searches of an account, with what they found. */
  async removeOf(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from saved_search where account_id = $1', [accountId]);
  }
}
