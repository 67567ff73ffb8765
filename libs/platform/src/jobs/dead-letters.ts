import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { QueueName } from '../events/on-event.decorator.js';
import { Queues } from './queues.js';

/** A job that is not tried again, until a person says so. */
export interface DeadLetter {
  id: string;
  job: string;
  handler: string;
  eventId: string | null;
  /** The event's type and subject, where it is an event's job. */
  type: string | null;
  subject: string | null;
  error: string;
  failedAt: Date;
}

interface Row extends DeadLetter {
  queue: QueueName;
  data: Record<string, unknown>;
}

export interface NewDeadLetter {
  eventId?: string | null;
  handler: string;
  /** The job that does the work when a person sends it again, with these data. */
  job: string;
  queue: QueueName;
  data: Record<string, unknown>;
  error: string;
}

const LIMIT = 1_000;

// The outbox let the event go because of its letter: it holds it again, sent, until the handler has run or failed for good.
const CLOSE = `
  with closed as (update dead_letter set resolved_at = now() where id = $1 returning event_id)
  insert into outbox (event_id, type, sent_at)
  select e.id, e.type, now() from closed join event e on e.id = closed.event_id
  on conflict do nothing`;

@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
  ) {}

  /** Keeps work that is not tried again by itself. */
  async bury({ eventId = null, handler, job, queue, data, error }: NewDeadLetter): Promise<void> {
    await this.database.query(
      `insert into dead_letter (event_id, handler, job, queue, data, error) values ($1, $2, $3, $4, $5, $6)`,
      [eventId, handler, job, queue, JSON.stringify(data), error.slice(0, 2000)],
    );
  }

  /** Whether such work waits for a person already. */
  async holds(job: string, data: Record<string, unknown>): Promise<boolean> {
    const rows = await this.database.query('select 1 from dead_letter where resolved_at is null and job = $1 and data = $2 limit 1', [job, JSON.stringify(data)]);
    return rows.length > 0;
  }

  /** Those that wait for a person, the latest first, at most 1,000. */
  async list(): Promise<DeadLetter[]> {
    return (await this.open(null)).map(({ queue: _queue, data: _data, ...letter }) => letter);
  }

  async count(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>('select count(*)::int as n from dead_letter where resolved_at is null');
    return row.n;
  }

  /** Sends these (or all) to their queues again. One that fails again becomes a new dead letter. Answers how many. */
  async retry(ids: string[] | 'all'): Promise<number> {
    const rows = await this.open(ids === 'all' ? null : ids);
    for (const { id, queue, job, data } of rows) {
      // Added before it is marked: a crash between the two sends it twice, which is safe, rather than never.
      await this.queues.add(queue, [{ name: job, data, id: `again.${id}` }]);
      await this.database.query(CLOSE, [id]);
    }
    return rows.length;
  }

  private open(ids: string[] | null): Promise<Row[]> {
    return this.database.query<Row>(
      `select d.id, d.job, d.handler, d.event_id as "eventId", e.type, e.subject, d.error, d.failed_at as "failedAt", d.queue, d.data
       from dead_letter d left join event e on e.id = d.event_id
       where d.resolved_at is null and ($1::bigint[] is null or d.id = any($1::bigint[])) order by d.failed_at desc limit ${LIMIT}`,
      [ids],
    );
  }
}
