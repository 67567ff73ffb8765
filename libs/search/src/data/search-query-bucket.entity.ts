import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often words were searched for in one hour, by the way they were typed; holds no trace of a person. */
@Entity('search_query_bucket')
export class SearchQueryBucket {
  @PrimaryColumn('timestamptz') hour: Date;
  /** Folded words, one for all ways to type them. */
  @PrimaryColumn('text') query: string;
  @PrimaryColumn('text') typed: string;
  @PrimaryColumn('text') lang: string;
  @Column('int') searches: number;
  @Column('int') withoutResult: number;
  /** Something was found, but nothing that has all words. */
  @Column('int') relaxed: number;
  @Column('int') corrected: number;
  /** Found something as typed: neither relaxed nor corrected. */
  @Column('int') successful: number;
}
