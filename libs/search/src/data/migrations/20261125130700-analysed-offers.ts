import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that were written before have no terms yet: whoever loads them analyses them and writes the terms back. */
export class AnalysedOffers20261125130700 implements MigrationInterface {
  name = 'AnalysedOffers20261125130700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_document add column analysed text, add column analysed_by int;
      comment on column search_document.analysed is 'The document''s terms, for engines in memory.';
      comment on column search_document.analysed_by is 'Version of the analyser; terms of another one are not used.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
