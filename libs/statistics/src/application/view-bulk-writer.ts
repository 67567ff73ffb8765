import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

export interface BulkViews {
  offerId: string;
  hour: Date;
  views: number;
}

/** Writes views of past hours at once. An hour of an offer may stand in it once. */
@Injectable()
export class ViewBulkWriter {
  async write(tx: Tx, buckets: BulkViews[]): Promise<void> {
    await tx.query(
      `insert into view_bucket (offer_id, hour, views) select * from unnest($1::uuid[], $2::timestamptz[], $3::int[])`,
      [buckets.map((b) => b.offerId), buckets.map((b) => b.hour), buckets.map((b) => b.views)],
    );
  }
}
