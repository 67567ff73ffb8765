import { Injectable } from '@nestjs/common';
import { type OfferCard, OfferReader, OfferService } from '@app/catalog';
import { type Actor, allow, Clock, commonErrors, Database, type Decision, event, EventStore, isGranted, type Lang, type Tx, uuidv7 } from '@app/platform';
import { type OpenRequest, RequestReader, RequestService } from '@app/requests';
import { TaxonomyService } from '@app/taxonomy';
import { Match, type MatchState } from '../data/match.entities.js';
import { canBroker, canGiveFeedback, seesBudget } from '../domain/match.policy.js';
import type { MatchPart, PartParams } from '../domain/match-facts.js';
import { scoreOf, withoutBudget } from '../domain/match-scoring.js';
import { partText } from '../domain/match-texts.js';
import { matchingErrors } from '../domain/matching.errors.js';

export interface MatchReason {
  part: string;
  code: string;
  params: PartParams;
  text: string;
}

export interface MatchView {
  id: string;
  score: number;
  ruleVersion: number;
  state: MatchState;
  requestId: string;
  offerId: string;
  /** What this actor may do with it now. */
  allowedActions: string[];
  offer?: OfferCard;
  /** `organization` is null where it does not want to be named. */
  request?: { id: string; slug: string; title: string; province: string | null; organization: { id: string; slug: string; name: string } | null };
  reasons: MatchReason[];
  whyNots: (MatchReason & { hard: boolean })[];
}

const LIST_LIMIT = 1_000;
const FROM: Record<'shortlisted' | 'introduced' | 'dismissed', readonly MatchState[]> = {
  shortlisted: ['suggested', 'dismissed'],
  introduced: ['suggested', 'shortlisted'],
  dismissed: ['suggested', 'shortlisted'],
};

/** What people see of matches, and what brokers do with them. */
@Injectable()
export class MatchService {
  constructor(
    private readonly database: Database,
    private readonly offers: OfferService,
    private readonly offerReader: OfferReader,
    private readonly requests: RequestService,
    private readonly requestReader: RequestReader,
    private readonly taxonomy: TaxonomyService,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Best first, for the request's owner and the brokers of its centre. */
  async ofRequest(actor: Actor, requestId: string): Promise<MatchView[]> {
    const found = await this.requests.get(actor, requestId);
    if (!found.insider) throw commonErrors.forbidden();
    const matches = await this.database.repository(Match).find({
      where: { requestId, isCurrent: true, beyondBudget: false }, order: { score: 'desc', id: 'asc' }, take: LIST_LIMIT,
    });
    const cards = new Map((await this.offerReader.liveCards(matches.map((m) => m.offerId))).map((card) => [card.id, card]));
    return matches.flatMap((match) => {
      const offer = cards.get(match.offerId);
      return offer ? [{ ...this.view(match, actor), offer }] : [];
    });
  }

  /** The same towards requests, for the offer's owner and the brokers of its centre. */
  async ofOffer(actor: Actor, offerId: string): Promise<MatchView[]> {
    const found = await this.offers.get(actor, offerId);
    if (!found.insider) throw commonErrors.forbidden();
    // Not the best of too many: that would tell whose budget they fit.
    const matches = await this.database.repository(Match).find({ where: { offerId, isCurrent: true }, order: { id: 'desc' }, take: LIST_LIMIT });
    const open = new Map((await this.requestReader.openRequests(matches.map((m) => m.requestId))).map((request) => [request.id, request]));
    const views = matches.flatMap((match) => {
      const request = open.get(match.requestId);
      return request ? [{ ...this.view(match, actor), request: requestCard(request) }] : [];
    });
    // By the scores that this actor sees: the order would tell what they leave out.
    return views.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  }

  /** How many current matches requests have, counting offers that are still live: as the request's side sees them, so for its eyes only. */
  counts(requestIds: string[]): Promise<Map<string, number>> {
    return this.counted(requestIds, 'and not m.beyond_budget');
  }

  /** The same for everybody: whatever offers cost, as the number would tell a budget to whoever changes his price and looks again. */
  publicCounts(requestIds: string[]): Promise<Map<string, number>> {
    return this.counted(requestIds, '');
  }

  /** The same for offers, counting requests that are still open. */
  async countsOfOffers(offerIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ offer_id: string; n: number }>(
      `select m.offer_id, count(*)::int as n from match m join request_card q on q.id = m.request_id and q.state = 'open'
       where m.offer_id = any($1::uuid[]) and m.is_current and m.state <> 'dismissed' group by 1`,
      [offerIds],
    );
    return new Map(rows.map((row) => [row.offer_id, row.n]));
  }

  /** One match, for the parties and the brokers of both centres. */
  async get(actor: Actor, id: string): Promise<MatchView> {
    const match = await this.database.repository(Match).findOneBy({ id });
    if (!match) throw commonErrors.not_found();
    allow(canGiveFeedback(actor, match));
    return this.view(match, actor);
  }

  shortlist(actor: Actor, id: string): Promise<MatchView> {
    return this.change(actor, id, 'shortlisted', () => undefined);
  }

  async dismiss(actor: Actor, id: string, reason: string, note: string | null): Promise<MatchView> {
    this.taxonomy.requireValid([{ field: 'reason', scheme: 'dismissReason', codes: [reason] }]);
    return this.change(actor, id, 'dismissed', (match) => {
      Object.assign(match, { dismissReason: reason, dismissNote: note });
    });
  }

  async feedback(actor: Actor, id: string, verdict: string, note: string | null): Promise<MatchView> {
    this.taxonomy.requireValid([{ field: 'verdict', scheme: 'feedbackVerdict', codes: [verdict] }]);
    const match = await this.database.transaction(async (tx) => {
      const found = await this.lock(tx, actor, id, canGiveFeedback);
      await tx.query(
        `insert into match_verdict (id, match_id, account_id, verdict, note, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (match_id, account_id) do update set verdict = excluded.verdict, note = excluded.note, at = excluded.at`,
        [uuidv7(), id, actor.id, verdict, note, this.clock.now()],
      );
      await this.events.append(tx, actor, matchEvent('feedback_given', found, found.state));
      return found;
    });
    return this.view(match, actor);
  }

  /** Marks a match as introduced, inside the transaction that opens the connection. Throws `matching.not_open`, `matching.not_current`. */
  async introduce(tx: Tx, actor: Actor, id: string): Promise<Match> {
    const match = await this.lock(tx, actor, id, canBroker);
    // Held until the connection stands: neither side is withdrawn in between.
    const open = await this.requestReader.holdOpen(tx, [match.requestId]);
    const live = await this.offerReader.holdLive(tx, [match.offerId]);
    if (!open.has(match.requestId) || !live.has(match.offerId)) throw matchingErrors.not_open();
    // A broker has decided, so both sides see it.
    Object.assign(match, { beyondBudget: false, shownVersion: match.shownVersion ?? match.version + 1 });
    await this.move(tx, actor, match, 'introduced');
    return match;
  }

  private async counted(requestIds: string[], condition: string): Promise<Map<string, number>> {
    const rows = await this.database.query<{ request_id: string; n: number }>(
      `select m.request_id, count(*)::int as n from match m join offer_card o on o.id = m.offer_id and o.visibility = 'live'
       where m.request_id = any($1::uuid[]) and m.is_current and m.state <> 'dismissed' ${condition} group by 1`,
      [requestIds],
    );
    return new Map(rows.map((row) => [row.request_id, row.n]));
  }

  private async change(actor: Actor, id: string, to: 'shortlisted' | 'dismissed', more: (match: Match) => void): Promise<MatchView> {
    const match = await this.database.transaction(async (tx) => {
      const found = await this.lock(tx, actor, id, canBroker);
      more(found);
      await this.move(tx, actor, found, to);
      return found;
    });
    return this.view(match, actor);
  }

  private async lock(tx: Tx, actor: Actor, id: string, policy: (actor: Actor, match: Match) => Decision): Promise<Match> {
    const match = await tx.repository(Match).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!match) throw commonErrors.not_found();
    allow(policy(actor, match));
    return match;
  }

  private async move(tx: Tx, actor: Actor, match: Match, to: 'shortlisted' | 'introduced' | 'dismissed'): Promise<void> {
    const from = match.state;
    if (!FROM[to].includes(from)) throw commonErrors.wrong_state({ state: from });
    // A page may have been open since before a revision that no longer fits.
    if (!match.isCurrent) throw matchingErrors.not_current();
    Object.assign(match, { state: to, updatedAt: this.clock.now(), version: match.version + 1 });
    const { id, parts: _parts, ...columns } = match;
    await tx.repository(Match).update({ id }, columns);
    await this.events.append(tx, actor, matchEvent(`match_${to}`, match, from));
  }

  private view(match: Match, actor: Actor): MatchView {
    const knowsBudget = seesBudget(actor, match);
    const parts = knowsBudget ? match.parts : withoutBudget(match.parts);
    const { lang } = actor;
    return {
      id: match.id,
      score: knowsBudget ? match.score : scoreOf(parts),
      ruleVersion: match.ruleVersion,
      state: match.state,
      requestId: match.requestId,
      offerId: match.offerId,
      allowedActions: allowedOf(actor, match),
      reasons: parts.filter((part) => part.kind === 'reason').map((part) => this.reason(part, lang)),
      whyNots: parts.filter((part) => part.kind !== 'reason').map((part) => ({ ...this.reason(part, lang), hard: part.hard })),
    };
  }

  private reason(part: MatchPart, lang: Lang): MatchReason {
    const text = partText(part, lang, (scheme, code) => this.taxonomy.label(scheme, code, lang));
    return { part: part.part, code: part.code, params: part.params, text };
  }
}

const ACTIONS = { shortlist: 'shortlisted', dismiss: 'dismissed', introduce: 'introduced' } as const;

const allowedOf = (actor: Actor, match: Match): string[] => {
  const possible = Object.entries(ACTIONS).filter(([, to]) => match.isCurrent && FROM[to].includes(match.state)).map(([action]) => action);
  const brokered = isGranted(canBroker(actor, match)) ? possible : [];
  return isGranted(canGiveFeedback(actor, match)) ? [...brokered, 'feedback'] : brokered;
};

const requestCard = ({ id, slug, content, anonymous, organization }: OpenRequest): NonNullable<MatchView['request']> => ({
  id, slug, title: content.title, province: content.province, organization: anonymous ? null : organization,
});

const matchEvent = (verb: string, match: Match, from: string) =>
  event(
    `matching.${verb}.v1`,
    match.id,
    { matchId: match.id, requestId: match.requestId, offerId: match.offerId },
    { version: match.version, organizationId: match.requestOrganizationId, centreId: match.demandCentreId, from, to: match.state },
  );
