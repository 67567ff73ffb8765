import { Injectable } from '@nestjs/common';
import { Clock, Database, dayInVietnam, FreshRows, type Reader, type StampedRow, type Tx } from '@app/platform';
import type { OfferContent, Price, Translation } from '../domain/offer-revision.js';
import { project } from '../domain/project.js';
import { type LoadedRow, offerFromRow, type SupplierCard } from '../data/offer-row.js';
import { OFFER_BEFORE_APPROVAL, OFFER_BEFORE_HIDDEN, OFFER_WITH_EVERYTHING } from '../data/offer.repository.js';

/** A live offer as lists show it. */
export interface OfferCard {
  id: string;
  slug: string;
  code: string;
  kind: string;
  title: string;
  summary: string;
  lang: string;
  en: Pick<Translation, 'title' | 'summary'> | null;
  supplier: SupplierCard;
  fields: string[];
  province: string | null;
  trl: number | null;
  transferModes: string[];
  price: Price | null;
  condition: string | null;
  readyToTransfer: boolean;
  publishedAt: string;
  image: string | null;
}

/** A live offer with everything that every visitor may see. */
export interface LiveOffer {
  id: string;
  slug: string;
  version: number;
  revision: number;
  organizationId: string;
  centreId: string;
  supplier: SupplierCard;
  publishedAt: Date;
  content: OfferContent;
}

export interface QueueItem {
  kind: 'offer' | 'request';
  id: string;
  title: string;
  revision: number;
  centre: { id: string; slug: string; name: string };
  organization: { id: string; slug: string; name: string };
  submittedAt: string;
}

interface CardContent {
  slug: string;
  code: string;
  image: string | null;
  published_at: string;
  kind: string;
  title: string;
  summary: string;
  lang: string;
  en: Translation | null;
  fields: string[];
  province: string | null;
  trl: number | null;
  transfer_modes: string[];
  price_kind: string | null;
  price_min: number | null;
  price_max: number | null;
  price_vat: string | null;
  price_unit: string | null;
  condition: string | null;
  ready_to_transfer: boolean;
  disclosure: Record<string, string>;
  supplier: SupplierCard;
}

interface ChangedOffer extends StampedRow {
  content: CardContent;
}

interface ChangedSupplier extends StampedRow {
  content: SupplierCard;
}

type Changed = ({ of: 'offer' } & ChangedOffer) | ({ of: 'supplier' } & ChangedSupplier);

// One statement for a page of hits and the suppliers named beside it: what is no longer live is never shown, even if an index lags. It gives
// what is not as it was when it was last read; a row is another after every update, so that the transactions that wrote the three tell.
const CHANGED_CARDS = `
  select 'offer' as of, wanted.id, live.stamp,
    json_build_object('slug', live.slug, 'code', code, 'image', image, 'published_at', published_at, 'kind', kind, 'title', title, 'summary', summary,
      'lang', lang, 'en', en, 'fields', fields, 'province', province, 'trl', trl, 'transfer_modes', transfer_modes, 'price_kind', price_kind,
      'price_min', price_min, 'price_max', price_max, 'price_vat', price_vat, 'price_unit', price_unit, 'condition', condition,
      'ready_to_transfer', ready_to_transfer, 'disclosure', disclosure,
      'supplier', json_build_object('id', supplier_id, 'slug', supplier_slug, 'name', supplier_name)) as content
  from unnest($1::uuid[], $2::text[]) as wanted(id, stamp) left join lateral (
    select o.xmin::text || '-' || r.xmin::text || '-' || c.stamp as stamp, o.slug, o.code, o.image, o.published_at, r.kind, r.title, r.summary, r.lang,
      r.en, r.fields, r.province, r.trl, r.transfer_modes, r.price_kind, r.price_min, r.price_max, r.price_vat, r.price_unit, r.condition,
      r.ready_to_transfer, r.disclosure, c.id as supplier_id, c.slug as supplier_slug, c.name as supplier_name
    from offer o
    join offer_revision r on r.id = o.live_revision_id and (r.valid_until is null or r.valid_until >= $3::date)
    join organization_card c on c.id = o.organization_id
    where o.id = wanted.id and o.visibility = 'live'
  ) live on true
  where wanted.stamp is distinct from live.stamp
  union all
  select 'supplier', wanted.id, c.stamp, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)
  from unnest($4::uuid[], $5::text[]) as wanted(id, stamp) left join organization_card c on c.id = wanted.id
  where wanted.stamp is distinct from c.stamp`;
/** A card takes some 3 KiB. */
const MOST_CARDS = 2_000;
const MOST_SUPPLIERS = 5_000;

const priceOf = ({ price_kind: kind, price_min: min, price_max: max, price_vat: vat, price_unit: unit }: CardContent): Price => ({ kind, min, max, vat, unit });

const pick = <K extends keyof Translation>(name: K, en: Translation): Pick<Translation, K> => (en[name] ? { [name]: en[name] } : {}) as Pick<Translation, K>;

const cardOf = ({ id, content }: ChangedOffer): OfferCard => {
  const shown = <T>(field: string, value: T, otherwise: T): T => ((content.disclosure[field] ?? 'public') === 'public' ? value : otherwise);
  const { slug, code, kind, title, summary, lang, en, supplier, image } = content;
  const hasPrice = content.price_kind !== null || content.price_min !== null || content.price_max !== null;
  return {
    id, slug, code, kind, title,
    summary: shown('summary', summary, ''),
    lang,
    en: shown('en', en, null) && { ...pick('title', en!), ...shown('summary', pick('summary', en!), {}) },
    supplier,
    fields: shown('fields', content.fields, []),
    province: shown('province', content.province, null),
    trl: shown('trl', content.trl, null),
    transferModes: shown('transferModes', content.transfer_modes, []),
    price: hasPrice ? shown('price', priceOf(content), null as never) : null,
    condition: shown('condition', content.condition, null),
    readyToTransfer: shown('readyToTransfer', content.ready_to_transfer, false),
    publishedAt: new Date(content.published_at).toISOString(),
    image,
  };
};

const liveOfferOf = (row: LoadedRow): LiveOffer => {
  const { offer, supplier } = offerFromRow(row);
  const live = offer.live!;
  return {
    id: offer.id, slug: offer.slug, version: offer.version, revision: live.number, organizationId: offer.organizationId,
    centreId: offer.centreId, supplier, publishedAt: offer.publishedAt!, content: project(live, 'public'),
  };
};

/** What contexts downstream may read of the catalog. */
@Injectable()
export class OfferReader {
  private readonly cards = new FreshRows<ChangedOffer, Readonly<OfferCard>>(cardOf, MOST_CARDS);
  private readonly suppliers = new FreshRows<ChangedSupplier, Readonly<SupplierCard>>(({ content }) => content, MOST_SUPPLIERS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Cards of those that are live now, in the order of the ids. The same card is the same object as long as it does not change. */
  async liveCards(ids: readonly string[]): Promise<Readonly<OfferCard>[]> {
    return (await this.liveCardsAmong(ids, [])).cards;
  }

  /** As `liveCards`, with the suppliers that are named beside them. */
  async liveCardsAmong(ids: readonly string[], supplierIds: readonly string[]): Promise<{ cards: Readonly<OfferCard>[]; suppliers: Readonly<SupplierCard>[] }> {
    if (ids.length + supplierIds.length === 0) return { cards: [], suppliers: [] };
    const [cards, suppliers] = [this.cards.reading(ids), this.suppliers.reading(supplierIds)];
    const today = dayInVietnam(this.clock.now());
    const changed = await this.database.prepared<Changed>('changed-cards', CHANGED_CARDS, [cards.ids, cards.stamps, today, suppliers.ids, suppliers.stamps]);
    return {
      cards: cards.values(changed.filter((row) => row.of === 'offer')),
      suppliers: suppliers.values(changed.filter((row) => row.of === 'supplier')),
    };
  }

  /** All public content of those that are live now. */
  async liveOffers(ids: string[], db: Reader = this.database): Promise<LiveOffer[]> {
    if (ids.length === 0) return [];
    const rows = await db.query<LoadedRow>(
      `${OFFER_WITH_EVERYTHING} where o.id = any($1::uuid[]) and o.visibility = 'live' and live.id is not null
         and (live.valid_until is null or live.valid_until >= $2::date)`,
      [ids, dayInVietnam(this.clock.now())],
    );
    return rows.map(liveOfferOf);
  }

  /** What offers said before the approval that was their last at a moment; of those that had been approved before it. */
  beforeApproval(ids: string[], at: Date, db: Reader = this.database): Promise<LiveOffer[]> {
    return this.earlier(OFFER_BEFORE_APPROVAL, ids, at, db);
  }

  /** What offers said when they were last taken off the floor before a moment. */
  beforeHidden(ids: string[], at: Date, db: Reader = this.database): Promise<LiveOffer[]> {
    return this.earlier(OFFER_BEFORE_HIDDEN, ids, at, db);
  }

  private async earlier(statement: string, ids: string[], at: Date, db: Reader): Promise<LiveOffer[]> {
    if (ids.length === 0) return [];
    const rows = await db.query<LoadedRow>(`${statement} where o.id = any($1::uuid[]) and live.id is not null`, [ids, at]);
    return rows.map(liveOfferOf);
  }

  /** The public revisions' numbers of those that are live; until the transaction ends none of these can go live, leave or change. */
  async holdLive(tx: Tx, ids: string[]): Promise<Map<string, number>> {
    // Read after the lock, not by the same statement: that would join what was true before it waited.
    await tx.query('select 1 from offer where id = any($1::uuid[]) order by id for share', [ids]);
    const rows = await tx.query<{ id: string; number: number }>(
      `select o.id, r.number from offer o join offer_revision r on r.id = o.live_revision_id
       where o.id = any($1::uuid[]) and o.visibility = 'live' and (r.valid_until is null or r.valid_until >= $2::date)`,
      [ids, dayInVietnam(this.clock.now())],
    );
    return new Map(rows.map((row) => [row.id, row.number]));
  }

  /** The versions of offers in any state. */
  async versions(ids: string[], db: Reader = this.database): Promise<{ id: string; version: number }[]> {
    return db.query('select id, version from offer where id = any($1::uuid[])', [ids]);
  }

  /** Live offers that have changed since a moment, the latest first. */
  async changedSince(since: Date, limit: number): Promise<{ id: string; version: number }[]> {
    return this.database.query(
      `select id, version from offer where visibility = 'live' and updated_at >= $1 order by updated_at desc limit $2`,
      [since, limit],
    );
  }

  /** Ids of live offers after an id, for walking over all of them. */
  async liveIds(afterId: string | null, limit: number): Promise<string[]> {
    return (await this.liveVersions(afterId, limit)).map((row) => row.id);
  }

  async liveCount(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from offer o join offer_revision r on r.id = o.live_revision_id
       where o.visibility = 'live' and (r.valid_until is null or r.valid_until >= $1::date)`,
      [dayInVietnam(this.clock.now())],
    );
    return row.n;
  }

  async liveVersions(afterId: string | null, limit: number): Promise<{ id: string; version: number }[]> {
    return this.database.query(
      `select o.id, o.version from offer o join offer_revision r on r.id = o.live_revision_id
       where o.visibility = 'live' and ($1::uuid is null or o.id > $1) and (r.valid_until is null or r.valid_until >= $3::date)
       order by o.id limit $2`,
      [afterId, limit, dayInVietnam(this.clock.now())],
    );
  }

  /** The oldest revisions that wait for review, and how many wait; `centreId` null means every centre. */
  async queue(centreId: string | null, limit: number): Promise<{ items: QueueItem[]; total: number }> {
    const waiting = `from offer_revision r join offer o on o.working_revision_id = r.id join centre_card c on c.id = o.centre_id
       join organization_card s on s.id = o.organization_id
       where r.state = 'submitted' and ($1::uuid is null or o.centre_id = $1)`;
    const rows = await this.database.query<{ id: string; title: string; revision: number; submitted_at: Date; centre: QueueItem['centre']; organization: QueueItem['organization'] }>(
      `select o.id, r.title, r.number as revision, r.submitted_at, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as centre,
         json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as organization
       ${waiting} order by r.submitted_at, o.id limit $2`,
      [centreId, limit],
    );
    const [count] = await this.database.query<{ n: number }>(`select count(*)::int as n ${waiting}`, [centreId]);
    const items = rows.map((row) => ({
      kind: 'offer' as const, id: row.id, title: row.title, revision: row.revision, centre: row.centre, organization: row.organization, submittedAt: row.submitted_at.toISOString(),
    }));
    return { items, total: count.n };
  }
}
