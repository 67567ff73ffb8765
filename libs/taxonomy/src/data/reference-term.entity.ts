import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated entry of a vocabulary or of the list of places. */
@Entity('reference_term')
export class ReferenceTerm {
  @PrimaryColumn('text') scheme: string;
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date') validFrom: string;
  @Column('text') vi: string;
  @Column('text') en: string;
  @Column('text', { nullable: true }) parent: string | null;
  @Column('int') position: number;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('text', { nullable: true }) replacedBy: string | null;
}
