import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WithheldSuggestions20261125215500 implements MigrationInterface {
  name = 'WithheldSuggestions20261125215500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table withheld_suggestion (
        id uuid primary key,
        typed text not null unique,
        withheld_at timestamptz not null
      );
      comment on table withheld_suggestion is 'Forms of queries that staff have taken out of the suggestions.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
