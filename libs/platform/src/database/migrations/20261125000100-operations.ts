import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators look at: who works on the queues now, and to which queue a dead letter goes back. */
export class Operations20261125000100 implements MigrationInterface {
  name = 'Operations20261125000100';

  async up(runner: QueryRunner): Promise<void> {
    // Unlogged: after a crash nobody is working yet, and an empty table says so.
    await runner.query(`
      create unlogged table worker_heartbeat (
        worker text primary key,
        started_at timestamptz not null,
        seen_at timestamptz not null,
        facts jsonb not null
      );
      alter table dead_letter add column queue text not null default 'bulk';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
