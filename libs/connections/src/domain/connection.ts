import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Actor, commonErrors, dayInVietnam, numeric } from '@app/platform';

export type ConnectionState = 'enquired' | 'introduced' | 'confirmed' | 'declined' | 'concluded';
export type Side = 'supply' | 'demand';
export type ConnectionAction = 'confirm' | 'decline' | 'message' | 'outcome';

/**
 * Supply and demand in touch: enquired by a buyer or introduced by a broker. It counts when both sides have pressed
 * "confirm"; an enquiry alone is not a confirmation.
 */
@Entity('connection')
export class Connection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offerId: string;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('uuid', { nullable: true }) matchId: string | null;
  @Column('uuid') supplierId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') supplyCentreId: string;
  @Column('uuid') demandCentreId: string;
  @Column('text') state: ConnectionState;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) declinedAt: Date | null;
  @Column('text', { nullable: true }) declineReason: string | null;
  @Column('int', { transformer: numeric }) version: number;

  possible(): ConnectionAction[] {
    switch (this.state) {
      case 'enquired':
      case 'introduced':
        return ['confirm', 'decline', 'message'];
      case 'confirmed':
      case 'concluded':
        return ['message', 'outcome'];
      case 'declined':
        return [];
    }
  }

  assert(action: ConnectionAction): void {
    if (!this.possible().includes(action)) throw commonErrors.wrong_state({ state: this.state });
  }

  /** `confirmed` are the sides that have confirmed, this one included. Answers whether the connection counts from now on. */
  confirm(confirmed: ReadonlySet<Side>, now: Date): boolean {
    if (this.state === 'confirmed' || !confirmed.has('supply') || !confirmed.has('demand')) return false;
    this.state = 'confirmed';
    this.confirmedAt = now;
    return true;
  }

  decline(reason: string, now: Date): void {
    this.assert('decline');
    Object.assign(this, { state: 'declined', declinedAt: now, declineReason: reason });
  }

  conclude(): void {
    this.assert('outcome');
    this.state = 'concluded';
  }
}

/** On which side an actor stands: a member of the supplier or of the buyer; staff of either centre stand in the middle. */
export const sideOf = (actor: Actor, connection: Connection): Side | 'centre' | null => {
  if (actor.memberOf(connection.supplierId)) return 'supply';
  if (actor.memberOf(connection.buyerId)) return 'demand';
  return actor.actsFor(connection.demandCentreId) || actor.actsFor(connection.supplyCentreId) ? 'centre' : null;
};

/** What this actor may do now: only the parties confirm and decline. */
export const allowedActions = (actor: Actor, connection: Connection, confirmed: ReadonlySet<Side>): ConnectionAction[] => {
  const side = sideOf(actor, connection);
  if (side === null) return [];
  return connection.possible().filter((action) => {
    if (action === 'confirm') return side !== 'centre' && !confirmed.has(side);
    if (action === 'decline') return side !== 'centre';
    return true;
  });
};

const FOLLOW_UP_MONTHS = [3, 6, 12];

/** The days in Viet Nam on which the parties of a connection that was concluded now are asked what became of it. */
export const followUpDays = (now: Date): string[] => {
  const [year, month, day] = dayInVietnam(now).split('-').map(Number);
  return FOLLOW_UP_MONTHS.map((months) => {
    // Day 0 of the month after is its last one.
    const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
  });
};
