import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/database.js';
import type { Actor, Origin } from '../kernel/actor.js';
import type { DomainEvent, EventData } from '../kernel/domain-event.js';

/** An event of history that is loaded in bulk: who and when are part of it. */
export interface PastEvent extends DomainEvent<EventData> {
  actor: string | null;
  at: Date;
}

/** The one way into the event log: each event is written with its outbox row by the transaction that made it true. */
@Injectable()
export class EventStore {
  constructor(private readonly clock: Clock) {}

  async append(tx: Tx, actor: Actor, ...events: DomainEvent<EventData>[]): Promise<void> {
    if (events.length === 0) return;
    await this.write(tx, actor, events);
    await tx.query(
      `insert into outbox (event_id, type) select * from unnest($1::uuid[], $2::text[])`,
      [events.map((e) => e.id), events.map((e) => e.type)],
    );
    await tx.query(`select pg_notify('outbox', '')`);
  }

  /** History that is loaded in bulk (demo, import): logged, but nobody is told. */
  async appendSilently(tx: Tx, actor: Actor, ...events: DomainEvent<EventData>[]): Promise<void> {
    if (events.length > 0) await this.write(tx, actor, events);
  }

  /** History with its own times and actors, in the order given: logged, but nobody is told. */
  async appendHistory(tx: Tx, origin: Origin, events: PastEvent[]): Promise<void> {
    if (events.length > 0) await this.insert(tx, origin, events);
  }

  private write(tx: Tx, actor: Actor, events: DomainEvent<EventData>[]): Promise<void> {
    const at = this.clock.now();
    return this.insert(tx, actor.origin, events.map((e) => ({ ...e, actor: actor.id, at })));
  }

  private async insert(tx: Tx, origin: Origin, events: PastEvent[]): Promise<void> {
    const rows = events.map((e) => ({
      id: e.id,
      type: e.type,
      version: e.version,
      subject: e.subject,
      actor: e.actor,
      organization: e.organizationId,
      centre: e.centreId,
      at: e.at,
      from_state: e.from,
      to_state: e.to,
      origin,
      data: e.data,
    }));
    await tx.query(
      `insert into event (id, type, version, subject, actor, organization, centre, at, from_state, to_state, origin, data)
       select id, type, version, subject, actor, organization, centre, at, from_state, to_state, origin, data
       from jsonb_to_recordset($1::jsonb) as r(id uuid, type text, version int, subject uuid, actor uuid, organization uuid,
         centre uuid, at timestamptz, from_state text, to_state text, origin text, data jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}
