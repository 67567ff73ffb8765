import type { INestApplicationContext } from '@nestjs/common';
import { OfferBulkWriter } from '@app/catalog';
import { ConnectionBulkWriter } from '@app/connections';
import { AccountService } from '@app/identity';
import { MatchFinder } from '@app/matching';
import { NoticeBulkWriter, type PastNotice } from '@app/notifications';
import { CentreService, OrganizationBulkWriter, OrganizationService } from '@app/organizations';
import { Database, EventStore, type Tx } from '@app/platform';
import { RequestBulkWriter } from '@app/requests';
import { IndexFeeder, IndexingService } from '@app/search';
import { type BulkViews, ViewBulkWriter } from '@app/statistics';
import { type DemoAccounts, DemoAccountMaker } from './accounts.js';
import { Catalogue, type OfferFacts } from './catalogue.js';
import { centresOf } from './centres.js';
import { connectionsOf, type DemoConnection } from './connection-history.js';
import { type DemoRequest, requestsOf } from './demand.js';
import { FloorHistory } from './floor-history.js';
import { INTRODUCED_OFFER } from './hand-written.js';
import { HistoryLog } from './history-log.js';
import { contentOf } from './offer-content.js';
import { type DemoOrganization, type DemoSupplier, enterprisesOf, OWN_CENTRE, suppliersOf } from './organizations.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { type UnpublishedOffer, unpublishedOffers } from './review-queue.js';
import { viewBuckets, ViewShares } from './views.js';

export interface Progress {
  offers(done: number): void;
  matches(done: number, total: number): void;
}

export interface LoadedDemo {
  catalogue: Catalogue;
  requests: DemoRequest[];
}

const BATCH = 500;
const DAY_MS = 86_400_000;
/** The longest time that an offer took from its first draft to its approval. */
const LONGEST_REVIEW_MS = 12 * DAY_MS;
/** The evening before the day of loading, when everything that can match is there; then the broker's introduction. */
const MATCHED_BEFORE_MS = 6.9 * 3_600_000;
const INTRODUCED_BEFORE_MS = 6.6 * 3_600_000;
/** One load at a time. */
const DEMO_LOCK = 7_305_003;
const TABLES = ['offer', 'offer_revision', 'offer_specification', 'search_document', 'event', 'view_bucket', 'match', 'request', 'request_revision', 'connection', 'organization'];

/**
 * Writes a whole floor with its history in ONE transaction: a load that is cut off leaves nothing behind, so that no start can
 * take half a floor for a whole one.
 */
export class DemoLoader {
  private readonly suppliers: DemoSupplier[];
  private readonly enterprises: DemoOrganization[];
  private readonly catalogue: Catalogue;
  private readonly centreIds = new Map<string, string>();
  private accounts: DemoAccounts;
  private history: FloorHistory;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly plan: Plan,
    private readonly password: string,
    private readonly progress: Progress,
  ) {
    this.suppliers = suppliersOf(plan);
    this.enterprises = enterprisesOf(plan);
    this.catalogue = new Catalogue(plan, this.suppliers);
  }

  /** Answers null when `isEmpty` says that there is a floor already. */
  async load(isEmpty: (tx: Tx) => Promise<boolean>): Promise<LoadedDemo | null> {
    const database = this.app.get(Database);
    // The own centre may be made by every process that asks for it; made here first, it is simply there.
    const own = await this.app.get(CentreService).own();
    this.centreIds.set(OWN_CENTRE, own.id);
    const requests = requestsOf(this.plan, this.catalogue, this.enterprises);
    const done = await database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
      if (!(await isEmpty(tx))) return false;
      await this.write(tx, requests);
      return true;
    });
    if (!done) return null;
    await database.query(`analyze ${TABLES.join(', ')}`);
    return { catalogue: this.catalogue, requests };
  }

  private async write(tx: Tx, requests: DemoRequest[]): Promise<void> {
    await this.writePeople(tx);
    const log = new HistoryLog(this.app.get(EventStore), this.plan.seed);
    this.history = new FloorHistory(log, this.accounts, (province) => this.centre(province), this.owners());
    const connections = connectionsOf(this.plan, this.catalogue, this.enterprises, requests);
    const unpublished = unpublishedOffers(this.plan, this.suppliers);
    requests.forEach((request) => this.history.request(request));
    connections.forEach((connection) => this.history.connection(connection));
    unpublished.forEach((offer) => this.history.unpublished(offer));
    await this.writeOffers(tx, log);
    await this.writeUnpublished(tx, unpublished);
    await this.writeRequests(tx, requests);
    await this.writeConnections(tx, connections);
    await this.findMatches(tx, requests);
    await log.flush(tx, null);
    await tx.query('insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', ['demo', JSON.stringify({ size: this.plan.size, seed: this.plan.seed, day: this.plan.today })]);
  }

  private async writePeople(tx: Tx): Promise<void> {
    const centres = centresOf(this.plan.seed, this.plan.start);
    await this.app.get(CentreService).add(tx, centres);
    centres.forEach(({ province, id }) => this.centreIds.set(province, id));
    const organizations = [...this.suppliers, ...this.enterprises].map(({ centre, ...rest }) => ({ ...rest, centreId: this.centre(centre) }));
    await this.app.get(OrganizationBulkWriter).write(tx, organizations);
    const [[supplier, supplier2], [enterprise, enterprise2]] = [this.suppliers, this.enterprises];
    const maker = new DemoAccountMaker(this.app.get(AccountService), this.app.get(OrganizationService), this.password);
    this.accounts = await maker.make(tx, { own: this.centre(OWN_CENTRE), other: this.centre('86') }, { supplier, supplier2, enterprise, enterprise2 });
  }

  private owners(): Map<string, string> {
    const { supplier, supplier2, enterprise, enterprise2 } = this.accounts;
    const [[first, second], [third, fourth]] = [this.suppliers, this.enterprises];
    return new Map([[first.id, supplier], [second.id, supplier2], [third.id, enterprise], [fourth.id, enterprise2]]);
  }

  private async writeOffers(tx: Tx, log: HistoryLog): Promise<void> {
    const [writer, indexing, views] = [this.app.get(OfferBulkWriter), this.app.get(IndexingService), this.app.get(ViewBulkWriter)];
    const { plan, catalogue } = this;
    const shares = new ViewShares(plan, (index) => 1 - index / plan.size);
    for (let from = 0; from < plan.size; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, plan.size - from) }, (_unused, i) => catalogue.facts(from + i));
      await writer.write(tx, batch.map((facts) => this.bulkOffer(facts)));
      await indexing.refresh(tx, batch.map(({ id }) => id));
      const buckets: BulkViews[] = batch.flatMap((facts) => viewBuckets(facts, shares.next(facts.index), plan));
      await views.write(tx, buckets);
      batch.forEach((facts) => this.history.offer(facts));
      await log.flush(tx, new Date(batch[0].at.getTime() - LONGEST_REVIEW_MS));
      this.progress.offers(from + batch.length);
    }
  }

  private bulkOffer(facts: OfferFacts): Parameters<OfferBulkWriter['write']>[1][number] {
    const { id, code, supplier, at } = facts;
    return { id, code, organizationId: supplier.id, centreId: this.centre(supplier.centre), content: contentOf(facts, this.plan), state: 'approved', at, version: 3 };
  }

  private async writeUnpublished(tx: Tx, offers: UnpublishedOffer[]): Promise<void> {
    const version = { draft: 1, submitted: 2, returned: 3 };
    await this.app.get(OfferBulkWriter).write(tx, offers.map(({ supplier, ...offer }) => ({ ...offer, organizationId: supplier.id, centreId: this.centre(supplier.centre), version: version[offer.state] })));
  }

  private async writeRequests(tx: Tx, requests: DemoRequest[]): Promise<void> {
    const version = { open: 3, closed: 4, submitted: 2 };
    await this.app.get(RequestBulkWriter).write(tx, requests.map(({ id, code, enterprise, content, anonymous, state, outcome, at, closedAt }) => ({
      id, code, organizationId: enterprise.id, centreId: this.centre(enterprise.centre), content, anonymous, state, outcome, at, closedAt, version: version[state],
    })));
  }

  private async writeConnections(tx: Tx, connections: DemoConnection[]): Promise<void> {
    await this.app.get(ConnectionBulkWriter).write(tx, connections.map(({ connection, offer, buyer }) => ({
      ...connection, supplyCentreId: this.centre(offer.supplier.centre), demandCentreId: this.centre(buyer.centre), openedBy: null,
    })));
  }

  /** By the same code that matches while the floor runs, over the documents that this transaction has written. */
  private async findMatches(tx: Tx, requests: DemoRequest[]): Promise<void> {
    this.app.get(IndexFeeder).stop();
    const at = new Date(this.plan.today.getTime() - MATCHED_BEFORE_MS);
    const open = requests.filter(({ state }) => state === 'open');
    const found = await this.app.get(MatchFinder).forHistory(tx, open.map(({ id }) => id), at, (done) => this.progress.matches(done, open.length));
    const told = open.flatMap((request) => this.history.matches(request, found.get(request.id) ?? [], at));
    const introduced = await this.introduce(tx, open[0], found.get(open[0].id) ?? []);
    await this.app.get(NoticeBulkWriter).write(tx, [...this.history.notices, ...told, ...introduced]);
  }

  /** enterprise@ and supplier@ have been introduced to one another and have not confirmed yet. */
  private async introduce(tx: Tx, request: DemoRequest, pairs: { matchId: string; offerId: string }[]): Promise<PastNotice[]> {
    const offer = this.catalogue.facts(INTRODUCED_OFFER);
    const matchId = pairs.find(({ offerId }) => offerId === offer.id)?.matchId ?? null;
    const at = new Date(this.plan.today.getTime() - INTRODUCED_BEFORE_MS);
    const [supplier, buyer] = [this.suppliers[0], this.enterprises[0]];
    const id = new Random(this.plan.seed, 'introduction').id(at);
    await this.app.get(ConnectionBulkWriter).write(tx, [{
      id, offerId: offer.id, requestId: request.id, matchId, supplierId: supplier.id, buyerId: buyer.id, supplyCentreId: this.centre(OWN_CENTRE), demandCentreId: this.centre(OWN_CENTRE),
      state: 'introduced', openedBy: this.accounts.broker, openedAt: at, confirmedAt: null, concludedAt: null, outcome: null, version: 1,
      message: { side: 'centre', text: 'Chị Xoàn cần sấy 2 tấn xoài một ngày, điện 1 pha; buồng sấy của anh Lộc đốt trấu viên, đúng cỡ. Mời hai bên xác nhận để hẹn xem máy tại xưởng.' },
    }]);
    if (matchId) await tx.query(`update match set state = 'introduced', version = version + 1, updated_at = $2 where id = $1`, [matchId, at]);
    return this.history.introduction({ id, request, offer, matchId, at });
  }

  private centre(province: string): string {
    return this.centreIds.get(province)!;
  }
}
