import { Injectable } from '@nestjs/common';
import { breather, type CopiedRow, type Reader, type Tx } from '@app/platform';
import { encodeAnalysed } from '../domain/analysis/analysed-text.js';
import { analyseOffer, ANALYSER_VERSION } from '../domain/analysis/analyse-offer.js';
import type { OfferDocument } from '../ports/search-engine.port.js';

/** That a document was written or removed, without its text. */
export interface DocumentMark {
  offerId: string;
  /** Number of the transaction that wrote the row. */
  writtenIn: bigint;
}

/** The current state of an offer that can be found or could be before. */
export interface CurrentDocument extends DocumentMark {
  /** Null when it is not to be found any more, and where `analysed` stands for it. */
  document: OfferDocument | null;
  /** Its terms, only where they were asked for and are of the present analyser; pages have them as bytes. */
  analysed: string | Buffer | null;
}

export interface AnalysedMark extends DocumentMark {
  analysed: string;
}

/** What is read of each row: the document, or its terms where there are any. */
export type DocumentForm = 'documents' | 'terms';

interface Row {
  offer_id: string;
  written_in: string;
  document: OfferDocument | null;
  analysed: string | null;
}

interface Marked {
  offer_id: string;
  written_in: string;
}

const toMark = (row: Marked): DocumentMark => ({ offerId: row.offer_id, writtenIn: BigInt(row.written_in) });
const toCurrent = (row: Row): CurrentDocument => ({ offerId: row.offer_id, writtenIn: BigInt(row.written_in), document: row.document, analysed: row.analysed });

const toTerms = ([offerId, writtenIn, document, analysed]: CopiedRow): CurrentDocument => ({
  offerId: String(offerId),
  writtenIn: BigInt(String(writtenIn)),
  document: document === null ? null : (JSON.parse(String(document)) as OfferDocument),
  analysed,
});

const HAS_TERMS = `analysed_by = ${ANALYSER_VERSION}`;
const COLUMNS: Readonly<Record<DocumentForm, string>> = {
  documents: 'offer_id, written_in::text, document, null as analysed',
  terms: `offer_id, written_in::text, case when ${HAS_TERMS} then null else document end as document, case when ${HAS_TERMS} then analysed end as analysed`,
};

@Injectable()
export class SearchDocumentRepository {
  /** Writes documents; one that is older than what stands there is left out. Wakes the engines. */
  async put(tx: Tx, documents: OfferDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const analysed: string[] = [];
    const breathe = breather();
    for (const document of documents) {
      analysed.push(encodeAnalysed(analyseOffer(document)));
      await breathe();
    }
    await tx.query(
      `insert into search_document as s (offer_id, version, document, analysed, analysed_by)
       select (d->>'id')::uuid, (d->>'version')::int, d, analysed, ${ANALYSER_VERSION}
       from rows from (jsonb_array_elements($1::jsonb), unnest($2::text[])) as r(d, analysed) order by 1
       on conflict (offer_id) do update
         set version = excluded.version, document = excluded.document, analysed = excluded.analysed, analysed_by = excluded.analysed_by,
           removed = false, written_in = excluded.written_in, updated_at = now()
         where s.version <= excluded.version`,
      [JSON.stringify(documents), analysed],
    );
    await notify(tx);
  }

  /**
   * Marks offers as not to be found any more since a version, also those that never were: an older document that comes late
   * is left out, and a newer one stays.
   */
  async remove(tx: Tx, gone: { id: string; version: number }[]): Promise<void> {
    if (gone.length === 0) return;
    await tx.query(
      `insert into search_document as s (offer_id, version, removed) select id, version, true from jsonb_to_recordset($1::jsonb) as r(id uuid, version int) order by 1
       on conflict (offer_id) do update
         set version = excluded.version, document = null, analysed = null, analysed_by = null, removed = true, written_in = excluded.written_in, updated_at = now()
         where s.version < excluded.version or (s.version = excluded.version and not s.removed)`,
      [JSON.stringify(gone)],
    );
    await notify(tx);
  }

  /**
   * The oldest transaction that may still be writing. Every row written before it can be seen by whoever reads after
   * this call, so that reading on from here misses nothing, in whatever order transactions commit.
   */
  async horizon(db: Reader): Promise<bigint> {
    const [row] = await db.query<{ horizon: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as horizon');
    return BigInt(row.horizon);
  }

  /** What was written by a transaction or a later one, in pages. */
  async marksSince(db: Reader, horizon: bigint, after: DocumentMark | null, limit: number): Promise<DocumentMark[]> {
    const rows = await db.query<Marked>(
      `select offer_id, written_in::text from search_document
       where written_in >= $1::text::xid8 and ($2::text is null or (written_in, offer_id) > ($2::text::xid8, $3::uuid))
       order by written_in, offer_id limit $4`,
      [String(horizon), after ? String(after.writtenIn) : null, after?.offerId ?? null, limit],
    );
    return rows.map(toMark);
  }

  /** The same of these offers only. */
  async marksOf(db: Reader, offerIds: string[], horizon: bigint): Promise<DocumentMark[]> {
    const rows = await db.query<Marked>(
      'select offer_id, written_in::text from search_document where offer_id = any($1::uuid[]) and written_in >= $2::text::xid8 order by offer_id',
      [offerIds, String(horizon)],
    );
    return rows.map(toMark);
  }

  /** Of these only what was written by a transaction that wrote at most `most` documents, so far as it is seen. */
  async smallMarksSince(db: Reader, horizon: bigint, most: number, limit: number): Promise<DocumentMark[]> {
    const rows = await db.query<Marked>(
      `select offer_id, written_in::text from (
         select offer_id, written_in, count(*) over (partition by written_in) as together from search_document where written_in >= $1::text::xid8
       ) as marks
       where together <= $2 order by written_in, offer_id limit $3`,
      [String(horizon), most, limit],
    );
    return rows.map(toMark);
  }

  async current(db: Reader, offerIds: string[], form: DocumentForm = 'documents'): Promise<CurrentDocument[]> {
    if (offerIds.length === 0) return [];
    const rows = await db.query<Row>(`select ${COLUMNS[form]} from search_document where offer_id = any($1::uuid[])`, [offerIds]);
    return rows.map(toCurrent);
  }

  /** Makes every engine take these documents again, as if they had just been written. */
  async touch(tx: Tx, offerIds: string[]): Promise<void> {
    await tx.query('update search_document set written_in = pg_current_xact_id() where offer_id = any($1::uuid[])', [offerIds]);
    await notify(tx);
  }

  async count(db: Reader): Promise<number> {
    const [row] = await db.query<{ n: number }>('select count(*)::int as n from search_document where not removed');
    return row.n;
  }

  /** All findable documents after an id, for loading. */
  async pageAfter(db: Reader, afterId: string | null, limit: number): Promise<CurrentDocument[]> {
    const rows = await db.query<Row>(
      `select ${COLUMNS.documents} from search_document
       where not removed and ($1::uuid is null or offer_id > $1) order by offer_id limit $2`,
      [afterId, limit],
    );
    return rows.map(toCurrent);
  }

  /** As `pageAfter`, in the form of terms; `afterId` as it came with a page, for COPY takes no parameters. */
  async termsAfter(db: Reader, afterId: string | null, limit: number): Promise<CurrentDocument[]> {
    const after = afterId === null ? '' : `and offer_id > '${afterId}'`;
    const rows = await db.copied(
      `select offer_id::text, written_in, document::text, analysed
       from (select ${COLUMNS.terms} from search_document where not removed ${after} order by offer_id limit ${limit}) as page order by page.offer_id`,
    );
    return rows.map(toTerms);
  }

  /** Keeps the terms of documents as they were read, for the next who loads them; what was written since is left alone. Wakes nobody. */
  async keepTerms(tx: Tx, read: AnalysedMark[]): Promise<void> {
    await tx.query(
      `update search_document s set analysed = r.analysed, analysed_by = ${ANALYSER_VERSION}
       from (select u.* from unnest($1::uuid[], $2::text[], $3::text[]) as u(offer_id, written_in, analysed)
             join search_document held using (offer_id) order by offer_id for update of held skip locked) r
       where s.offer_id = r.offer_id and s.written_in = r.written_in::xid8`,
      [read.map(({ offerId }) => offerId), read.map(({ writtenIn }) => String(writtenIn)), read.map(({ analysed }) => analysed)],
    );
  }

  /** Versions of those that have been projected, also of those that are gone. */
  async versionsOf(db: Reader, offerIds: string[]): Promise<Map<string, number>> {
    if (offerIds.length === 0) return new Map();
    const rows = await db.query<{ offer_id: string; version: number }>('select offer_id, version from search_document where offer_id = any($1::uuid[])', [offerIds]);
    return new Map(rows.map((row) => [row.offer_id, row.version]));
  }

  /** Those of these offers whose stored document has another content, whatever its version. */
  async differing(db: Reader, documents: OfferDocument[]): Promise<string[]> {
    if (documents.length === 0) return [];
    const rows = await db.query<{ offer_id: string }>(
      `select s.offer_id from jsonb_array_elements($1::jsonb) as d join search_document s on s.offer_id = (d->>'id')::uuid
       where not s.removed and s.document - 'version' is distinct from d - 'version' order by 1`,
      [JSON.stringify(documents)],
    );
    return rows.map((row) => row.offer_id);
  }

  async versions(db: Reader): Promise<Map<string, number>> {
    const rows = await db.query<{ offer_id: string; version: number }>('select offer_id, version from search_document where not removed');
    return new Map(rows.map((row) => [row.offer_id, row.version]));
  }
}

const notify = (tx: Tx): Promise<unknown> => tx.query(`select pg_notify('search_document', '')`);
