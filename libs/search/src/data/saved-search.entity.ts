import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A search that somebody wants to be told of; `query` is canonical. */
@Entity('saved_search')
export class SavedSearch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') name: string;
  @Column('text') query: string;
  @Column('text') frequency: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) lastRunAt: Date | null;
  @Column('int') version: number;
}
