import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Every } from './on-job.decorator.js';

const EVERY_MS = 3_600_000;
const BATCH = 5_000;

/** What was searched for in one hour only may be what one person looked for, and tells nobody what many do. */
const SEARCHED_ONCE = `hour < now() - interval '30 days' and not exists (
  select from search_query_bucket other where other.query = search_query_bucket.query and other.hour <> search_query_bucket.hour)`;

/** What has served its time, by the column that tells the age. Marks stay for long, as a job may come very late. */
const OLD_ROWS: readonly { table: string; where: string }[] = [
  { table: 'idempotency_key', where: `created_at < now() - interval '24 hours'` },
  { table: 'handled', where: `at < now() - interval '30 days' and not exists (select 1 from outbox o where o.event_id = handled.event_id)` },
  { table: 'dead_letter', where: `resolved_at < now() - interval '90 days'` },
  { table: 'search_query_bucket', where: `hour < now() - interval '400 days'` },
  { table: 'search_query_bucket', where: SEARCHED_ONCE },
  { table: 'session', where: `expires_at < now() - interval '30 days'` },
];

/** Removes rows that nobody will ask for again, a few thousand at a time. */
@Injectable()
export class HousekeepingJob {
  constructor(private readonly database: Database) {}

  @Every(EVERY_MS)
  async run(): Promise<void> {
    for (const { table, where } of OLD_ROWS) while ((await this.removeSome(table, where)) === BATCH);
  }

  private async removeSome(table: string, where: string): Promise<number> {
    const rows = await this.database.query(`delete from ${table} where ctid in (select ctid from ${table} where ${where} limit ${BATCH}) returning 1`);
    return rows.length;
  }
}
