import { Injectable } from '@nestjs/common';
import { Database, freeSlugs, idsAndTotal, isUuid, type Reader, saveVersioned, type Tx } from '@app/platform';
import { Offer } from '../domain/offer.js';
import { OfferRevision } from '../domain/offer-revision.js';
import { offerSlugWords } from '../domain/offer-slug.js';
import { IpAsset, OfferSlug, OfferSpecification } from './offer-child.entities.js';
import { type LoadedRow, offerFromRow, type SupplierCard } from './offer-row.js';

export interface LoadedOffer {
  offer: Offer;
  supplier: SupplierCard;
}

const childrenOf = (alias: string): string => `
  (select coalesce(json_agg(json_build_object('label', s.label, 'raw', s.raw, 'unit', s.unit, 'min', s.min, 'max', s.max,
     'canonicalMin', s.canonical_min, 'canonicalMax', s.canonical_max, 'dimension', s.dimension) order by s.position), '[]'::json)
   from offer_specification s where s.revision_id = ${alias}.id) as ${alias}_specs,
  (select coalesce(json_agg(json_build_object('kind', i.kind, 'number', i.number, 'state', i.state, 'territory', i.territory)
     order by i.position), '[]'::json) from ip_asset i where i.revision_id = ${alias}.id) as ${alias}_ip`;

const withEverything = (live: string): string => `
  select to_jsonb(o) as offer, to_jsonb(live) as live, to_jsonb(working) as working, ${childrenOf('live')}, ${childrenOf('working')},
    json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as supplier
  from offer o
  left join offer_revision working on working.id = o.working_revision_id and working.id is distinct from o.live_revision_id
  left join ${live}
  join organization_card c on c.id = o.organization_id`;

export const OFFER_WITH_EVERYTHING = withEverything('offer_revision live on live.id = o.live_revision_id');

/** As if an earlier approved revision were still live: of those that were decided by a moment, newest first, the one after `skipped`. */
const withRevisionOf = (moment: string, skipped: number): string => withEverything(`lateral (
    select e.* from offer_revision e where e.offer_id = o.id and e.state = 'approved' and coalesce(e.decided_at, e.created_at) <= ${moment}
    order by e.number desc offset ${skipped} limit 1
  ) as live on true`);

/** As they were before the approval that was their last at the moment $2. */
export const OFFER_BEFORE_APPROVAL = withRevisionOf('$2', 1);
/** As they were when they last left the floor before the moment $2. */
export const OFFER_BEFORE_HIDDEN = withRevisionOf(
  `coalesce((select max(h.at) from event h where h.subject = o.id and h.type in ('catalog.offer_withdrawn.v1', 'catalog.offer_suspended.v1') and h.at <= $2), $2)`,
  0,
);

const BY_ID = `${OFFER_WITH_EVERYTHING} where o.id = $1`;
const BY_SLUG = `${OFFER_WITH_EVERYTHING} where o.id = (select id from offer where slug = $1 union all select offer_id from offer_slug where slug = $1 limit 1)`;

@Injectable()
export class OfferRepository {
  constructor(private readonly database: Database) {}

  /** One prepared statement with everything; the hot read of an offer's page. */
  async find(idOrSlug: string): Promise<LoadedOffer | null> {
    const [row] = isUuid(idOrSlug)
      ? await this.database.prepared<LoadedRow>('offer-by-id', BY_ID, [idOrSlug])
      : await this.database.prepared<LoadedRow>('offer-by-slug', BY_SLUG, [idOrSlug]);
    return row ? offerFromRow(row) : null;
  }

  /** For a write: the offer's row stays locked until the transaction ends. */
  async findForUpdate(tx: Tx, id: string): Promise<LoadedOffer | null> {
    const locked = await tx.query('select 1 from offer where id = $1 for update', [id]);
    if (locked.length === 0) return null;
    const [row] = await tx.query<LoadedRow>(BY_ID, [id]);
    return row ? offerFromRow(row) : null;
  }

  async insert(tx: Tx, offer: Offer): Promise<void> {
    await tx.repository(Offer).insert({ ...offer, liveRevisionId: null, workingRevisionId: null });
    await this.insertRevision(tx, offer.working);
    await tx.repository(Offer).update({ id: offer.id }, { workingRevisionId: offer.working.id });
  }

  /** Saves the offer with its lock and its working revision. Throws `common.stale_version`. */
  async save(tx: Tx, offer: Offer, { content }: { content: boolean }): Promise<void> {
    const exists = await tx.repository(OfferRevision).existsBy({ id: offer.working.id });
    if (!exists) await this.insertRevision(tx, offer.working);
    else await this.updateRevision(tx, offer.working, content);
    await saveVersioned(tx, Offer, offer);
  }

  async freeSlug(tx: Tx, id: string, title: string): Promise<string> {
    return (await freeSlugs(tx, 'offer', [{ id, words: offerSlugWords(title) }]))[0];
  }

  /** Renames the public address; the old one keeps working. */
  async keepSlug(tx: Tx, offerId: string, slug: string): Promise<void> {
    await tx.repository(OfferSlug).upsert({ slug, offerId }, ['slug']);
  }

  /** Ids of an organization's offers, newest first. */
  async ownedIds(organizationIds: string[], state: string | undefined, size: number, offset: number): Promise<{ ids: string[]; total: number }> {
    const owned = `from offer o join offer_revision w on w.id = o.working_revision_id
       where o.organization_id = any($1::uuid[]) and ($2::text is null or w.state = $2 or o.visibility = $2)`;
    return idsAndTotal(
      this.database,
      { page: `select o.id ${owned} order by o.id desc limit $3 offset $4`, count: `select count(*)::int as n ${owned}` },
      [organizationIds, state ?? null],
      { size, offset },
    );
  }

  /** Ids of offers that are still called live though the last day of their revision is before `today`. */
  async overIds(today: string, afterId: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select o.id from offer_revision r join offer o on o.live_revision_id = r.id
       where r.valid_until < $1::date and r.state = 'approved' and o.visibility = 'live'
         and ($2::uuid is null or o.id > $2) order by o.id limit $3`,
      [today, afterId, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Several offers with everything, in the given order. */
  async findMany(ids: string[], db: Reader = this.database): Promise<LoadedOffer[]> {
    if (ids.length === 0) return [];
    const rows = await db.query<LoadedRow>(`${OFFER_WITH_EVERYTHING} where o.id = any($1::uuid[])`, [ids]);
    const byId = new Map(rows.map((row) => [row.offer.id, offerFromRow(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async insertRevision(tx: Tx, revision: OfferRevision): Promise<void> {
    const { specs: _specs, ip: _ip, ...columns } = revision;
    await tx.repository(OfferRevision).insert(columns);
    await this.insertChildren(tx, revision);
  }

  private async updateRevision(tx: Tx, revision: OfferRevision, content: boolean): Promise<void> {
    const { specs: _specs, ip: _ip, id, ...columns } = revision;
    await tx.repository(OfferRevision).update({ id }, columns);
    if (!content) return;
    await tx.repository(OfferSpecification).delete({ revisionId: id });
    await tx.repository(IpAsset).delete({ revisionId: id });
    await this.insertChildren(tx, revision);
  }

  private async insertChildren(tx: Tx, { id, specs, ip }: OfferRevision): Promise<void> {
    if (specs.length > 0) await tx.repository(OfferSpecification).insert(specs.map((spec, position) => ({ revisionId: id, position, ...spec })));
    if (ip.length > 0) await tx.repository(IpAsset).insert(ip.map((asset, position) => ({ revisionId: id, position, ...asset })));
  }
}
