import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, Clock, Database, Logger } from '@app/platform';

const FLUSH_MS = 5_000;
const HOUR_MS = 3_600_000;
const BOT = /bot|crawl|spider|slurp|preview|curl|wget|python|monitor/i;

/** Counts views of offers in memory and adds them to their hour every few seconds; bots and staff are left out. */
@Injectable()
export class ViewCounter implements OnApplicationShutdown {
  private counts = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  count(offerId: string, actor: Actor, userAgent: string | undefined): void {
    if (actor.isStaff || !userAgent || BOT.test(userAgent)) return;
    this.counts.set(offerId, (this.counts.get(offerId) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  /** Views of offers so far, those of the last seconds left out. */
  async totals(offerIds: string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ offer_id: string; n: number }>(
      'select offer_id, sum(views)::float8 as n from view_bucket where offer_id = any($1::uuid[]) group by 1',
      [offerIds],
    );
    return new Map(rows.map((row) => [row.offer_id, row.n]));
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = this.counts;
    if (counts.size === 0) return;
    this.counts = new Map();
    const hour = new Date(Math.floor(this.clock.now().getTime() / HOUR_MS) * HOUR_MS);
    try {
      await this.database.query(
        `insert into view_bucket as v (offer_id, hour, views) select o, $2, n from unnest($1::uuid[], $3::int[]) as r(o, n) order by o
         on conflict (offer_id, hour) do update set views = v.views + excluded.views`,
        [[...counts.keys()], hour, [...counts.values()]],
      );
    } catch (error) {
      this.logger.warn('views could not be written, kept for the next time', { error: (error as Error).message });
      for (const [id, n] of counts) this.counts.set(id, (this.counts.get(id) ?? 0) + n);
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }
}
