import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The release before writes matches without these columns, all of them within the budget; it must be able to run beside this one. */
export class MatchDefaults20261125132000 implements MigrationInterface {
  name = 'MatchDefaults20261125132000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table match alter column beyond_budget set default false, alter column shown_version set default 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
