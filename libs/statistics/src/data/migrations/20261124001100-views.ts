import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Views20261124001100 implements MigrationInterface {
  name = 'Views20261124001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table view_bucket (
        offer_id uuid not null references offer (id),
        hour timestamptz not null,
        views int not null check (views > 0),
        primary key (offer_id, hour)
      );
      create index view_bucket_hour on view_bucket (hour);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
