import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `saved_search.last_run_at` is no longer used; it stays for processes of the release before and goes with a later migration. */
export class SavedSearchHits20261125132000 implements MigrationInterface {
  name = 'SavedSearchHits20261125132000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_search_hit (
        saved_search_id uuid not null references saved_search (id) on delete cascade,
        offer_id uuid not null references offer (id),
        at timestamptz not null default now(),
        primary key (saved_search_id, offer_id)
      );
      create index saved_search_hit_offer on saved_search_hit (offer_id);
      create index saved_search_hit_latest on saved_search_hit (saved_search_id, at desc);
      create view saved_search_card as select id, account_id, name as title, frequency from saved_search;
      comment on view saved_search_card is 'Published read interface of search: whose a saved search is and how he calls it, for notices.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
