import { Column, Entity, PrimaryColumn } from 'typeorm';
import { numeric } from '@app/platform';
import type { OfferDocument } from '../ports/search-engine.port.js';

/** The truth of what may be found: the public projection of a live offer, or the mark that it is gone. */
@Entity('search_document')
export class SearchDocument {
  @PrimaryColumn('uuid') offerId: string;
  @Column('int') version: number;
  /** Grows with every write of any document: engines ask for what has changed since. */
  @Column('bigint', { transformer: numeric }) change: number;
  @Column('boolean') removed: boolean;
  @Column('jsonb', { nullable: true }) document: OfferDocument | null;
  @Column('timestamptz') updatedAt: Date;
}
