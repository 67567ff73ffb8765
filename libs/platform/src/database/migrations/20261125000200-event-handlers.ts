import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which handlers there are and since when, so that reconciliation knows which marks an event must have. */
export class EventHandlers20261125000200 implements MigrationInterface {
  name = 'EventHandlers20261125000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_handler (
        name text primary key,
        types text[] not null,
        after_sequence bigint not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
