import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the event log. The database refuses to change or delete it. */
@Entity('event')
export class EventRow {
  @PrimaryColumn('bigint') sequence: string;
  @Column('uuid') id: string;
  @Column('text') type: string;
  @Column('int') version: number;
  @Column('uuid') subject: string;
  @Column('uuid', { nullable: true }) actor: string | null;
  @Column('uuid', { nullable: true }) organization: string | null;
  @Column('uuid', { nullable: true }) centre: string | null;
  @Column('timestamptz') at: Date;
  @Column('text', { name: 'from_state', nullable: true }) from: string | null;
  @Column('text', { name: 'to_state', nullable: true }) to: string | null;
  @Column('text') origin: string;
  @Column('jsonb') data: Record<string, unknown>;
}
