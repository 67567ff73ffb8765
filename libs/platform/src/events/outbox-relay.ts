import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { type NewJob, Queues } from '../jobs/queues.js';
import { HANDLER_KEPT } from './event-audit.js';
import { EventHandlers, type QueueName } from './on-event.decorator.js';

const BATCH = 500;
const RESEND_AFTER = '2 minutes';

const OWN = 'select type, handler from unnest($1::text[], $2::text[]) as r(type, handler)';
/** Whether handler `e` has neither done outbox row `o` nor given it up as a dead letter. */
const IS_OWED = `not exists (select 1 from handled h where h.event_id = o.event_id and h.handler = e.handler)
             and not exists (select 1 from dead_letter d where d.event_id = o.event_id and d.handler = e.handler and d.resolved_at is null)`;

/** The job of one event and one handler. */
export const EVENT_JOB = 'event';

interface OutboxItem {
  event_id: string;
  type: string;
}

/**
 * Carries events from the outbox to the queues. Rows are taken with `for update skip locked`, never by "id greater than
 * the last seen": the order of sequences is not the order of commits. A row stays until every handler has left its mark,
 * so a queue that is lost whole loses nothing; handlers of another release that runs beside this one count too.
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

  /** Removes what every handler has done, and sends again what was sent long ago without the mark of a handler of this release. */
  async sweep(): Promise<{ pruned: number; resent: number }> {
    return this.database.transaction(async (tx) => {
      const pruned = await this.prune(tx);
      const items = await tx.query<OutboxItem>(
        `with expected as (${OWN})
         select event_id, type from outbox o where sent_at < now() - interval '${RESEND_AFTER}'
           and exists (select 1 from expected e where e.type = o.type and ${IS_OWED})
         order by created_at limit ${BATCH} for update skip locked`,
        this.own(),
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
    const rows = await tx.query(
      `with own as (${OWN}),
       expected as (
         select type, handler, 0 as after_sequence from own union all
         select unnest(types), name, after_sequence from event_handler
         where name <> all(select handler from own) and seen_at >= now() - interval '${HANDLER_KEPT}'),
       done as (
         select o.event_id from outbox o join event on event.id = o.event_id where o.sent_at is not null and not exists (
           select 1 from expected e where e.type = o.type and event.sequence > e.after_sequence and ${IS_OWED})
         limit 5000 for update of o skip locked)
       delete from outbox using done where outbox.event_id = done.event_id returning 1`,
      this.own(),
    );
    return rows.length;
  }

  /** Types and names of this release's handlers, as `OWN` takes them. */
  private own(): [types: string[], names: string[]] {
    const pairs = this.handlers.all().flatMap(({ name, types }) => types.map((type) => ({ type, name })));
    return [pairs.map(({ type }) => type), pairs.map(({ name }) => name)];
  }
}
