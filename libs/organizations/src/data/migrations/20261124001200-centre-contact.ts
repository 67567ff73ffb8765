import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people reach a centre: shown in the footer and wherever somebody would rather talk. */
export class CentreContact20261124001200 implements MigrationInterface {
  name = 'CentreContact20261124001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table centre add column phone text, add column hours text, add column hours_en text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
