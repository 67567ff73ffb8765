import { Column, Entity, PrimaryColumn } from 'typeorm';
import { numeric } from '@app/platform';
import type { MatchPart } from '../domain/match-facts.js';

export type MatchState = 'suggested' | 'shortlisted' | 'introduced' | 'dismissed';

/** An offer that fits a request, with the inputs' revisions, so that its score can be reproduced. */
@Entity('match')
export class Match {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid') offerId: string;
  @Column('uuid') requestOrganizationId: string;
  @Column('uuid') offerOrganizationId: string;
  @Column('uuid') demandCentreId: string;
  @Column('uuid') supplyCentreId: string;
  @Column('text') state: MatchState;
  @Column('real') score: number;
  @Column('int') ruleVersion: number;
  @Column('jsonb') parts: MatchPart[];
  @Column('int') requestRevision: number;
  @Column('int') offerRevision: number;
  /** False: a later revision no longer fits; kept for its history. */
  @Column('boolean') isCurrent: boolean;
  /** The offer costs more than the hard limit allows: the request's side is not shown it, the supplier cannot tell. */
  @Column('boolean') beyondBudget: boolean;
  /** The version in which the request's side could see it first; null: never yet. */
  @Column('int', { nullable: true }) shownVersion: number | null;
  @Column('text', { nullable: true }) dismissReason: string | null;
  @Column('text', { nullable: true }) dismissNote: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int', { transformer: numeric }) version: number;
}

/** What a broker or the owner thinks of a match; kept for tuning. */
@Entity('match_verdict')
export class MatchVerdict {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matchId: string;
  @Column('uuid') accountId: string;
  @Column('text') verdict: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') at: Date;
}
