import { Column, Entity, PrimaryColumn } from 'typeorm';
import { commonErrors, numeric, type Quantity } from '@app/platform';
import { requestErrors } from './request.errors.js';

export type RequestState = 'draft' | 'submitted' | 'returned' | 'open' | 'closed' | 'withdrawn';
export type RequestAction = 'edit' | 'submit' | 'recall' | 'withdraw' | 'reopen' | 'close' | 'approve' | 'return';

/** What an enterprise writes of its need. */
export interface RequestContent {
  title: string;
  need: string;
  lang: string;
  fields: string[];
  province: string | null;
  budgetMax: number | null;
  trlMin: number | null;
  transferModes: string[];
  deadline: string | null;
  quantities: Quantity[];
}

export const EMPTY_REQUEST: Omit<RequestContent, 'title' | 'need'> = {
  lang: 'vi', fields: [], province: null, budgetMax: null, trlMin: null, transferModes: [], deadline: null, quantities: [],
};

@Entity('request_revision')
export class RequestRevision implements RequestContent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('int') number: number;
  @Column('text') state: 'draft' | 'submitted' | 'returned' | 'approved';
  @Column('text') title: string;
  @Column('text') need: string;
  @Column('text') lang: string;
  @Column('text', { array: true }) fields: string[];
  @Column('text', { nullable: true }) province: string | null;
  @Column('bigint', { nullable: true, transformer: numeric }) budgetMax: number | null;
  @Column('smallint', { nullable: true }) trlMin: number | null;
  @Column('text', { array: true }) transferModes: string[];
  @Column('date', { nullable: true }) deadline: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  /** What the request becomes with this revision; null where it stays as it is. */
  @Column('boolean', { nullable: true }) anonymity: boolean | null;
  /** Kept in a table of their own. */
  quantities: Quantity[];

  static begin(facts: { id: string; requestId: string; number: number; by: string | null; now: Date }, content: RequestContent): RequestRevision {
    const { by, now, ...own } = facts;
    return Object.assign(new RequestRevision(), content, own, {
      state: 'draft' as const, createdBy: by, createdAt: now, submittedAt: null, submittedBy: null, decidedAt: null, decidedBy: null, returnReason: null, anonymity: null,
    });
  }

  get content(): RequestContent {
    const { title, need, lang, fields, province, budgetMax, trlMin, transferModes, deadline, quantities } = this;
    return { title, need, lang, fields, province, budgetMax, trlMin, transferModes, deadline, quantities };
  }
}

/** A need that an enterprise posts. Open, it stays open with its last approved revision while a change is under review. */
@Entity('request')
export class Request {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text', { nullable: true }) code: string | null;
  @Column('uuid') organizationId: string;
  @Column('uuid') centreId: string;
  @Column('text') state: RequestState;
  @Column('uuid', { nullable: true }) liveRevisionId: string | null;
  @Column('uuid', { nullable: true }) workingRevisionId: string | null;
  @Column('boolean') anonymous: boolean;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { nullable: true }) outcomeNote: string | null;
  /** Hash of the imported content; null once its owner has edited it, and for what was written by hand. */
  @Column('text', { nullable: true }) importedHash: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int', { transformer: numeric }) version: number;

  live: RequestRevision | null;
  working: RequestRevision;

  get isPublic(): boolean {
    return this.state === 'open' && this.live !== null;
  }

  possible(): RequestAction[] {
    if (this.state === 'closed' || this.state === 'withdrawn') return ['reopen'];
    const actions: RequestAction[] = [];
    const { state } = this.working;
    if (state !== 'submitted') actions.push('edit');
    if (state === 'draft' || state === 'returned') actions.push('submit');
    if (state === 'submitted') actions.push('recall', 'approve', 'return');
    if (this.state === 'open') actions.push('close');
    actions.push('withdraw');
    return actions;
  }

  private assert(action: RequestAction): void {
    if (this.possible().includes(action)) return;
    if (action === 'edit' && this.working.state === 'submitted') throw requestErrors.under_review();
    throw commonErrors.wrong_state({ state: this.state === 'open' ? this.working.state : this.state });
  }

  /** The request's own state follows its revision until it has once been opened. */
  private follow(): void {
    if (this.live === null) this.state = this.working.state === 'approved' ? 'open' : this.working.state;
  }

  edit(change: Partial<RequestContent> & { anonymous?: boolean }, by: string | null, now: Date, newId: string): void {
    this.assert('edit');
    const { anonymous, ...content } = change;
    if (this.working.state === 'approved') {
      this.working = RequestRevision.begin({ id: newId, requestId: this.id, number: this.working.number + 1, by, now }, this.working.content);
    }
    Object.assign(this.working, content);
    this.working.state = 'draft';
    if (anonymous !== undefined) this.hideName(anonymous);
    this.importedHash = null;
    this.workingRevisionId = this.working.id;
    this.follow();
    this.updatedAt = now;
  }

  /** A name that has been hidden is shown only by the approval of the revision that shows it; to hide one needs nobody's approval. */
  private hideName(isHidden: boolean): void {
    const waits = this.live !== null && this.anonymous && !isHidden;
    this.working.anonymity = waits ? false : null;
    if (!waits) this.anonymous = isHidden;
  }

  /** As the newest revision wants it. */
  get wantsAnonymity(): boolean {
    return this.working.anonymity ?? this.anonymous;
  }

  submit(by: string | null, now: Date): void {
    this.assert('submit');
    Object.assign(this.working, { state: 'submitted', submittedAt: now, submittedBy: by });
    this.follow();
    this.updatedAt = now;
  }

  recall(now: Date): void {
    this.assert('recall');
    Object.assign(this.working, { state: 'draft', submittedAt: null });
    this.follow();
    this.updatedAt = now;
  }

  /** Answers whether this opened the request for the first time. */
  approve(by: string | null, now: Date): boolean {
    this.assert('approve');
    const first = this.live === null;
    Object.assign(this.working, { state: 'approved', decidedAt: now, decidedBy: by, returnReason: null });
    this.anonymous = this.wantsAnonymity;
    this.live = this.working;
    this.liveRevisionId = this.working.id;
    this.state = 'open';
    this.openedAt ??= now;
    this.updatedAt = now;
    return first;
  }

  return(reason: string, by: string | null, now: Date): void {
    this.assert('return');
    Object.assign(this.working, { state: 'returned', decidedAt: now, decidedBy: by, returnReason: reason });
    this.follow();
    this.updatedAt = now;
  }

  close(outcome: string, note: string | null, now: Date): void {
    this.assert('close');
    this.leave('closed', now);
    Object.assign(this, { outcome, outcomeNote: note, closedAt: now });
  }

  withdraw(now: Date): void {
    this.assert('withdraw');
    this.leave('withdrawn', now);
  }

  reopen(now: Date): void {
    this.assert('reopen');
    this.state = this.live ? 'open' : this.working.state === 'approved' ? 'open' : this.working.state;
    Object.assign(this, { outcome: null, outcomeNote: null, closedAt: null, updatedAt: now });
  }

  private leave(state: 'closed' | 'withdrawn', now: Date): void {
    if (this.working.state === 'submitted') Object.assign(this.working, { state: 'draft', submittedAt: null });
    this.state = state;
    this.updatedAt = now;
  }
}
