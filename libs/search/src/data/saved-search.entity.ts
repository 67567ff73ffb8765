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
  @Column('int') version: number;
}

/** That a saved search has found an offer: its owner is told of an offer once. */
@Entity('saved_search_hit')
export class SavedSearchHit {
  @PrimaryColumn('uuid') savedSearchId: string;
  @PrimaryColumn('uuid') offerId: string;
  @Column('timestamptz') at: Date;
}
