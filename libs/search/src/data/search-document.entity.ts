import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferDocument } from '../ports/search-engine.port.js';

/**
 * The truth of what may be found: the public projection of a live offer, or the mark that it is gone.
 * The columns `written_in` (the transaction that wrote the row), by which engines ask for what is new, and `analysed` with
 * `analysed_by`, the terms that they load, are SQL's own.
 */
@Entity('search_document')
export class SearchDocument {
  @PrimaryColumn('uuid') offerId: string;
  @Column('int') version: number;
  @Column('boolean') removed: boolean;
  @Column('jsonb', { nullable: true }) document: OfferDocument | null;
  @Column('timestamptz') updatedAt: Date;
}
