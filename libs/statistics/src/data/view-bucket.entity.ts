import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Views of an offer in one hour; the bucket is its own log and holds no trace of a person. */
@Entity('view_bucket')
export class ViewBucket {
  @PrimaryColumn('uuid') offerId: string;
  @PrimaryColumn('timestamptz') hour: Date;
  @Column('int') views: number;
}
