import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts20261124000200 implements MigrationInterface {
  name = 'Accounts20261124000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        email text not null,
        password_hash text,
        lang text not null default 'vi' check (lang in ('vi', 'en')),
        roles text[] not null default '{}',
        centre_id uuid,
        blocked_at timestamptz,
        failed_logins int not null default 0,
        locked_until timestamptz,
        created_at timestamptz not null default now(),
        version int not null default 1
      );
      create unique index account_email on account (lower(email));
      create index account_centre on account (centre_id);

      create table person (
        id uuid primary key,
        account_id uuid unique references account (id),
        name text,
        phone text,
        erased_at timestamptz
      );

      create table session (
        token_hash bytea primary key,
        id uuid not null unique,
        account_id uuid not null references account (id),
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_account on session (account_id);
      create index session_expiry on session (expires_at);

      create table account_token (
        token_hash bytea primary key,
        account_id uuid not null references account (id),
        purpose text not null check (purpose in ('verify-email', 'reset-password', 'invite')),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index account_token_account on account_token (account_id);

      create table second_factor (
        id uuid primary key,
        account_id uuid not null references account (id),
        kind text not null check (kind in ('totp', 'passkey', 'recovery-code')),
        secret bytea not null,
        created_at timestamptz not null default now(),
        confirmed_at timestamptz,
        last_used_at timestamptz
      );
      create index second_factor_account on second_factor (account_id);

      create table consent (
        id uuid primary key,
        person_id uuid not null references person (id),
        purpose text not null,
        text_version text not null,
        given_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        origin text not null
      );
      create index consent_person on consent (person_id, purpose);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
