import { Column, Entity, PrimaryColumn } from 'typeorm';
import { numeric, type OrganizationKind } from '@app/platform';

/** A technology centre: it brokers for the organizations of its area. */
@Entity('centre')
export class Centre {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') nameEn: string;
  @Column('text', { nullable: true }) province: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  /** When somebody answers the telephone, in words. */
  @Column('text', { nullable: true }) hours: string | null;
  @Column('text', { nullable: true }) hoursEn: string | null;
  @Column('boolean') isOwn: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('int', { transformer: numeric }) version: number;
}

@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') kind: OrganizationKind;
  @Column('text') name: string;
  /** Without accents: the key of organizations that have no tax code. */
  @Column('text') foldedName: string;
  @Column('text', { nullable: true }) taxCode: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) descriptionEn: string | null;
  @Column('text', { nullable: true }) province: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('uuid') centreId: string;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  /** Null: came with an import and nobody has claimed it yet. */
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}

/** Old slugs keep working. */
@Entity('organization_slug')
export class OrganizationSlug {
  @PrimaryColumn('text') slug: string;
  @Column('uuid') organizationId: string;
}

@Entity('member')
export class Member {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') role: 'owner' | 'editor';
  @Column('timestamptz') createdAt: Date;
}

/** A person to talk to: a row that erasure can blank. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organizationId: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

/** Somebody says that an unclaimed organization is his. */
@Entity('claim')
export class Claim {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organizationId: string;
  @Column('uuid') accountId: string;
  @Column('text') state: 'open' | 'accepted' | 'refused';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
}
