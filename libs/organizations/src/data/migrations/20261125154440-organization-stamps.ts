import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards say when their row was last written, by the number of that transaction, so that whoever holds one can ask whether it still holds. */
export class OrganizationStamps20261125154440 implements MigrationInterface {
  name = 'OrganizationStamps20261125154440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view organization_card as
        select id, slug, name, kind, centre_id, province, xmin::text as stamp from organization`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
