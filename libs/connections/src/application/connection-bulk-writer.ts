import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

export interface BulkConnection {
  id: string;
  offerId: string;
  requestId: string | null;
  supplierId: string;
  buyerId: string;
  supplyCentreId: string;
  demandCentreId: string;
  state: 'introduced' | 'confirmed' | 'concluded';
  openedAt: Date;
  confirmedAt: Date | null;
  outcome: { outcome: string; valueMin: number | null; valueMax: number | null } | null;
}

/** Writes the history of many connections at once, without events. */
@Injectable()
export class ConnectionBulkWriter {
  async write(tx: Tx, connections: BulkConnection[]): Promise<void> {
    const json = JSON.stringify(connections);
    await tx.query(
      `insert into connection (id, offer_id, request_id, supplier_id, buyer_id, supply_centre_id, demand_centre_id, state, opened_at, confirmed_at)
       select id, "offerId", "requestId", "supplierId", "buyerId", "supplyCentreId", "demandCentreId", state, "openedAt", "confirmedAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "offerId" uuid, "requestId" uuid, "supplierId" uuid, "buyerId" uuid, "supplyCentreId" uuid,
         "demandCentreId" uuid, state text, "openedAt" timestamptz, "confirmedAt" timestamptz)`,
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
       select gen_random_uuid(), id, outcome->>'outcome', (outcome->>'valueMin')::bigint, (outcome->>'valueMax')::bigint, "confirmedAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, outcome jsonb, "confirmedAt" timestamptz) where outcome->>'outcome' is not null`,
      [json],
    );
  }
}
