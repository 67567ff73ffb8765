import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReferenceTerms20261124000400 implements MigrationInterface {
  name = 'ReferenceTerms20261124000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reference_term (
        scheme text not null,
        code text not null,
        vi text not null,
        en text not null,
        parent text,
        position int not null default 0,
        valid_from date not null default '2000-01-01',
        valid_to date,
        replaced_by text,
        primary key (scheme, code, valid_from)
      );
      create index reference_term_parent on reference_term (scheme, parent);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
