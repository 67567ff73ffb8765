import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until now a match beyond the budget was not kept, so every one that is there has been shown to the request's side. */
export class MatchesBeyondBudget20261125125400 implements MigrationInterface {
  name = 'MatchesBeyondBudget20261125125400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table match add column beyond_budget boolean not null default false, add column shown_version int default 1;
      alter table match alter column beyond_budget drop default, alter column shown_version drop default;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
