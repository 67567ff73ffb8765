import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lock of a centre's row, since its staff edit how people reach it. */
export class CentreVersions20261125133200 implements MigrationInterface {
  name = 'CentreVersions20261125133200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table centre add column version int not null default 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
