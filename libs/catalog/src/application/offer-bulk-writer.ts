import { Injectable } from '@nestjs/common';
import { freeSlugs, type Tx, uuidv7 } from '@app/platform';
import { offerSlugWords } from '../domain/offer-slug.js';
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
  /** The row's lock after the history that led to its state. */
  version?: number;
  importedHash?: string;
  returnReason?: string;
}

/** A next revision of an offer that is there already. */
export interface BulkRevision {
  offerId: string;
  number: number;
  content: OfferContent;
  approved: boolean;
  importedHash: string;
  /** The new address when the title has changed. A public one changes with an approval, and the one before keeps working. */
  slug: string | null;
  at: Date;
}

/** Writes many offers in a few statements: history in bulk, without events. */
@Injectable()
export class OfferBulkWriter {
  async write(tx: Tx, offers: BulkOffer[]): Promise<void> {
    if (offers.length === 0) return;
    const rows = offers.map((offer) => ({ ...offer, offerId: offer.id, number: 1, revisionId: uuidv7(offer.at.getTime()) }));
    await this.insertOffers(tx, offers);
    await this.insertRevisions(tx, rows);
    await this.insertChildren(tx, rows);
    await tx.query(
      `update offer o set working_revision_id = r.id, live_revision_id = case when r.state = 'approved' then r.id end
       from offer_revision r where r.offer_id = o.id and o.id = any($1::uuid[])`,
      [offers.map((o) => o.id)],
    );
  }

  /** Adds a revision to each of these offers; approved ones become what everybody sees. What is hidden stays hidden. */
  async revise(tx: Tx, revisions: BulkRevision[]): Promise<void> {
    if (revisions.length === 0) return;
    const rows = revisions.map((revision) => ({ ...revision, state: revision.approved ? ('approved' as const) : ('draft' as const), revisionId: uuidv7(revision.at.getTime()) }));
    await this.insertRevisions(tx, rows);
    await this.insertChildren(tx, rows);
    const facts = rows.map(({ offerId, revisionId, number, approved, importedHash, slug, at }) => ({ offerId, revisionId, number, approved, importedHash, slug, at }));
    const given = `jsonb_to_recordset($1::jsonb) as r("offerId" uuid, "revisionId" uuid, number int, approved boolean, "importedHash" text, slug text, at timestamptz)`;
    await tx.query(`insert into offer_slug (slug, offer_id) select o.slug, o.id from ${given} join offer o on o.id = r."offerId" where r.slug is not null and r.approved and o.live_revision_id is not null on conflict do nothing`, [JSON.stringify(facts)]);
    await tx.query(
      `update offer o set working_revision_id = r."revisionId", imported_hash = r."importedHash", imported_revision = r.number, updated_at = r.at, version = o.version + 1,
         live_revision_id = case when r.approved then r."revisionId" else o.live_revision_id end,
         published_at = case when r.approved then coalesce(o.published_at, r.at) else o.published_at end,
         visibility = case when r.approved and o.visibility = 'unpublished' then 'live' else o.visibility end,
         slug = case when r.approved or o.live_revision_id is null then coalesce(r.slug, o.slug) else o.slug end
       from ${given} where o.id = r."offerId"`,
      [JSON.stringify(facts)],
    );
  }

  /** Approves the working drafts of these offers. */
  async publish(tx: Tx, offerIds: string[], at: Date): Promise<void> {
    if (offerIds.length === 0) return;
    await tx.query(
      `update offer_revision r set state = 'approved', submitted_at = coalesce(r.submitted_at, $2), decided_at = $2
       from offer o where o.id = any($1::uuid[]) and r.id = o.working_revision_id`,
      [offerIds, at],
    );
    await tx.query(
      `update offer set live_revision_id = working_revision_id, published_at = coalesce(published_at, $2), updated_at = $2, version = version + 1,
         visibility = case when visibility = 'unpublished' then 'live' else visibility end
       where id = any($1::uuid[])`,
      [offerIds, at],
    );
  }

  private async insertOffers(tx: Tx, offers: BulkOffer[]): Promise<void> {
    const slugs = await freeSlugs(tx, 'offer', offers.map(({ id, content }) => ({ id, words: offerSlugWords(content.title) })));
    await tx.query(
      `insert into offer (id, slug, code, organization_id, centre_id, visibility, published_at, imported_hash, imported_revision, created_at, updated_at, version)
       select id, slug, code, organization_id, centre_id, visibility, published_at, imported_hash, imported_revision, at, at, version
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, code text, organization_id uuid, centre_id uuid, visibility text,
         published_at timestamptz, imported_hash text, imported_revision int, at timestamptz, version int)`,
      [JSON.stringify(offers.map((offer, i) => ({
        id: offer.id, slug: slugs[i], code: offer.code,
        organization_id: offer.organizationId, centre_id: offer.centreId, at: offer.at, version: offer.version ?? 1,
        visibility: offer.state === 'approved' ? 'live' : 'unpublished', published_at: offer.state === 'approved' ? offer.at : null,
        imported_hash: offer.importedHash ?? null, imported_revision: offer.importedHash ? 1 : null,
      })))],
    );
  }

  private async insertRevisions(tx: Tx, rows: Row[]): Promise<void> {
    await tx.query(
      `insert into offer_revision (id, offer_id, number, state, title, kind, summary, description, lang, fields, keywords, province, trl,
         transfer_modes, price_kind, price_min, price_max, price_vat, price_unit, condition, origin, maker, year, warranty,
         ready_to_transfer, valid_until, en, source_words, images, url, created_at, submitted_at, decided_at, return_reason, disclosure)
       select r.id, r.offer_id, r.number, r.state, r.title, r.kind, r.summary, r.description, r.lang, r.fields, r.keywords, r.province, r.trl,
         r.transfer_modes, r.price_kind, r.price_min, r.price_max, r.price_vat, r.price_unit, r.condition, r.origin, r.maker, r.year, r.warranty,
         r.ready_to_transfer, r.valid_until, r.en, r.source_words, r.images, r.url, r.at, case when r.state <> 'draft' then r.at end,
         case when r.state in ('approved', 'returned') then r.at end, r.return_reason, coalesce(before.disclosure, '{}')
       from jsonb_to_recordset($1::jsonb) as r(id uuid, offer_id uuid, number int, state text, title text, kind text, summary text, description text,
         lang text, fields text[], keywords text[], province text, trl smallint, transfer_modes text[], price_kind text, price_min bigint,
         price_max bigint, price_vat text, price_unit text, condition text, origin text, maker text, year smallint, warranty text,
         ready_to_transfer boolean, valid_until date, en jsonb, source_words jsonb, images text[], url text, at timestamptz, return_reason text)
       left join offer o on o.id = r.offer_id left join offer_revision before on before.id = o.working_revision_id`,
      [JSON.stringify(rows.map(revisionRow))],
    );
  }

  private async insertChildren(tx: Tx, rows: Row[]): Promise<void> {
    const specs = rows.flatMap(({ content, revisionId }) => content.specs.map((spec, position) => ({ revisionId, position, ...spec })));
    if (specs.length > 0) {
      await tx.query(
        `insert into offer_specification select "revisionId", position, label, raw, unit, min, max, "canonicalMin", "canonicalMax", dimension
         from jsonb_to_recordset($1::jsonb) as r("revisionId" uuid, position smallint, label text, raw text, unit text, min double precision,
           max double precision, "canonicalMin" double precision, "canonicalMax" double precision, dimension text)`,
        [JSON.stringify(specs)],
      );
    }
    const ip = rows.flatMap(({ content, revisionId }) => content.ip.map((asset, position) => ({ revisionId, position, ...asset })));
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
  offerId: string;
  revisionId: string;
  number: number;
  state: BulkOffer['state'];
  content: OfferContent;
  at: Date;
  returnReason?: string;
}

const revisionRow = ({ offerId, revisionId, number, content, state, at, returnReason }: Row): object => ({
  id: revisionId, offer_id: offerId, number, state, at, return_reason: returnReason ?? null,
  title: content.title, kind: content.kind, summary: content.summary, description: content.description, lang: content.lang,
  fields: content.fields, keywords: content.keywords, province: content.province, trl: content.trl, transfer_modes: content.transferModes,
  price_kind: content.price?.kind ?? null, price_min: content.price?.min ?? null, price_max: content.price?.max ?? null,
  price_vat: content.price?.vat ?? null, price_unit: content.price?.unit ?? null, condition: content.condition, origin: content.origin,
  maker: content.maker, year: content.year, warranty: content.warranty, ready_to_transfer: content.readyToTransfer,
  valid_until: content.validUntil, en: content.en, source_words: content.sourceWords, images: content.images, url: content.url,
});
