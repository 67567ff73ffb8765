import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search20261124000700 implements MigrationInterface {
  name = 'Search20261124000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_document (
        offer_id uuid primary key references offer (id),
        version int not null,
        written_in xid8 not null default pg_current_xact_id(),
        removed boolean not null default false,
        document jsonb,
        updated_at timestamptz not null default now()
      );
      create index search_document_written on search_document (written_in, offer_id);
      comment on column search_document.written_in is 'Has a meaning in this cluster only: a restore must leave it to its default.';

      create table saved_search (
        id uuid primary key,
        account_id uuid not null references account (id),
        name text not null,
        query text not null,
        frequency text not null,
        created_at timestamptz not null default now(),
        last_run_at timestamptz,
        version int not null default 1
      );
      create index saved_search_account on saved_search (account_id, id desc);

      create table synonym (
        id uuid primary key,
        terms text[] not null,
        created_at timestamptz not null default now(),
        created_by uuid references account (id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
