import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Tx } from '../database/database.js';
import type { RecordedEvent } from '../kernel/domain-event.js';
import { EventRow } from './event.entity.js';
import { EventHandlers, type RegisteredHandler } from './on-event.decorator.js';

/** Runs one handler for one event, once: the handled mark, not the queue, is the truth that it has run. */
@Injectable()
export class EventRunner {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
  ) {}

  async run(eventId: string, handlerName: string): Promise<'done' | 'already'> {
    const handler = this.handlers.named(handlerName);
    if (!handler) throw new Error(`No handler ${handlerName} in this process`);
    if (await isHandled(this.database, eventId, handlerName)) return 'already';
    const event = await this.load(eventId);
    return handler.transactional ? this.inOneTransaction(handler, event) : this.thenMark(handler, event);
  }

  private inOneTransaction(handler: RegisteredHandler, event: RecordedEvent): Promise<'done' | 'already'> {
    return this.database.transaction(async (tx) => {
      // The mark comes first: a second run of the same pair waits here, then finds it.
      if (!(await mark(tx, event.id, handler.name))) return 'already';
      await handler.run(event as RecordedEvent<never>, tx);
      return 'done';
    });
  }

  private async thenMark(handler: RegisteredHandler, event: RecordedEvent): Promise<'done'> {
    await handler.run(event as RecordedEvent<never>, undefined as never);
    await mark(this.database, event.id, handler.name);
    return 'done';
  }

  private async load(id: string): Promise<RecordedEvent> {
    const row = await this.database.repository(EventRow).findOneByOrFail({ id });
    return { ...row, organizationId: row.organization, centreId: row.centre, data: row.data as RecordedEvent['data'] };
  }
}

const mark = async (db: Reader | Tx, eventId: string, handler: string): Promise<boolean> => {
  const rows = await db.query(
    'insert into handled (event_id, handler) values ($1, $2) on conflict do nothing returning 1',
    [eventId, handler],
  );
  return rows.length === 1;
};

const isHandled = async (db: Reader, eventId: string, handler: string): Promise<boolean> =>
  (await db.query('select 1 from handled where event_id = $1 and handler = $2', [eventId, handler])).length > 0;
