import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/platform';
import type { OfferDocument } from '../ports/search-engine.port.js';

export interface ChangedDocument {
  offerId: string;
  version: number;
  change: number;
  document: OfferDocument | null;
}

interface Row {
  offer_id: string;
  version: number;
  change: string;
  document: OfferDocument | null;
}

const toChanged = (row: Row): ChangedDocument => ({
  offerId: row.offer_id,
  version: row.version,
  change: Number(row.change),
  document: row.document,
});

@Injectable()
export class SearchDocumentRepository {
  /** Writes documents; one that is older than what stands there is left out. Wakes the engines. */
  async put(tx: Tx, documents: OfferDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await tx.query(
      `insert into search_document as s (offer_id, version, document)
       select (d->>'id')::uuid, (d->>'version')::int, d from jsonb_array_elements($1::jsonb) as d
       on conflict (offer_id) do update
         set version = excluded.version, document = excluded.document, removed = false,
             change = nextval('search_change'), updated_at = now()
         where s.version <= excluded.version`,
      [JSON.stringify(documents)],
    );
    await notify(tx);
  }

  /** Marks offers as not to be found any more. */
  async remove(tx: Tx, offerIds: string[]): Promise<void> {
    if (offerIds.length === 0) return;
    await tx.query(
      `update search_document set removed = true, document = null, change = nextval('search_change'), updated_at = now()
       where offer_id = any($1::uuid[]) and not removed`,
      [offerIds],
    );
    await notify(tx);
  }

  /** What has changed after `change`; a little before it too, since numbers are given before commits. */
  async changedSince(db: Reader, change: number, overlapSeconds: number, limit: number): Promise<ChangedDocument[]> {
    const rows = await db.query<Row>(
      `select offer_id, version, change, document from search_document
       where change > $1 or updated_at > now() - make_interval(secs => $2)
       order by change limit $3`,
      [change, overlapSeconds, limit],
    );
    return rows.map(toChanged);
  }

  /** All findable documents after an id, for loading. */
  async pageAfter(db: Reader, afterId: string | null, limit: number): Promise<ChangedDocument[]> {
    const rows = await db.query<Row>(
      `select offer_id, version, change, document from search_document
       where not removed and ($1::uuid is null or offer_id > $1) order by offer_id limit $2`,
      [afterId, limit],
    );
    return rows.map(toChanged);
  }

  async lastChange(db: Reader): Promise<number> {
    const [row] = await db.query<{ change: string }>('select coalesce(max(change), 0) as change from search_document');
    return Number(row.change);
  }

  async versions(db: Reader): Promise<Map<string, number>> {
    const rows = await db.query<Row>('select offer_id, version from search_document where not removed');
    return new Map(rows.map((row) => [row.offer_id, row.version]));
  }
}

const notify = (tx: Tx): Promise<unknown> => tx.query(`select pg_notify('search_document', '')`);
