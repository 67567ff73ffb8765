import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { EventHandlers } from './on-event.decorator.js';

/** An event and a handler that should have left its mark, and has not. */
export interface UnhandledEvent {
  eventId: string;
  type: string;
  handler: string;
}

const LIMIT = 10_000;
/** Marks are kept for a day longer. */
const LOOKED_BACK = '29 days';

/** Compares the event log with the handled marks. */
@Injectable()
export class EventAudit {
  constructor(private readonly database: Database) {}

  /** Ids of events that still wait in the outbox for at least one handler, the oldest first. */
  async pending(): Promise<string[]> {
    const rows = await this.database.query<{ event_id: string }>(
      `select event_id from outbox o where exists (
         select 1 from event e join event_handler h on e.type = any(h.types) where e.id = o.event_id
           and not exists (select 1 from handled d where d.event_id = e.id and d.handler = h.name)
           and not exists (select 1 from dead_letter l where l.event_id = e.id and l.handler = h.name and l.resolved_at is null))
         or (o.sent_at is null and not exists (select 1 from event_handler))
       order by created_at`,
    );
    return rows.map((row) => row.event_id);
  }

  /**
   * Marks that are missing although nothing waits any more. A handler is asked only for events since it came into being.
   * History that a command has loaded in bulk was never to be handled: it has no mark at all.
   */
  async unhandled(): Promise<UnhandledEvent[]> {
    return this.database.query<UnhandledEvent>(
      `select e.id as "eventId", e.type, h.name as handler
       from event_handler h join event e on e.type = any(h.types) and e.sequence > h.after_sequence
       where e.at > now() - interval '${LOOKED_BACK}'
         and not exists (select 1 from handled d where d.event_id = e.id and d.handler = h.name)
         and not exists (select 1 from outbox o where o.event_id = e.id)
         and not exists (select 1 from dead_letter l where l.event_id = e.id and l.handler = h.name and l.resolved_at is null)
         and (e.origin <> 'cli' or exists (select 1 from handled d where d.event_id = e.id))
       order by e.sequence limit ${LIMIT}`,
    );
  }

  /** Puts events into the outbox again; handlers that have done their work once do not do it twice. */
  async sendAgain(eventIds: string[]): Promise<void> {
    if (eventIds.length === 0) return;
    await this.database.query(
      `insert into outbox (event_id, type) select id, type from event where id = any($1::uuid[])
       on conflict (event_id) do update set sent_at = null`,
      [[...new Set(eventIds)]],
    );
    await this.database.query(`select pg_notify('outbox', '')`);
  }
}

/** Every worker says so often that its handlers are there; what nobody has said for `HANDLER_KEPT` has left with its release. */
export const HANDLER_SEEN_EVERY_MS = 60_000;
export const HANDLER_KEPT = '10 minutes';

/** Writes down which handlers the releases that run have; a new one is asked for nothing that was before it. */
@Injectable()
export class HandlerRegistry {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
  ) {}

  async register(): Promise<void> {
    const all = this.handlers.all().map(({ name, types }) => ({ name, types }));
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into event_handler (name, types, after_sequence) select name, types, (select coalesce(max(sequence), 0) from event)
         from jsonb_to_recordset($1::jsonb) as r(name text, types text[])
         order by name on conflict (name) do update set types = excluded.types, seen_at = now()`,
        [JSON.stringify(all)],
      );
      await tx.query(`delete from event_handler where seen_at < now() - interval '${HANDLER_KEPT}'`);
    });
  }
}
