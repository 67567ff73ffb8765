import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A longer name keeps a syllable of it from being taken for another name, above all where no marks are typed; and what is used, as people say it. */
const ADDED: readonly string[] = [
  'cũ, đã qua sử dụng, second hand, secondhand',
  'tự động, automatic',
  'sản phẩm, product',
  'sản xuất, production, manufacturing',
  'làng nghề, craft village',
  'trục vít, screw',
];

/** A group of which staff have a name already is left to them. */
export class GuardingSynonyms20261126053500 implements MigrationInterface {
  name = 'GuardingSynonyms20261126053500';

  async up(runner: QueryRunner): Promise<void> {
    for (const names of ADDED) {
      await runner.query('insert into synonym (id, terms, only_to) select gen_random_uuid(), $1, $2 where not exists (select 1 from synonym where terms && $1)', [names.split(', '), []]);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
