import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SYNONYM_GROUPS } from '../../domain/understanding/synonym-groups.js';

/** The floor begins with the shipped groups; from then on they are rows like any other, to be changed or removed. */
export class ShippedSynonyms20261124001300 implements MigrationInterface {
  name = 'ShippedSynonyms20261124001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table synonym add column only_to text[] not null default '{}'`);
    await runner.query(
      `insert into synonym (id, terms, only_to)
       select gen_random_uuid(), array(select jsonb_array_elements_text(g->'words')), array(select jsonb_array_elements_text(coalesce(g->'onlyTo', '[]')))
       from jsonb_array_elements($1::jsonb) as g`,
      [JSON.stringify(SYNONYM_GROUPS)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
