import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Caller, Clock, Database, HourBuckets, isCounted, Logger } from '@app/platform';

interface Views {
  offerId: string;
  views: number;
}

/** Counts views of offers by the hour; bots and staff are left out. */
@Injectable()
export class ViewCounter implements OnApplicationShutdown {
  private readonly buckets: HourBuckets<Views>;

  constructor(
    private readonly database: Database,
    clock: Clock,
    logger: Logger,
  ) {
    this.buckets = new HourBuckets(clock, logger, {
      name: 'views',
      keyOf: ({ offerId }) => offerId,
      sum: (a, b) => ({ ...a, views: a.views + b.views }),
      write: (hour, rows) => this.write(hour, rows),
    });
  }

  count(offerId: string, caller: Caller): void {
    if (isCounted(caller)) this.buckets.add({ offerId, views: 1 });
  }

  /** Views of offers so far, those of the last seconds left out. */
  async totals(offerIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ offer_id: string; n: number }>(
      'select offer_id, sum(views)::float8 as n from view_bucket where offer_id = any($1::uuid[]) group by 1',
      [offerIds],
    );
    return new Map(rows.map((row) => [row.offer_id, row.n]));
  }

  flush(): Promise<void> {
    return this.buckets.flush();
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private write(hour: Date, rows: Views[]): Promise<unknown> {
    return this.database.query(
      `insert into view_bucket as v (offer_id, hour, views) select o, $2, n from unnest($1::uuid[], $3::int[]) as r(o, n)
       on conflict (offer_id, hour) do update set views = v.views + excluded.views`,
      [rows.map((row) => row.offerId), hour, rows.map((row) => row.views)],
    );
  }
}
