import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often words were searched for in one hour, by the way they were typed. Nothing tells who asked; the words themselves may name somebody. */
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
  /** Different address blocks that asked for this form on the day so far, as the process that saw the most counted them. */
  @Column('int') askers: number;
}
