import { Injectable } from '@nestjs/common';
import { type LiveOffer, OfferReader } from '@app/catalog';
import { Actor, breather, Clock, event, EventStore, type Tx, uuidv7 } from '@app/platform';
import { type OpenRequest, RequestReader } from '@app/requests';
import { CandidateScan, EmbeddedEngine, IndexFeeder, IndexingService } from '@app/search';
import type { OfferFacts, RequestFacts, TermStatistics, WeightedTerm } from '../domain/match-facts.js';
import { RULE_VERSION, type Scored, scoreMatch } from '../domain/match-scoring.js';
import { heaviestTerms } from '../domain/request-terms.js';

const CANDIDATES = 300;
const REQUEST_PAGE = 500;
/** Offers of which the facts are kept at hand while many requests are compared. */
const KEPT_OFFERS = 5_000;

/** A public revision, by its number. */
interface Revision {
  id: string;
  revision: number;
}

interface PairIds {
  request: { id: string };
  offer: { id: string };
}

/** An offer without its content. */
type OfferHead = Pick<LiveOffer, 'id' | 'revision' | 'organizationId' | 'centreId'>;

interface Pair extends PairIds {
  request: OpenRequest;
  offer: OfferHead;
  scored: Scored;
}

interface WrittenMatch {
  id: string;
  request_id: string;
  offer_id: string;
  /** The request's side sees it for the first time. */
  is_new: boolean;
}

/** Compares requests and offers, both ways, and keeps what passes the floor. */
@Injectable()
export class MatchFinder {
  constructor(
    private readonly requests: RequestReader,
    private readonly offers: OfferReader,
    private readonly engine: EmbeddedEngine,
    private readonly indexing: IndexingService,
    private readonly feeder: IndexFeeder,
    private readonly scan: CandidateScan,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * A new or changed request looks for offers. Matches that no longer hold lose their currency; nothing does when the request has changed
   * since it was read, as its own event compares it anew.
   */
  async forRequest(tx: Tx, requestId: string): Promise<void> {
    // A request and an offer that appear at the same time must not miss each other.
    await this.indexing.catchUp();
    await this.feeder.wake();
    const [request] = await this.requests.openRequests([requestId], tx);
    if (!request) return this.leave(tx, requestId);
    const facts = this.requestFacts(request);
    const terms = heaviestTerms(facts.titleTerms, facts.needTerms, this.statistics());
    const candidates = this.engine.index.candidates(terms, CANDIDATES);
    const offers = await this.offers.liveOffers(candidates.map((c) => c.id), tx);
    const pairs = offers
      .filter((offer) => offer.organizationId !== request.organizationId)
      .map((offer) => ({ request, offer, scored: scoreMatch(facts, terms, this.offerFacts(offer)) }))
      .filter(({ scored }) => scored.passes);
    if ((await this.requests.holdOpen(tx, [requestId])).get(requestId) !== request.revision) return;
    await this.keep(tx, pairs, 'request');
    await this.retire(tx, `m.request_id = $1 and m.request_revision < $2`, [requestId, request.revision]);
    await this.retireUnfit(tx, [request], offers, pairs);
  }

  private async leave(tx: Tx, requestId: string): Promise<void> {
    if ((await this.requests.holdOpen(tx, [requestId])).size === 0) await this.retire(tx, 'm.request_id = $1', [requestId]);
  }

  /**
   * What many open requests match, written as of a time and without events: for history that is loaded in bulk. Reads the documents that
   * the transaction sees, in memory that does not grow with them. Answers the matches that each request's side may see, best first.
   */
  async forHistory(tx: Tx, requestIds: string[], at: Date, progress: (done: number) => void): Promise<Map<string, { matchId: string; offerId: string }[]>> {
    const found = new Map<string, { matchId: string; offerId: string }[]>();
    const known = new Map<string, { offer: OfferHead; facts: OfferFacts }>();
    for (const { request, facts, terms, ids, wanted } of await this.historicNeeds(tx, requestIds)) {
      if (known.size > KEPT_OFFERS) known.clear();
      for (const offer of await this.offers.liveOffers(ids.filter((id) => !known.has(id)), tx)) known.set(offer.id, { offer: headOf(offer), facts: onlyOf(wanted, this.offerFacts(offer)) });
      const pairs = ids
        .flatMap((id) => known.get(id) ?? [])
        .filter(({ offer }) => offer.organizationId !== request.organizationId)
        .map(({ offer, facts: offered }) => ({ request, offer, scored: scoreMatch(facts, terms, offered) }))
        .filter(({ scored }) => scored.passes)
        .sort((a, b) => b.scored.score - a.scored.score);
      const rows = await this.write(tx, pairs, at);
      const matchOf = new Map(rows.filter((row) => row.is_new).map((row) => [row.offer_id, row.id]));
      found.set(request.id, pairs.flatMap(({ offer }) => (matchOf.has(offer.id) ? [{ matchId: matchOf.get(offer.id)!, offerId: offer.id }] : [])));
      progress(found.size);
    }
    return found;
  }

  /** Requests with the offers that may answer them. */
  private async historicNeeds(tx: Tx, requestIds: string[]): Promise<{ request: OpenRequest; facts: RequestFacts; terms: WeightedTerm[]; ids: string[]; wanted: ReadonlyMap<string, string> }[]> {
    const requests = await this.requests.openRequests(requestIds, tx);
    const facts = requests.map((request) => this.requestFacts(request));
    const statistics = await this.scan.statistics(new Set(facts.flatMap(({ titleTerms, needTerms }) => [...titleTerms, ...needTerms])), tx);
    const needs = facts.map(({ titleTerms, needTerms }) => heaviestTerms(titleTerms, needTerms, statistics));
    const candidates = await this.scan.candidates(needs, CANDIDATES, tx);
    const wanted = new Map(needs.flatMap((terms) => terms.map(({ term }) => [term, term])));
    return requests.map((request, i) => ({ request, facts: facts[i], terms: needs[i], ids: candidates[i].map(({ id }) => id), wanted }));
  }

  /** Approved or changed offers look for open requests. */
  async forOffers(tx: Tx, offerIds: string[]): Promise<void> {
    // Their own words have a weight only when the index knows them.
    await this.indexing.catchUpOn(offerIds);
    await this.feeder.bring(offerIds);
    const offers = await this.offers.liveOffers(offerIds, tx);
    const breathe = breather();
    const facts: OfferFacts[] = [];
    for (const offer of offers) {
      facts.push(this.offerFacts(offer));
      await breathe();
    }
    const statistics = this.statistics();
    const compared: Revision[] = [];
    const passed: PairIds[] = [];
    for (let after: string | null = null; offers.length > 0; ) {
      const ids: string[] = await this.requests.openIds(after, REQUEST_PAGE);
      if (ids.length === 0) break;
      after = ids.at(-1)!;
      const pairs: Pair[] = [];
      for (const request of await this.requests.openRequests(ids, tx)) {
        compared.push({ id: request.id, revision: request.revision });
        const wanted = this.requestFacts(request);
        const terms = heaviestTerms(wanted.titleTerms, wanted.needTerms, statistics);
        offers.forEach((offer, i) => {
          if (offer.organizationId === request.organizationId) return;
          const scored = scoreMatch(wanted, terms, facts[i]);
          if (!scored.passes) return;
          pairs.push({ request, offer, scored });
          passed.push({ request: { id: request.id }, offer: { id: offer.id } });
        });
        await breathe();
      }
      await this.keep(tx, pairs, 'offer');
    }
    const live = await this.offers.holdLive(tx, offerIds);
    const read = new Set(offers.map(({ id }) => id));
    await this.retire(tx, 'm.offer_id = any($1::uuid[])', [offerIds.filter((id) => !read.has(id) && !live.has(id))]);
    await this.retireUnfit(tx, compared, offers.filter(({ id, revision }) => live.get(id) === revision), passed);
  }

  /** Writes matches; one event for each request with the new ones, so that nobody hears of a match twice. */
  private async keep(tx: Tx, pairs: Pair[], trigger: 'request' | 'offer'): Promise<void> {
    const rows = await this.write(tx, await this.unchanged(tx, pairs), this.clock.now());
    const fresh = rows.filter((row) => row.is_new);
    for (const request of new Map(pairs.map(({ request: r }) => [r.id, r])).values()) {
      const own = fresh.filter((row) => row.request_id === request.id);
      if (own.length === 0) continue;
      const data = { requestId: request.id, organizationId: request.organizationId, trigger, matchIds: own.map((r) => r.id), offerIds: own.map((r) => r.offer_id) };
      await this.events.append(tx, Actor.system(), event('matching.matches_found.v1', request.id, data, { organizationId: request.organizationId, centreId: request.centreId }));
    }
  }

  /**
   * Leaves out pairs of which one side has left or has another public revision since it was read: its own event compares it anew, and
   * may have done so already. The others stay as they are until the transaction ends, so that their next event sees what is written here.
   */
  private async unchanged(tx: Tx, pairs: Pair[]): Promise<Pair[]> {
    const open = await this.requests.holdOpen(tx, [...new Set(pairs.map(({ request }) => request.id))]);
    const live = await this.offers.holdLive(tx, [...new Set(pairs.map(({ offer }) => offer.id))]);
    return pairs.filter(({ request, offer }) => open.get(request.id) === request.revision && live.get(offer.id) === offer.revision);
  }

  private async write(tx: Tx, pairs: Pair[], at: Date): Promise<WrittenMatch[]> {
    if (pairs.length === 0) return [];
    return tx.query<WrittenMatch>(
      `insert into match as m (id, request_id, offer_id, request_organization_id, offer_organization_id, demand_centre_id, supply_centre_id,
         state, score, rule_version, parts, request_revision, offer_revision, beyond_budget, shown_version, created_at, updated_at)
       select id, request_id, offer_id, request_organization_id, offer_organization_id, demand_centre_id, supply_centre_id,
         'suggested', score, ${RULE_VERSION}, parts, request_revision, offer_revision, beyond_budget, case when not beyond_budget then 1 end, $2, $2
       from jsonb_to_recordset($1::jsonb) as r(id uuid, request_id uuid, offer_id uuid, request_organization_id uuid, offer_organization_id uuid,
         demand_centre_id uuid, supply_centre_id uuid, score real, parts jsonb, request_revision int, offer_revision int, beyond_budget boolean)
       order by request_id, offer_id
       on conflict (request_id, offer_id) do update set score = excluded.score, rule_version = excluded.rule_version, parts = excluded.parts,
         request_revision = excluded.request_revision, offer_revision = excluded.offer_revision, is_current = true,
         beyond_budget = excluded.beyond_budget and m.state <> 'introduced',
         shown_version = coalesce(m.shown_version, case when not excluded.beyond_budget then m.version + 1 end), updated_at = $2, version = m.version + 1
       returning id, request_id, offer_id, shown_version is not distinct from version as is_new`,
      [JSON.stringify(pairs.map(rowOf)), at],
    );
  }

  /**
   * Matches of what was compared that did not pass. Another may have compared a later revision meanwhile, or what was not there yet: his
   * matches stay. The offers, or else the request, must be held.
   */
  private async retireUnfit(tx: Tx, requests: Revision[], offers: Revision[], passed: PairIds[]): Promise<void> {
    await this.retire(
      tx,
      `m.request_id = any($1::uuid[]) and m.offer_id = any($3::uuid[])
       and exists (select 1 from unnest($1::uuid[], $2::int[]) as r(id, revision) where r.id = m.request_id and r.revision >= m.request_revision)
       and exists (select 1 from unnest($3::uuid[], $4::int[]) as o(id, revision) where o.id = m.offer_id and o.revision >= m.offer_revision)
       and not exists (select 1 from unnest($5::uuid[], $6::uuid[]) as p(request_id, offer_id) where p.request_id = m.request_id and p.offer_id = m.offer_id)`,
      [
        requests.map(({ id }) => id), requests.map(({ revision }) => revision), offers.map(({ id }) => id), offers.map(({ revision }) => revision),
        passed.map(({ request }) => request.id), passed.map(({ offer }) => offer.id),
      ],
    );
  }

  private async retire(tx: Tx, condition: string, params: unknown[]): Promise<void> {
    await tx.query(
      `update match m set is_current = false, updated_at = $${params.length + 1}, version = version + 1 where m.is_current and m.state <> 'introduced' and ${condition}`,
      [...params, this.clock.now()],
    );
  }

  private statistics(): TermStatistics {
    return this.engine.index.termStatistics();
  }

  private analyse(text: string): string[] {
    return this.engine.index.analyse(text);
  }

  private requestFacts({ content }: OpenRequest): RequestFacts {
    const { fields, province, budgetMax, trlMin, transferModes, quantities } = content;
    return { titleTerms: this.analyse(content.title), needTerms: this.analyse(content.need), texts: [content.title, content.need], fields, province, budgetMax, trlMin, transferModes, quantities };
  }

  private offerFacts({ content }: LiveOffer): OfferFacts {
    const titleTerms = new Set(this.analyse(`${content.title} . ${content.keywords.join(' . ')} . ${content.en?.title ?? ''}`));
    const text = [content.summary, content.description, content.en?.summary ?? '', content.en?.description ?? ''].join(' . ');
    const { fields, province, trl, transferModes, price, specs } = content;
    return { terms: new Set([...titleTerms, ...this.analyse(text)]), titleTerms, fields, province, trl, transferModes, price, quantities: specs };
  }
}

const headOf = ({ id, revision, organizationId, centreId }: LiveOffer): OfferHead => ({ id, revision, organizationId, centreId });

/** Without the terms that no request asks for, which take most of the memory; each of the others is one text for all offers. */
const onlyOf = (wanted: ReadonlyMap<string, string>, facts: OfferFacts): OfferFacts => {
  const kept = (terms: ReadonlySet<string>): Set<string> => new Set([...terms].flatMap((name) => wanted.get(name) ?? []));
  return { ...facts, terms: kept(facts.terms), titleTerms: kept(facts.titleTerms) };
};

const rowOf = ({ request, offer, scored }: Pair): object => ({
  id: uuidv7(), request_id: request.id, offer_id: offer.id, request_organization_id: request.organizationId,
  offer_organization_id: offer.organizationId, demand_centre_id: request.centreId, supply_centre_id: offer.centreId,
  score: scored.score, parts: scored.parts, beyond_budget: scored.beyondBudget, request_revision: request.revision, offer_revision: offer.revision,
});
