import type { PastNotice } from '@app/notifications';
import type { DemoAccounts } from './accounts.js';
import type { OfferFacts } from './catalogue.js';
import type { DemoConnection } from './connection-history.js';
import type { DemoRequest } from './demand.js';
import type { HistoryLog } from './history-log.js';
import { OWN_CENTRE } from './organizations.js';
import { Random } from './random.js';
import type { UnpublishedOffer } from './review-queue.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

type CentreOf = (province: string) => string;

/** What happened, as events in the words of the contexts, and what the people with accounts were told of it. */
export class FloorHistory {
  readonly notices: PastNotice[] = [];

  constructor(
    private readonly log: HistoryLog,
    private readonly accounts: DemoAccounts,
    private readonly centre: CentreOf,
    /** Account by organization. */
    private readonly owners: ReadonlyMap<string, string>,
  ) {}

  offer({ id, index, supplier, at }: OfferFacts): void {
    const random = new Random(index, 'review');
    const submitted = new Date(at.getTime() - random.between(0.05, 4) * DAY_MS);
    const created = new Date(submitted.getTime() - random.between(0.02, 7) * DAY_MS);
    const owner = this.ownerOf(supplier.id);
    const step = this.offerSteps(id, supplier.id, supplier.centre);
    step('created', created, owner, null, 'draft', 1);
    step('submitted', submitted, owner, 'draft', 'submitted', 2);
    const approved = step('approved', at, this.brokerOf(supplier.centre), 'submitted', 'approved', 3);
    if (owner && index % 9 === 0) this.tell(owner, 'moderation', 'offer-approved', { offerId: id }, approved, at, { read: true });
  }

  unpublished({ id, supplier, state, at }: UnpublishedOffer): void {
    const owner = this.ownerOf(supplier.id);
    const step = this.offerSteps(id, supplier.id, supplier.centre);
    step('created', new Date(at.getTime() - 3 * HOUR_MS), owner, null, 'draft', 1);
    if (state === 'draft') return;
    const submittedAt = state === 'returned' ? new Date(at.getTime() - 2 * HOUR_MS) : at;
    const submitted = step('submitted', submittedAt, owner, 'draft', 'submitted', 2);
    if (state === 'submitted') this.tell(this.accounts.broker, 'moderation', 'offer-submitted', { offerId: id }, submitted, at, {});
    if (state !== 'returned') return;
    const returned = step('returned', at, this.accounts.broker, 'submitted', 'returned', 3);
    if (owner) this.tell(owner, 'moderation', 'offer-returned', { offerId: id }, returned, at, {});
  }

  request({ id, enterprise, state, at, closedAt }: DemoRequest): void {
    const owner = this.ownerOf(enterprise.id);
    const centreId = this.centre(enterprise.centre);
    const step = (verb: string, when: Date, actor: string | null, from: string | null, to: string, version: number): string =>
      this.log.add(`requests.request_${verb}.v1`, id, { requestId: id, organizationId: enterprise.id, centreId, version, revision: 1 }, { at: when, version, actor, organizationId: enterprise.id, centreId, from, to });
    const submittedAt = state === 'submitted' ? at : new Date(at.getTime() - 20 * HOUR_MS);
    step('created', new Date(submittedAt.getTime() - HOUR_MS), owner, null, 'draft', 1);
    const submitted = step('submitted', submittedAt, owner, 'draft', 'submitted', 2);
    if (state === 'submitted') this.tell(this.accounts.broker, 'moderation', 'request-submitted', { requestId: id }, submitted, at, {});
    if (state === 'submitted') return;
    const opened = step('opened', at, this.brokerOf(enterprise.centre), 'submitted', 'open', 3);
    if (owner) this.tell(owner, 'moderation', 'request-opened', { requestId: id }, opened, at, { read: true });
    if (closedAt) step('closed', closedAt, owner, 'open', 'closed', 4);
  }

  connection({ connection, buyer, offer, firstSide }: DemoConnection): void {
    const { id, openedAt, confirmedAt, concludedAt, message, outcome } = connection;
    const opening = message?.side === 'demand' ? 'enquired' : 'introduced';
    const step = this.connectionSteps({ id, offerId: offer.id, requestId: connection.requestId, supplierId: offer.supplier.id, buyerId: buyer.id }, this.centre(buyer.centre));
    step('connection_opened', openedAt, null, null, opening, 1, { side: message?.side ?? 'centre', state: opening });
    if (!confirmedAt) return;
    const half = new Date((openedAt.getTime() + confirmedAt.getTime()) / 2);
    step('side_confirmed', half, null, opening, opening, 2, { side: firstSide });
    step('connection_confirmed', confirmedAt, null, opening, 'confirmed', 3, { side: firstSide === 'supply' ? 'demand' : 'supply' });
    if (concludedAt && outcome) step('outcome_recorded', concludedAt, null, 'confirmed', 'concluded', 4, { outcome: outcome.outcome });
  }

  /** Answers what the request's owner was told, when he has an account. */
  matches({ id, enterprise }: DemoRequest, pairs: { matchId: string; offerId: string }[], at: Date): PastNotice[] {
    if (pairs.length === 0) return [];
    const centreId = this.centre(enterprise.centre);
    const [matchIds, offerIds] = [pairs.map((p) => p.matchId), pairs.map((p) => p.offerId)];
    const eventId = this.log.add('matching.matches_found.v1', id, { requestId: id, organizationId: enterprise.id, trigger: 'request', matchIds, offerIds }, { at, version: 1, organizationId: enterprise.id, centreId, from: null, to: null });
    const owner = this.ownerOf(enterprise.id);
    return owner ? [this.notice(owner, 'match', 'matches-found', { requestId: id }, eventId, at, { requestId: id, matchIds, offerIds })] : [];
  }

  introduction({ id, request, offer, matchId, at }: { id: string; request: DemoRequest; offer: OfferFacts; matchId: string | null; at: Date }): PastNotice[] {
    const centreId = this.centre(OWN_CENTRE);
    const [supplierId, buyerId] = [offer.supplier.id, request.enterprise.id];
    if (matchId) {
      this.log.add('matching.match_introduced.v1', matchId, { matchId, requestId: request.id, offerId: offer.id }, { at: new Date(at.getTime() - MINUTE_MS), version: 2, actor: this.accounts.broker, organizationId: buyerId, centreId, from: 'suggested', to: 'introduced' });
    }
    const step = this.connectionSteps({ id, offerId: offer.id, requestId: request.id, supplierId, buyerId }, centreId);
    const eventId = step('connection_opened', at, this.accounts.broker, null, 'introduced', 1, { side: 'centre', state: 'introduced' });
    return [this.accounts.supplier, this.accounts.enterprise].map((account) => this.notice(account, 'connection', 'introduced', { connectionId: id, offerId: offer.id }, eventId, at, { offerIds: [offer.id] }));
  }

  private offerSteps(id: string, organizationId: string, province: string) {
    const centreId = this.centre(province);
    return (verb: string, at: Date, actor: string | null, from: string | null, to: string, version: number): string =>
      this.log.add(`catalog.offer_${verb}.v1`, id, { offerId: id, organizationId, centreId, version, revision: 1 }, { at, version, actor, organizationId, centreId, from, to });
  }

  private connectionSteps(ids: { id: string; offerId: string; requestId: string | null; supplierId: string; buyerId: string }, centreId: string) {
    const { id: connectionId, ...others } = ids;
    return (verb: string, at: Date, actor: string | null, from: string | null, to: string, version: number, more: Record<string, string>): string =>
      this.log.add(`connections.${verb}.v1`, connectionId, { connectionId, ...others, ...more }, { at, version, actor, organizationId: ids.buyerId, centreId, from, to });
  }

  private tell(accountId: string, kind: PastNotice['kind'], template: PastNotice['template'], params: PastNotice['params'], eventId: string, at: Date, { read = false }: { read?: boolean }): void {
    this.notices.push({ ...this.notice(accountId, kind, template, params, eventId, at, {}), readAt: read ? new Date(at.getTime() + 5 * HOUR_MS) : null });
  }

  private notice(accountId: string, kind: PastNotice['kind'], template: PastNotice['template'], params: PastNotice['params'], eventId: string, at: Date, about: { requestId?: string; matchIds?: string[]; offerIds?: string[] }): PastNotice {
    return { id: new Random(accountId, 'notice', eventId).id(at), accountId, kind, template, params, eventId, requestId: about.requestId ?? null, matchIds: about.matchIds ?? [], offerIds: about.offerIds ?? [], at, readAt: null };
  }

  private ownerOf(organizationId: string): string | null {
    return this.owners.get(organizationId) ?? null;
  }

  private brokerOf(province: string): string | null {
    return province === OWN_CENTRE ? this.accounts.broker : province === '86' ? this.accounts.broker2 : null;
  }
}
