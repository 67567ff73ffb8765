import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EventsAndOutbox20261124000100 implements MigrationInterface {
  name = 'EventsAndOutbox20261124000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation (key text primary key, value jsonb not null);
      insert into installation values ('id', to_jsonb(gen_random_uuid()::text));

      create table event (
        sequence bigint generated always as identity primary key,
        id uuid not null unique,
        type text not null,
        version int not null,
        subject uuid not null,
        actor uuid,
        organization uuid,
        centre uuid,
        at timestamptz not null,
        from_state text,
        to_state text,
        origin text not null,
        data jsonb not null
      );
      create index event_subject on event (subject, sequence desc);
      create index event_actor on event (actor, sequence desc) where actor is not null;
      create index event_type on event (type, sequence desc);
      create index event_centre on event (centre, sequence desc);
      create index event_at on event (at);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger event_append_only before update or delete on event for each row execute function refuse_change();
      create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

      create table outbox (
        event_id uuid primary key references event (id),
        type text not null,
        created_at timestamptz not null default clock_timestamp(),
        sent_at timestamptz
      );
      create index outbox_unsent on outbox (created_at) where sent_at is null;
      create index outbox_sent on outbox (sent_at) where sent_at is not null;

      create table handled (
        event_id uuid not null,
        handler text not null,
        at timestamptz not null default now(),
        primary key (event_id, handler)
      );
      create index handled_age on handled (at);

      create table dead_letter (
        id bigint generated always as identity primary key,
        event_id uuid,
        handler text not null,
        job text not null,
        data jsonb not null,
        error text not null,
        failed_at timestamptz not null default now(),
        resolved_at timestamptz
      );
      create index dead_letter_event on dead_letter (event_id, handler);
      create index dead_letter_open on dead_letter (failed_at) where resolved_at is null;

      create table idempotency_key (
        account_id uuid not null,
        route text not null,
        key text not null,
        body_hash text not null,
        committed boolean not null default false,
        status int,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (account_id, route, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
