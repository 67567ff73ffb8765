import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang, Role } from '@app/platform';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('text') lang: Lang;
  @Column('text', { array: true }) roles: Role[];
  @Column('uuid', { nullable: true }) centreId: string | null;
  @Column('timestamptz', { nullable: true }) blockedAt: Date | null;
  @Column('int') failedLogins: number;
  @Column('timestamptz', { nullable: true }) lockedUntil: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}

/** The human being behind an account: a row that erasure can blank. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
}

@Entity('session')
export class Session {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A one-time token sent by mail: verification, reset, invitation. */
@Entity('account_token')
export class AccountToken {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('text') purpose: 'verify-email' | 'reset-password' | 'invite';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: 'totp' | 'passkey' | 'recovery-code';
  @Column('bytea') secret: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
}

/** Consent of a person for one purpose, with the version of the text that was shown. */
@Entity('consent')
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') purpose: string;
  @Column('text') textVersion: string;
  @Column('timestamptz') givenAt: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text') origin: string;
}
