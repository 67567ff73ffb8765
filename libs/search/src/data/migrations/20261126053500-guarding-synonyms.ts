import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Names, shipSynonyms } from '../ship-synonyms.js';

/** A longer name keeps a syllable of it from being taken for another name, above all where no marks are typed; and what is used, as people say it. */
const ADDED: readonly Names[] = [
  ['cũ, đã qua sử dụng, second hand, secondhand'],
  ['tự động, automatic'],
  ['sản phẩm, product'],
  ['sản xuất, production, manufacturing'],
  ['làng nghề, craft village'],
  ['trục vít, screw'],
];

export class GuardingSynonyms20261126053500 implements MigrationInterface {
  name = 'GuardingSynonyms20261126053500';

  up(runner: QueryRunner): Promise<void> {
    return shipSynonyms(runner, { added: ADDED });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
