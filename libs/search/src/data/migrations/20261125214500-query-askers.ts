import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what was counted before nobody knows by how many: it is suggested again when enough have asked for it. */
export class QueryAskers20261125214500 implements MigrationInterface {
  name = 'QueryAskers20261125214500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_query_bucket add column askers int not null default 0`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
