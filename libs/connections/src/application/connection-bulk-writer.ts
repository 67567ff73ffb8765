import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

export interface BulkConnection {
  id: string;
  offerId: string;
  requestId: string | null;
  matchId: string | null;
  supplierId: string;
  buyerId: string;
  supplyCentreId: string;
  demandCentreId: string;
  state: 'enquired' | 'introduced' | 'confirmed' | 'concluded';
  openedAt: Date;
  confirmedAt: Date | null;
  /** When the outcome was recorded; follow-ups count from here. */
  concludedAt: Date | null;
  outcome: { outcome: string; valueMin: number | null; valueMax: number | null } | null;
  openedBy: string | null;
  /** How the thread begins: the broker's introduction, or the buyer's question. */
  message: { side: 'centre' | 'demand'; text: string } | null;
  version: number;
}

/** Writes the history of many connections at once, without events. */
@Injectable()
export class ConnectionBulkWriter {
  async write(tx: Tx, connections: BulkConnection[]): Promise<void> {
    const json = JSON.stringify(connections);
    await tx.query(
      `insert into connection (id, offer_id, request_id, match_id, supplier_id, buyer_id, supply_centre_id, demand_centre_id, state, opened_by, opened_at, confirmed_at, version)
       select id, "offerId", "requestId", "matchId", "supplierId", "buyerId", "supplyCentreId", "demandCentreId", state, "openedBy", "openedAt", "confirmedAt", version
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "offerId" uuid, "requestId" uuid, "matchId" uuid, "supplierId" uuid, "buyerId" uuid, "supplyCentreId" uuid,
         "demandCentreId" uuid, state text, "openedBy" uuid, "openedAt" timestamptz, "confirmedAt" timestamptz, version int)`,
      [json],
    );
    await tx.query(
      `insert into connection_message (id, connection_id, account_id, side, text, at)
       select gen_random_uuid(), id, "openedBy", message->>'side', message->>'text', "openedAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "openedBy" uuid, "openedAt" timestamptz, message jsonb) where message->>'text' is not null`,
      [json],
    );
    await tx.query(
      `insert into connection_confirmation (connection_id, side, at)
       select id, side, "confirmedAt" from jsonb_to_recordset($1::jsonb) as r(id uuid, "confirmedAt" timestamptz), unnest(array['supply', 'demand']) as side
       where "confirmedAt" is not null`,
      [json],
    );
    await tx.query(
      `insert into connection_outcome (id, connection_id, outcome, value_min, value_max, at)
       select gen_random_uuid(), id, outcome->>'outcome', (outcome->>'valueMin')::bigint, (outcome->>'valueMax')::bigint, "concludedAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, outcome jsonb, "concludedAt" timestamptz) where outcome->>'outcome' is not null`,
      [json],
    );
    // Those whose day has passed were made.
    await tx.query(
      `insert into follow_up (connection_id, due, done_at)
       select id, due::date, case when due <= now() then due end
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "concludedAt" timestamptz), unnest(array['3 months', '6 months', '12 months']::interval[]) as after,
         lateral (select "concludedAt" + after as due) d
       where "concludedAt" is not null`,
      [json],
    );
  }
}
