import { Injectable } from '@nestjs/common';
import { slugify, type Tx, uuidv7 } from '@app/platform';
import type { OfferContent } from '../domain/offer-revision.js';

export interface BulkOffer {
  id: string;
  code: string;
  organizationId: string;
  centreId: string;
  content: OfferContent;
  state: 'draft' | 'submitted' | 'returned' | 'approved';
  /** When it became public, or was last worked on. */
  at: Date;
  importedHash?: string;
  returnReason?: string;
}

/** Writes many new offers in a few statements: history in bulk, without events. */
@Injectable()
export class OfferBulkWriter {
  async write(tx: Tx, offers: BulkOffer[]): Promise<void> {
    if (offers.length === 0) return;
    const rows = offers.map((offer) => ({ offer, revisionId: uuidv7(offer.at.getTime()) }));
    await this.insertOffers(tx, rows);
    await this.insertRevisions(tx, rows);
    await this.insertChildren(tx, rows);
    await tx.query(
      `update offer o set working_revision_id = r.id, live_revision_id = case when r.state = 'approved' then r.id end
       from offer_revision r where r.offer_id = o.id and o.id = any($1::uuid[])`,
      [offers.map((o) => o.id)],
    );
  }

  private async insertOffers(tx: Tx, rows: Row[]): Promise<void> {
    await tx.query(
      `insert into offer (id, slug, code, organization_id, centre_id, visibility, published_at, imported_hash, imported_revision, created_at, updated_at)
       select id, slug, code, organization_id, centre_id, visibility, published_at, imported_hash, imported_revision, at, at
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, code text, organization_id uuid, centre_id uuid, visibility text,
         published_at timestamptz, imported_hash text, imported_revision int, at timestamptz)`,
      [JSON.stringify(rows.map(({ offer }) => ({
        id: offer.id, slug: `${slugify(offer.content.title) || 'chao-ban'}-${offer.id.slice(-8)}`, code: offer.code,
        organization_id: offer.organizationId, centre_id: offer.centreId, at: offer.at,
        visibility: offer.state === 'approved' ? 'live' : 'unpublished', published_at: offer.state === 'approved' ? offer.at : null,
        imported_hash: offer.importedHash ?? null, imported_revision: offer.importedHash ? 1 : null,
      })))],
    );
  }

  private async insertRevisions(tx: Tx, rows: Row[]): Promise<void> {
    await tx.query(
      `insert into offer_revision (id, offer_id, number, state, title, kind, summary, description, lang, fields, keywords, province, trl,
         transfer_modes, price_kind, price_min, price_max, price_vat, price_unit, condition, origin, maker, year, warranty,
         ready_to_transfer, valid_until, en, source_words, images, url, created_at, submitted_at, decided_at, return_reason)
       select id, offer_id, 1, state, title, kind, summary, description, lang, fields, keywords, province, trl,
         transfer_modes, price_kind, price_min, price_max, price_vat, price_unit, condition, origin, maker, year, warranty,
         ready_to_transfer, valid_until, en, source_words, images, url, at, case when state <> 'draft' then at end,
         case when state in ('approved', 'returned') then at end, return_reason
       from jsonb_to_recordset($1::jsonb) as r(id uuid, offer_id uuid, state text, title text, kind text, summary text, description text,
         lang text, fields text[], keywords text[], province text, trl smallint, transfer_modes text[], price_kind text, price_min bigint,
         price_max bigint, price_vat text, price_unit text, condition text, origin text, maker text, year smallint, warranty text,
         ready_to_transfer boolean, valid_until date, en jsonb, source_words jsonb, images text[], url text, at timestamptz, return_reason text)`,
      [JSON.stringify(rows.map(({ offer, revisionId }) => revisionRow(offer, revisionId)))],
    );
  }

  private async insertChildren(tx: Tx, rows: Row[]): Promise<void> {
    const specs = rows.flatMap(({ offer, revisionId }) => offer.content.specs.map((spec, position) => ({ revisionId, position, ...spec })));
    if (specs.length > 0) {
      await tx.query(
        `insert into offer_specification select "revisionId", position, label, raw, unit, min, max, "canonicalMin", "canonicalMax", dimension
         from jsonb_to_recordset($1::jsonb) as r("revisionId" uuid, position smallint, label text, raw text, unit text, min double precision,
           max double precision, "canonicalMin" double precision, "canonicalMax" double precision, dimension text)`,
        [JSON.stringify(specs)],
      );
    }
    const ip = rows.flatMap(({ offer, revisionId }) => offer.content.ip.map((asset, position) => ({ revisionId, position, ...asset })));
    if (ip.length > 0) {
      await tx.query(
        `insert into ip_asset select "revisionId", position, kind, number, state, territory
         from jsonb_to_recordset($1::jsonb) as r("revisionId" uuid, position smallint, kind text, number text, state text, territory text)`,
        [JSON.stringify(ip)],
      );
    }
  }
}

interface Row {
  offer: BulkOffer;
  revisionId: string;
}

const revisionRow = ({ id, content, state, at, returnReason }: BulkOffer, revisionId: string): object => ({
  id: revisionId, offer_id: id, state, at, return_reason: returnReason ?? null,
  title: content.title, kind: content.kind, summary: content.summary, description: content.description, lang: content.lang,
  fields: content.fields, keywords: content.keywords, province: content.province, trl: content.trl, transfer_modes: content.transferModes,
  price_kind: content.price?.kind ?? null, price_min: content.price?.min ?? null, price_max: content.price?.max ?? null,
  price_vat: content.price?.vat ?? null, price_unit: content.price?.unit ?? null, condition: content.condition, origin: content.origin,
  maker: content.maker, year: content.year, warranty: content.warranty, ready_to_transfer: content.readyToTransfer,
  valid_until: content.validUntil, en: content.en, source_words: content.sourceWords, images: content.images, url: content.url,
});
