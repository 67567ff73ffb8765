import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_quantity')
export class RequestQuantity {
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

/** Old slugs keep working. */
@Entity('request_slug')
export class RequestSlug {
  @PrimaryColumn('text') slug: string;
  @Column('uuid') requestId: string;
}
