import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who had saved a search several times keeps the eldest of those that tell him most often, with what all of them found. A query may be
 * longer than an index entry, so that its digest stands for it.
 */
export class SavedSearchesOnce20261126051000 implements MigrationInterface {
  name = 'SavedSearchesOnce20261126051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Processes of the release before go on meanwhile.
      lock table saved_search in share row exclusive mode;
      create temporary table merged on commit drop as
        select id, kept from (
          select id, first_value(id) over (
            partition by account_id, query order by array_position(array['at-once', 'daily', 'weekly'], frequency) nulls last, created_at, id
          ) as kept from saved_search
        ) as ranked where id <> kept;
      insert into saved_search_hit as h (saved_search_id, offer_id, at)
        select kept, offer_id, min(at) from merged join saved_search_hit on saved_search_id = merged.id group by 1, 2
        on conflict (saved_search_id, offer_id) do update set at = least(h.at, excluded.at);
      -- What was told goes on naming the search and leading to it.
      update notification set params = jsonb_set(params, '{savedSearchId}', to_jsonb(kept::text))
        from merged where kind = 'savedSearch' and params ->> 'savedSearchId' = merged.id::text;
      delete from saved_search using merged where saved_search.id = merged.id;
      create unique index saved_search_once on saved_search (account_id, md5(query));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
