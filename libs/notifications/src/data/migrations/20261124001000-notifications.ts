import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications20261124001000 implements MigrationInterface {
  name = 'Notifications20261124001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid primary key,
        account_id uuid not null references account (id),
        kind text not null check (kind in ('match', 'moderation', 'enquiry', 'connection', 'message', 'savedSearch', 'system')),
        dedupe_key text not null,
        template text not null,
        params jsonb not null,
        request_id uuid,
        match_ids uuid[] not null default '{}',
        offer_ids uuid[] not null default '{}',
        created_at timestamptz not null default now(),
        read_at timestamptz,
        unique (account_id, dedupe_key)
      );
      create index notification_account on notification (account_id, id desc);
      create index notification_unread on notification (account_id) where read_at is null;
      create index notification_request on notification (account_id, request_id, id desc) where request_id is not null;

      create table notified_match (
        account_id uuid not null references account (id),
        match_id uuid not null references match (id),
        channel text not null check (channel in ('app', 'mail')),
        notification_id uuid not null references notification (id),
        at timestamptz not null default now(),
        primary key (account_id, match_id, channel)
      );
      create index notified_match_match on notified_match (match_id);
      create index notified_match_notification on notified_match (notification_id);

      create table delivery (
        id uuid primary key,
        notification_id uuid not null references notification (id),
        account_id uuid not null references account (id),
        channel text not null check (channel in ('mail')),
        message_id text not null unique,
        state text not null check (state in ('waiting', 'claimed', 'sent', 'unknown', 'failed', 'skipped', 'joined')),
        frequency text not null check (frequency in ('at-once', 'daily', 'weekly')),
        joined_to uuid references delivery (id),
        due_at timestamptz not null,
        claimed_at timestamptz,
        sent_at timestamptz,
        attempts int not null default 0,
        error text,
        match_ids uuid[] not null default '{}',
        offer_ids uuid[] not null default '{}',
        created_at timestamptz not null default now()
      );
      create index delivery_due on delivery (due_at) where state in ('waiting', 'claimed');
      create index delivery_joined on delivery (joined_to) where joined_to is not null;
      create index delivery_notification on delivery (notification_id);
      create index delivery_account on delivery (account_id, id desc);

      create table notification_preference (
        account_id uuid not null references account (id),
        kind text not null,
        channel text not null check (channel in ('app', 'mail')),
        frequency text not null check (frequency in ('at-once', 'daily', 'weekly', 'never')),
        primary key (account_id, kind, channel)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
