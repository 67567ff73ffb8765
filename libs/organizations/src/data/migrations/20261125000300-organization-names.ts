import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unique index on names holds only those without a tax code; an import asks for all of them by name. */
export class OrganizationNames20261125000300 implements MigrationInterface {
  name = 'OrganizationNames20261125000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index organization_folded_name on organization (folded_name, kind, centre_id) where merged_into is null');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
