import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { type NewJob, Queues } from '../jobs/queues.js';
import { EventHandlers, type QueueName } from './on-event.decorator.js';

const BATCH = 500;
const RESEND_AFTER = '2 minutes';

/** The job of one event and one handler. */
export const EVENT_JOB = 'event';

interface OutboxItem {
  event_id: string;
  type: string;
}

/**
 * Carries events from the outbox to the queues. Rows are taken with `for update skip locked`, never by "id greater than
 * the last seen": the order of sequences is not the order of commits. A row stays until every handler has left its mark,
 * so a queue that is lost whole loses nothing.
 */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly queues: Queues,
  ) {}

  /** Sends what has not been sent. Answers how many events; call again while it is not 0. */
  async sendPending(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const items = await tx.query<OutboxItem>(
        `select event_id, type from outbox where sent_at is null order by created_at limit ${BATCH} for update skip locked`,
      );
      await this.send(tx, items);
      return items.length;
    });
  }

  /** Removes what every handler has done, and sends again what was sent long ago without a mark. */
  async sweep(): Promise<{ pruned: number; resent: number }> {
    return this.database.transaction(async (tx) => {
      const pruned = await this.prune(tx);
      const items = await tx.query<OutboxItem>(
        `select event_id, type from outbox where sent_at < now() - interval '${RESEND_AFTER}'
         order by created_at limit ${BATCH} for update skip locked`,
      );
      await this.send(tx, items);
      return { pruned, resent: items.length };
    });
  }

  /** How many events still wait for a handler. */
  async pending(): Promise<number> {
    await this.database.transaction((tx) => this.prune(tx));
    const [row] = await this.database.query<{ n: number }>('select count(*)::int as n from outbox');
    return row.n;
  }

  private async send(tx: Tx, items: OutboxItem[]): Promise<void> {
    if (items.length === 0) return;
    const jobs: Record<QueueName, NewJob[]> = { interactive: [], bulk: [] };
    for (const item of items) {
      for (const handler of this.handlers.of(item.type)) {
        jobs[handler.queue].push({
          name: EVENT_JOB,
          id: `${item.event_id}.${handler.name}`,
          data: { eventId: item.event_id, handler: handler.name },
          late: handler.late,
        });
      }
    }
    for (const queue of ['interactive', 'bulk'] as const) {
      if (jobs[queue].length > 0) await this.queues.add(queue, jobs[queue]);
    }
    await tx.query('update outbox set sent_at = now() where event_id = any($1::uuid[])', [items.map((i) => i.event_id)]);
  }

  private async prune(tx: Tx): Promise<number> {
    const expected = new Map<string, string[]>();
    for (const handler of this.handlers.all()) {
      for (const type of handler.types) expected.set(type, [...(expected.get(type) ?? []), handler.name]);
    }
    const known = [...expected].flatMap(([type, names]) => names.map((name) => ({ type, name })));
    const rows = await tx.query(
      `with expected as (select type, handler from unnest($1::text[], $2::text[]) as e(type, handler)),
       done as (
         select o.event_id from outbox o where o.sent_at is not null and not exists (
           select 1 from expected e where e.type = o.type
             and not exists (select 1 from handled h where h.event_id = o.event_id and h.handler = e.handler)
             and not exists (select 1 from dead_letter d where d.event_id = o.event_id and d.handler = e.handler and d.resolved_at is null))
         limit 5000 for update skip locked)
       delete from outbox using done where outbox.event_id = done.event_id returning 1`,
      [known.map((k) => k.type), known.map((k) => k.name)],
    );
    return rows.length;
  }
}
