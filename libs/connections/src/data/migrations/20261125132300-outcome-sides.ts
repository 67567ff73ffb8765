import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which side recorded an outcome, and may read its note besides the centres. Imported history has no notes and counts as the centre's. */
export class OutcomeSides20261125132300 implements MigrationInterface {
  name = 'OutcomeSides20261125132300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table connection_outcome add column side text not null default 'centre' check (side in ('supply', 'demand', 'centre'));
      update connection_outcome o set side = case when m.organization_id = n.supplier_id then 'supply' else 'demand' end
      from connection n, actor_membership m
      where n.id = o.connection_id and m.account_id = o.account_id and m.organization_id in (n.supplier_id, n.buyer_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
