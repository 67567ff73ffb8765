import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('offer_specification')
export class OfferSpecification {
  @PrimaryColumn('uuid') revisionId: string;
  @PrimaryColumn('smallint') position: number;
  @Column('text') label: string;
  @Column('text') raw: string;
  @Column('text', { nullable: true }) unit: string | null;
  @Column('double precision', { nullable: true }) min: number | null;
  @Column('double precision', { nullable: true }) max: number | null;
  @Column('double precision', { nullable: true }) canonicalMin: number | null;
  @Column('double precision', { nullable: true }) canonicalMax: number | null;
  @Column('text', { nullable: true }) dimension: string | null;
}

@Entity('ip_asset')
export class IpAsset {
  @PrimaryColumn('uuid') revisionId: string;
  @PrimaryColumn('smallint') position: number;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { nullable: true }) state: string | null;
  @Column('text', { nullable: true }) territory: string | null;
}

/** Staff took an offer off the floor: reason, author and date, beside the revision and never in it. */
@Entity('offer_suspension')
export class OfferSuspension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offerId: string;
  @Column('text') reason: string;
  @Column('timestamptz') suspendedAt: Date;
  @Column('uuid', { nullable: true }) suspendedBy: string | null;
  @Column('timestamptz', { nullable: true }) resumedAt: Date | null;
  @Column('uuid', { nullable: true }) resumedBy: string | null;
}

/** Old slugs keep working. */
@Entity('offer_slug')
export class OfferSlug {
  @PrimaryColumn('text') slug: string;
  @Column('uuid') offerId: string;
}
