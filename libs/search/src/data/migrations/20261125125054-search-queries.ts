import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchQueries20261125125054 implements MigrationInterface {
  name = 'SearchQueries20261125125054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_query_bucket (
        hour timestamptz not null,
        query text not null,
        typed text not null,
        lang text not null check (lang in ('vi', 'en')),
        searches int not null check (searches > 0),
        without_result int not null,
        relaxed int not null,
        corrected int not null,
        successful int not null,
        primary key (hour, query, typed, lang)
      );
      create index search_query_bucket_query on search_query_bucket (query, hour);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
