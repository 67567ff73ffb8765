import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dayInVietnam, type FieldError, invalidFields, numeric, type Quantity } from '@app/platform';

export type RevisionState = 'draft' | 'submitted' | 'returned' | 'approved';
export type Disclosure = 'public' | 'after-interest' | 'after-nda' | 'named' | 'staff';

export interface Price {
  kind: string | null;
  min: number | null;
  max: number | null;
  vat: string | null;
  unit: string | null;
}

export interface IpAssetContent {
  kind: string;
  number: string | null;
  state: string | null;
  territory: string | null;
}

export interface Translation {
  title?: string;
  summary?: string;
  description?: string;
}

/** What an owner writes. */
export interface OfferContent {
  title: string;
  kind: string;
  summary: string;
  description: string;
  lang: string;
  fields: string[];
  keywords: string[];
  province: string | null;
  trl: number | null;
  transferModes: string[];
  price: Price | null;
  specs: Quantity[];
  ip: IpAssetContent[];
  condition: string | null;
  origin: string | null;
  maker: string | null;
  year: number | null;
  warranty: string | null;
  readyToTransfer: boolean;
  validUntil: string | null;
  en: Translation | null;
  images: string[];
  url: string | null;
  sourceWords: Record<string, string[]>;
}

export const EMPTY_CONTENT: Omit<OfferContent, 'title' | 'kind'> = {
  summary: '', description: '', lang: 'vi', fields: [], keywords: [], province: null, trl: null, transferModes: [], price: null,
  specs: [], ip: [], condition: null, origin: null, maker: null, year: null, warranty: null, readyToTransfer: false,
  validUntil: null, en: null, images: [], url: null, sourceWords: {},
};

const PAST: FieldError = { field: 'validUntil', code: 'past', message: 'Hạn hiệu lực đã qua. / The last day has passed.' };

/** One version of an offer's content: draft → submitted (frozen) → approved or returned. */
@Entity('offer_revision')
export class OfferRevision implements Omit<OfferContent, 'price'> {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offerId: string;
  @Column('int') number: number;
  @Column('text') state: RevisionState;
  @Column('text') title: string;
  @Column('text') kind: string;
  @Column('text') summary: string;
  @Column('text') description: string;
  @Column('text') lang: string;
  @Column('text', { array: true }) fields: string[];
  @Column('text', { array: true }) keywords: string[];
  @Column('text', { nullable: true }) province: string | null;
  @Column('smallint', { nullable: true }) trl: number | null;
  @Column('text', { array: true }) transferModes: string[];
  @Column('text', { nullable: true }) priceKind: string | null;
  @Column('bigint', { nullable: true, transformer: numeric }) priceMin: number | null;
  @Column('bigint', { nullable: true, transformer: numeric }) priceMax: number | null;
  @Column('text', { nullable: true }) priceVat: string | null;
  @Column('text', { nullable: true }) priceUnit: string | null;
  @Column('text', { nullable: true }) condition: string | null;
  @Column('text', { nullable: true }) origin: string | null;
  @Column('text', { nullable: true }) maker: string | null;
  @Column('smallint', { nullable: true }) year: number | null;
  @Column('text', { nullable: true }) warranty: string | null;
  @Column('boolean') readyToTransfer: boolean;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('jsonb', { nullable: true }) en: Translation | null;
  /** Disclosure level by field name; what is not named is public. */
  @Column('jsonb') disclosure: Record<string, Disclosure>;
  /** The source's own words for codes that were not known at import. */
  @Column('jsonb') sourceWords: Record<string, string[]>;
  @Column('text', { array: true }) images: string[];
  @Column('text', { nullable: true }) url: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;

  /** Kept in tables of their own; loaded and saved by the repository. */
  specs: Quantity[];
  ip: IpAssetContent[];

  static first(id: string, offerId: string, content: OfferContent, by: string | null, now: Date): OfferRevision {
    const revision = new OfferRevision();
    Object.assign(revision, {
      id, offerId, number: 1, state: 'draft', disclosure: {}, createdBy: by, createdAt: now,
      submittedAt: null, submittedBy: null, decidedAt: null, decidedBy: null, returnReason: null,
    });
    revision.apply(content);
    return revision;
  }

  get price(): Price | null {
    if (this.priceKind === null && this.priceMin === null && this.priceMax === null) return null;
    return { kind: this.priceKind, min: this.priceMin, max: this.priceMax, vat: this.priceVat, unit: this.priceUnit };
  }

  /** A new draft with the same content and the next number. */
  next(id: string, by: string | null, now: Date): OfferRevision {
    const revision = new OfferRevision();
    Object.assign(revision, this, {
      id, number: this.number + 1, state: 'draft', createdBy: by, createdAt: now,
      submittedAt: null, submittedBy: null, decidedAt: null, decidedBy: null, returnReason: null,
    });
    return revision;
  }

  /** Takes over the given fields. Throws `common.invalid` for a reversed price. */
  apply(change: Partial<OfferContent>): void {
    const { price, ...plain } = change;
    Object.assign(this, plain);
    if (price !== undefined) {
      this.priceKind = price?.kind ?? null;
      this.priceMin = price?.min ?? null;
      this.priceMax = price?.max ?? null;
      this.priceVat = price?.vat ?? null;
      this.priceUnit = price?.unit ?? null;
    }
    if (this.priceMin !== null && this.priceMax !== null && this.priceMin > this.priceMax) {
      throw invalidFields([{ field: 'price.max', code: 'reversed', message: 'Giá cao nhất nhỏ hơn giá thấp nhất. / The highest price is below the lowest.' }]);
    }
  }

  missing(): FieldError[] {
    return (['title', 'kind', 'summary'] as const)
      .filter((field) => !this[field])
      .map((field) => ({ field, code: 'required', message: 'Cần điền trước khi gửi duyệt. / Needed before it can be submitted.' }));
  }

  /** Whether the last day, which is valid to its end in Viet Nam, has passed. */
  isOver(now: Date): boolean {
    return this.validUntil !== null && this.validUntil < dayInVietnam(now);
  }

  assertComplete(now: Date): void {
    const errors = this.missing();
    if (this.isOver(now)) errors.push(PAST);
    if (errors.length > 0) throw invalidFields(errors);
  }

  /** Throws `common.invalid` naming the last day when it has passed. */
  assertNotOver(now: Date): void {
    if (this.isOver(now)) throw invalidFields([PAST]);
  }

  decide(state: 'approved' | 'returned', by: string | null, now: Date, reason: string | null): void {
    this.state = state;
    this.decidedAt = now;
    this.decidedBy = by;
    this.returnReason = reason;
  }
}
