import { Injectable } from '@nestjs/common';
import { type Actor, commonErrors, Database, offsetOf, type Page, pageOf, type PageRequest } from '@app/platform';
import { allowedActions, Connection, type ConnectionState, type Side, sideOf } from '../domain/connection.js';

interface Card {
  id: string;
  slug: string;
  name: string;
}

export interface ConnectionView {
  id: string;
  offerId: string;
  requestId?: string;
  state: ConnectionState;
  version: number;
  offer: { id: string; slug: string; title: string };
  request?: { id: string; slug: string; title: string };
  supplier: Card;
  /** Absent for the supply side and its centre while an anonymous buyer has not confirmed together with it. */
  buyer?: Card;
  side: Side | 'centre';
  confirmations: { side: Side; at: string }[];
  allowedActions: string[];
  messages?: { id: string; side: string; text: string; at: string }[];
  /** `note` is null for the other party: what a side or a centre notes is not said to everybody. */
  outcomes?: { side: string; outcome: string; valueMin: number | null; valueMax: number | null; note: string | null; at: string }[];
  declineReason: string | null;
  createdAt: string;
  confirmedAt: string | null;
}

type Row = Record<string, unknown> & {
  id: string;
  request_id: string | null;
  opened_at: Date;
  confirmed_at: Date | null;
  confirmations: { side: Side; at: string }[];
};

const SELECT = `
  select n.*, json_build_object('id', o.id, 'slug', o.slug, 'title', o.title) as offer,
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as supplier,
    json_build_object('id', b.id, 'slug', b.slug, 'name', b.name) as buyer,
    (select json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) from request_card q where q.id = n.request_id) as request,
    coalesce((select q.anonymous from request_card q where q.id = n.request_id), false) as is_anonymous,
    (select coalesce(json_agg(json_build_object('side', c.side, 'at', c.at) order by c.at), '[]'::json)
     from connection_confirmation c where c.connection_id = n.id) as confirmations
  from connection n join offer_card o on o.id = n.offer_id
  join organization_card s on s.id = n.supplier_id join organization_card b on b.id = n.buyer_id`;

// A party of it, or staff of one of its two centres; administrators see all.
const VISIBLE = `($1::boolean or n.supplier_id = any($2::uuid[]) or n.buyer_id = any($2::uuid[]) or n.supply_centre_id = $3 or n.demand_centre_id = $3)`;

const scopeOf = (actor: Actor): [boolean, string[], string | null] => [
  actor.isAdmin || actor.isSystem,
  actor.memberships.map((m) => m.organizationId),
  actor.isStaff ? actor.centreId : null,
];

@Injectable()
export class ConnectionReader {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, request: PageRequest): Promise<Page<ConnectionView>> {
    const window = [request.size, offsetOf(request)];
    const rows = await this.database.query<Row>(`${SELECT} where ${VISIBLE} order by n.id desc limit $4 offset $5`, [...scopeOf(actor), ...window]);
    const [count] = await this.database.query<{ n: number }>(`select count(*)::int as n from connection n where ${VISIBLE}`, scopeOf(actor));
    return pageOf(rows.map((row) => this.view(row, actor)), count.n, request);
  }

  /** With its thread and outcomes. Throws `common.not_found` for outsiders. */
  async get(actor: Actor, id: string): Promise<ConnectionView> {
    const [row] = await this.database.query<Row>(`${SELECT} where ${VISIBLE} and n.id = $4`, [...scopeOf(actor), id]);
    if (!row) throw commonErrors.not_found();
    const messages = await this.database.query<{ id: string; side: string; text: string; at: Date }>(
      'select id, side, text, at from connection_message where connection_id = $1 order by id limit 500',
      [id],
    );
    const outcomes = await this.database.query<{ side: string; outcome: string; value_min: string | null; value_max: string | null; note: string | null; at: Date }>(
      'select side, outcome, value_min, value_max, note, at from connection_outcome where connection_id = $1 order by id desc limit 100',
      [id],
    );
    const view = this.view(row, actor);
    return {
      ...view,
      messages: messages.map((m) => ({ ...m, at: m.at.toISOString() })),
      outcomes: outcomes.map((o) => ({
        side: o.side, outcome: o.outcome, valueMin: numberOf(o.value_min), valueMax: numberOf(o.value_max),
        note: view.side === 'centre' || view.side === o.side ? o.note : null, at: o.at.toISOString(),
      })),
    };
  }

  /** How many organizations a supplier has been connected with: both sides have confirmed. */
  async connectedBuyers(supplierId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'select count(distinct buyer_id)::int as n from connection where supplier_id = $1 and confirmed_at is not null',
      [supplierId],
    );
    return row.n;
  }

  /** Connections that came from matches. */
  async idsByMatch(matchIds: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; match_id: string }>('select id, match_id from connection where match_id = any($1::uuid[])', [matchIds]);
    return new Map(rows.map((row) => [row.match_id, row.id]));
  }

  private view(row: Row, actor: Actor): ConnectionView {
    const connection = Object.assign(new Connection(), {
      supplierId: row['supplier_id'], buyerId: row['buyer_id'], supplyCentreId: row['supply_centre_id'], demandCentreId: row['demand_centre_id'], state: row['state'],
    });
    const confirmed = new Set(row.confirmations.map((c) => c.side));
    const side = sideOf(actor, connection) ?? 'centre';
    const knowsBuyer = side === 'demand' || (side === 'centre' && actor.actsFor(connection.demandCentreId));
    const isNamed = knowsBuyer || !row['is_anonymous'] || row.confirmed_at !== null;
    return {
      id: row.id,
      offerId: row['offer_id'] as string,
      ...(row.request_id ? { requestId: row.request_id, request: row['request'] as { id: string; slug: string; title: string } } : {}),
      state: row['state'] as ConnectionState,
      version: row['version'] as number,
      offer: row['offer'] as ConnectionView['offer'],
      supplier: row['supplier'] as Card,
      ...(isNamed ? { buyer: row['buyer'] as Card } : {}),
      side,
      confirmations: row.confirmations.map(({ side, at }) => ({ side, at: new Date(at).toISOString() })),
      allowedActions: allowedActions(actor, connection, confirmed),
      declineReason: row['decline_reason'] as string | null,
      createdAt: row.opened_at.toISOString(),
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
    };
  }
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));
