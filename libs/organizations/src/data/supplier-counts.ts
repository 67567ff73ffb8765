import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';

/** How many live offers suppliers have, through the catalog's published view. */
@Injectable()
export class SupplierCounts {
  constructor(private readonly database: Database) {}

  async liveOffers(organizationIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ organization_id: string; n: number }>(
      `select organization_id, count(*)::int as n from offer_card where visibility = 'live' and organization_id = any($1::uuid[]) group by 1`,
      [organizationIds],
    );
    return new Map(rows.map((row) => [row.organization_id, row.n]));
  }
}
