import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a worker last said that it has a handler: workers of two releases may run side by side. */
export class HandlersSeen20261125161000 implements MigrationInterface {
  name = 'HandlersSeen20261125161000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event_handler add column seen_at timestamptz not null default now()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
