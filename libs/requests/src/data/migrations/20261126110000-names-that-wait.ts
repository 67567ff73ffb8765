import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamesThatWait20261126110000 implements MigrationInterface {
  name = 'NamesThatWait20261126110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request_revision add column anonymity boolean');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
