import { Column, Entity, PrimaryColumn } from 'typeorm';
import { numeric } from '@app/platform';

@Entity('connection_confirmation')
export class ConnectionConfirmation {
  @PrimaryColumn('uuid') connectionId: string;
  @PrimaryColumn('text') side: 'supply' | 'demand';
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') at: Date;
}

@Entity('connection_message')
export class ConnectionMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') connectionId: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') side: 'supply' | 'demand' | 'centre';
  @Column('text') text: string;
  @Column('timestamptz') at: Date;
}

@Entity('connection_outcome')
export class ConnectionOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') connectionId: string;
  /** Who recorded it. Its note is read by that side and the centres only. */
  @Column('text') side: 'supply' | 'demand' | 'centre';
  @Column('text') outcome: string;
  @Column('bigint', { nullable: true, transformer: numeric }) valueMin: number | null;
  @Column('bigint', { nullable: true, transformer: numeric }) valueMax: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') at: Date;
}

/** When the centre asks again what has become of a connection. */
@Entity('follow_up')
export class FollowUp {
  @PrimaryColumn('uuid') connectionId: string;
  @PrimaryColumn('date') due: string;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}
