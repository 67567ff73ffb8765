import { Injectable } from '@nestjs/common';
import { OfferReader } from '@app/catalog';
import { MatchService } from '@app/matching';
import { type Actor, Clock, commonErrors, Database, event, EventStore, invalidFields, isUuid, type Page, type PageRequest, type Tx, uuidv7 } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { ConnectionConfirmation, ConnectionMessage, ConnectionOutcome, FollowUp } from '../data/connection.entities.js';
import { ConnectionReader, type ConnectionView } from '../data/connection.reader.js';
import { Connection, followUpDays, type Side, sideOf } from '../domain/connection.js';
import { connectionErrors } from '../domain/connections.errors.js';

/** Brings supply and demand together and keeps what became of it. */
@Injectable()
export class ConnectionService {
  constructor(
    private readonly database: Database,
    private readonly reader: ConnectionReader,
    private readonly offers: OfferReader,
    private readonly matches: MatchService,
    private readonly taxonomy: TaxonomyService,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: PageRequest): Promise<Page<ConnectionView>> {
    return this.reader.list(actor, query);
  }

  get(actor: Actor, id: string): Promise<ConnectionView> {
    return this.reader.get(actor, id);
  }

  connectedBuyers(supplierId: string): Promise<number> {
    return this.reader.connectedBuyers(supplierId);
  }

  idsByMatch(matchIds: string[]): Promise<Map<string, string>> {
    return this.reader.idsByMatch(matchIds);
  }

  /** A buyer asks about an offer. Throws `connections.already_open`, `connections.own_offer`. */
  async enquire(actor: Actor, offerId: string, message: string): Promise<ConnectionView> {
    if (!isUuid(offerId)) throw commonErrors.not_found();
    const buyer = actor.memberships.find((m) => m.kind === 'enterprise');
    if (!buyer) throw commonErrors.forbidden();
    const id = await this.database.transaction(async (tx) => {
      const [offer] = await this.offers.liveOffers([offerId], tx);
      if (!offer) throw commonErrors.not_found();
      if (actor.memberOf(offer.organizationId)) throw connectionErrors.own_offer();
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`${offerId} ${buyer.organizationId}`]);
      const open = await tx.query(
        `select 1 from connection where offer_id = $1 and buyer_id = $2 and state in ('enquired', 'introduced', 'confirmed')`,
        [offerId, buyer.organizationId],
      );
      if (open.length > 0) throw connectionErrors.already_open();
      return this.open(tx, actor, {
        offerId, requestId: null, matchId: null, supplierId: offer.organizationId, buyerId: buyer.organizationId,
        supplyCentreId: offer.centreId, demandCentreId: buyer.centreId, state: 'enquired',
      }, message, 'demand');
    });
    return this.get(actor, id);
  }

  /** A broker introduces the two sides of a match. */
  async introduce(actor: Actor, matchId: string, message: string): Promise<ConnectionView> {
    const id = await this.database.transaction(async (tx) => {
      const match = await this.matches.introduce(tx, actor, matchId);
      return this.open(tx, actor, {
        offerId: match.offerId, requestId: match.requestId, matchId, supplierId: match.offerOrganizationId, buyerId: match.requestOrganizationId,
        supplyCentreId: match.supplyCentreId, demandCentreId: match.demandCentreId, state: 'introduced',
      }, message, 'centre');
    });
    return this.get(actor, id);
  }

  /** Each side confirms once; pressed again it changes nothing. The second side makes the connection count. */
  confirm(actor: Actor, id: string): Promise<ConnectionView> {
    return this.change(actor, id, async (tx, connection) => {
      const side = partyOf(actor, connection);
      const repository = tx.repository(ConnectionConfirmation);
      const before = new Set((await repository.findBy({ connectionId: id })).map((c) => c.side));
      if (before.has(side)) return;
      connection.assert('confirm');
      const now = this.clock.now();
      await repository.insert({ connectionId: id, side, accountId: actor.id, at: now });
      const from = connection.state;
      const counts = connection.confirm(new Set([...before, side]), now);
      await this.save(tx, connection);
      await this.append(tx, actor, counts ? 'connection_confirmed' : 'side_confirmed', connection, from, { side });
    });
  }

  decline(actor: Actor, id: string, reason: string): Promise<ConnectionView> {
    return this.change(actor, id, async (tx, connection) => {
      const side = partyOf(actor, connection);
      const from = connection.state;
      connection.decline(reason, this.clock.now());
      await this.save(tx, connection);
      await this.append(tx, actor, 'connection_declined', connection, from, { side });
    });
  }

  post(actor: Actor, id: string, text: string): Promise<ConnectionView> {
    return this.change(actor, id, async (tx, connection) => {
      connection.assert('message');
      const side = sideOf(actor, connection)!;
      const messageId = await this.writeMessage(tx, actor, connection.id, side, text);
      await this.save(tx, connection);
      await this.append(tx, actor, 'message_posted', connection, connection.state, { side, messageId });
    });
  }

  async outcome(actor: Actor, id: string, input: { outcome: string; valueMin: number | null; valueMax: number | null; note: string | null }): Promise<ConnectionView> {
    this.taxonomy.requireValid([{ field: 'outcome', scheme: 'connectionOutcome', codes: [input.outcome] }]);
    if (input.valueMin !== null && input.valueMax !== null && input.valueMin > input.valueMax) {
      throw invalidFields([{ field: 'valueMax', code: 'reversed', message: 'Giá trị cao nhất nhỏ hơn thấp nhất. / The highest value is below the lowest.' }]);
    }
    return this.change(actor, id, async (tx, connection) => {
      const from = connection.state;
      connection.conclude();
      const now = this.clock.now();
      await tx.repository(ConnectionOutcome).insert({ id: uuidv7(), connectionId: id, side: sideOf(actor, connection)!, ...input, accountId: actor.id, at: now });
      if (from === 'confirmed') await this.planFollowUps(tx, id, now);
      await this.save(tx, connection);
      await this.append(tx, actor, 'outcome_recorded', connection, from, { outcome: input.outcome });
    });
  }

  private async open(
    tx: Tx,
    actor: Actor,
    facts: Pick<Connection, 'offerId' | 'requestId' | 'matchId' | 'supplierId' | 'buyerId' | 'supplyCentreId' | 'demandCentreId' | 'state'>,
    message: string,
    side: Side | 'centre',
  ): Promise<string> {
    const connection = Object.assign(new Connection(), {
      ...facts, id: uuidv7(), openedBy: actor.id, openedAt: this.clock.now(), confirmedAt: null, declinedAt: null, declineReason: null, version: 1,
    });
    await tx.repository(Connection).insert(connection);
    await this.writeMessage(tx, actor, connection.id, side, message);
    await this.append(tx, actor, 'connection_opened', connection, null, { side, state: connection.state });
    return connection.id;
  }

  /** Lock, outsiders see nothing, then the rule. */
  private async change(actor: Actor, id: string, rule: (tx: Tx, connection: Connection) => Promise<void>): Promise<ConnectionView> {
    await this.database.transaction(async (tx) => {
      const connection = await tx.repository(Connection).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!connection || sideOf(actor, connection) === null) throw commonErrors.not_found();
      await rule(tx, connection);
    });
    return this.get(actor, id);
  }

  private async save(tx: Tx, connection: Connection): Promise<void> {
    connection.version++;
    const { id, ...columns } = connection;
    await tx.repository(Connection).update({ id }, columns);
  }

  private async writeMessage(tx: Tx, actor: Actor, connectionId: string, side: Side | 'centre', text: string): Promise<string> {
    const id = uuidv7();
    await tx.repository(ConnectionMessage).insert({ id, connectionId, accountId: actor.id, side, text, at: this.clock.now() });
    return id;
  }

  private async planFollowUps(tx: Tx, connectionId: string, now: Date): Promise<void> {
    const dues = followUpDays(now).map((due) => ({ connectionId, due, doneAt: null }));
    await tx.repository(FollowUp).upsert(dues, ['connectionId', 'due']);
  }

  private async append(tx: Tx, actor: Actor, verb: string, connection: Connection, from: string | null, more: Record<string, string>): Promise<void> {
    const { id, offerId, requestId, supplierId, buyerId, demandCentreId, version, state } = connection;
    const data = { connectionId: id, offerId, requestId, supplierId, buyerId, ...more };
    const context = { version, organizationId: buyerId, centreId: demandCentreId, from, to: state };
    await this.events.append(tx, actor, event(`connections.${verb}.v1`, id, data, context));
  }
}

const partyOf = (actor: Actor, connection: Connection): Side => {
  const side = sideOf(actor, connection);
  if (side === 'supply' || side === 'demand') return side;
  throw connectionErrors.only_parties();
};
