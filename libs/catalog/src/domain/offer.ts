import { Column, Entity, PrimaryColumn } from 'typeorm';
import { commonErrors, numeric } from '@app/platform';
import { catalogErrors } from './offer.errors.js';
import { type OfferContent, OfferRevision } from './offer-revision.js';

export type Visibility = 'unpublished' | 'live' | 'withdrawn' | 'suspended';
export type OfferAction = 'edit' | 'submit' | 'recall' | 'withdraw' | 'relist' | 'approve' | 'return' | 'suspend' | 'resume';

/**
 * A technology or a piece of equipment on offer. Its last approved revision stays public while a newer one is edited or
 * under review; visibility is a fact of its own, never an edit of a revision.
 */
@Entity('offer')
export class Offer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') code: string;
  @Column('uuid') organizationId: string;
  @Column('uuid') centreId: string;
  @Column('text') visibility: Visibility;
  @Column('uuid', { nullable: true }) liveRevisionId: string | null;
  @Column('uuid', { nullable: true }) workingRevisionId: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** Hash of the imported content, and the revision that holds it; the latter is null once its owner has edited the offer. */
  @Column('text', { nullable: true }) importedHash: string | null;
  @Column('int', { nullable: true }) importedRevision: number | null;
  @Column('text', { nullable: true }) image: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int', { transformer: numeric }) version: number;

  /** The last approved revision, when there is one. Loaded by the repository. */
  live: OfferRevision | null;
  /** The newest revision: the live one, or the one that is being worked on. */
  working: OfferRevision;

  get isPublic(): boolean {
    return this.visibility === 'live' && this.live !== null;
  }

  /** What the state allows, whoever asks. */
  possible(): OfferAction[] {
    const { state } = this.working;
    const actions: OfferAction[] = [];
    if (state !== 'submitted') actions.push('edit');
    if (state === 'draft' || state === 'returned') actions.push('submit');
    if (state === 'submitted') actions.push('recall', 'approve', 'return');
    if (this.visibility === 'live') actions.push('withdraw', 'suspend');
    if (this.visibility === 'withdrawn' && this.live) actions.push('relist');
    if (this.visibility === 'suspended') actions.push('resume');
    return actions;
  }

  private assert(action: OfferAction): void {
    if (this.possible().includes(action)) return;
    if (action === 'edit') throw catalogErrors.under_review();
    throw commonErrors.wrong_state({ state: action === 'relist' || action === 'withdraw' || action === 'suspend' || action === 'resume' ? this.visibility : this.working.state });
  }

  /** Changes the content. An approved revision is never touched: a new draft begins from it. */
  edit(change: Partial<OfferContent>, by: string | null, now: Date, newId: string): void {
    this.assert('edit');
    if (this.working.state === 'approved') this.working = this.working.next(newId, by, now);
    this.working.apply(change);
    this.working.state = 'draft';
    this.workingRevisionId = this.working.id;
    this.importedRevision = null;
    this.updatedAt = now;
  }

  /** Throws `catalog.incomplete` naming what is missing. */
  submit(by: string | null, now: Date): void {
    this.assert('submit');
    this.working.assertComplete(now);
    this.working.state = 'submitted';
    this.working.submittedAt = now;
    this.working.submittedBy = by;
    this.updatedAt = now;
  }

  recall(now: Date): void {
    this.assert('recall');
    this.working.state = 'draft';
    this.working.submittedAt = null;
    this.updatedAt = now;
  }

  /** Throws `common.invalid` naming the last day when it passed while the revision waited. */
  approve(by: string | null, now: Date): void {
    this.assert('approve');
    this.working.assertNotOver(now);
    this.working.decide('approved', by, now, null);
    this.live = this.working;
    this.liveRevisionId = this.working.id;
    this.publishedAt ??= now;
    // A suspension outlasts an approval, and what its owner withdrew stays withdrawn.
    if (this.visibility === 'unpublished') this.visibility = 'live';
    this.updatedAt = now;
  }

  return(reason: string, by: string | null, now: Date): void {
    this.assert('return');
    this.working.decide('returned', by, now, reason);
    this.updatedAt = now;
  }

  /** Takes the offer off the floor; a revision that waits for review is recalled. */
  withdraw(now: Date): void {
    this.assert('withdraw');
    if (this.working.state === 'submitted') this.recall(now);
    this.visibility = 'withdrawn';
    this.updatedAt = now;
  }

  /** Throws `common.invalid` naming the last day when it has passed. */
  relist(now: Date): void {
    this.assert('relist');
    this.live!.assertNotOver(now);
    this.visibility = 'live';
    this.updatedAt = now;
  }

  /** The last day of the public revision is over. A newer revision that is approved later is public again. */
  expire(now: Date): void {
    if (!this.isPublic || !this.live!.isOver(now)) throw commonErrors.wrong_state({ state: this.visibility });
    this.visibility = 'unpublished';
    this.updatedAt = now;
  }

  suspend(now: Date): void {
    this.assert('suspend');
    this.visibility = 'suspended';
    this.updatedAt = now;
  }

  /** Ends the suspension also after the last day: the offer is hidden then and expires by itself. */
  resume(now: Date): void {
    this.assert('resume');
    this.visibility = 'live';
    this.updatedAt = now;
  }
}
