import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SynonymVersions20261125141621 implements MigrationInterface {
  name = 'SynonymVersions20261125141621';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table synonym add column version int not null default 1`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
