import type { QueryRunner } from 'typeorm';

/** The names of a group, with commas between. */
export type Names = readonly [words: string, onlyTo?: string];

export interface Shipment {
  added?: readonly Names[];
  /** Groups of earlier shipments that get other names. */
  changed?: readonly (readonly [before: Names, after: Names])[];
}

const groupOf = ([words, onlyTo]: Names): { words: string[]; onlyTo: string[] } => ({ words: words.split(', '), onlyTo: onlyTo?.split(', ') ?? [] });
const names = (alias: string): string => `array(select jsonb_array_elements_text(${alias}))`;

/**
 * Ships groups of synonyms in a migration. Staff's own changes stay: only groups that are as they were shipped are changed, and a group of which
 * staff have a name already is left to them. Migrations that have run rely on this: what it does must not change.
 */
export async function shipSynonyms(runner: QueryRunner, { added = [], changed = [] }: Shipment): Promise<void> {
  await runner.query(
    `update synonym set terms = ${names(`c->'after'->'words'`)}, only_to = ${names(`c->'after'->'onlyTo'`)}, version = version + 1
     from jsonb_array_elements($1::jsonb) as c
     where terms = ${names(`c->'before'->'words'`)} and only_to = ${names(`c->'before'->'onlyTo'`)}`,
    [JSON.stringify(changed.map(([before, after]) => ({ before: groupOf(before), after: groupOf(after) })))],
  );
  await runner.query(
    `insert into synonym (id, terms, only_to)
     select gen_random_uuid(), ${names(`g->'words'`)}, ${names(`g->'onlyTo'`)}
     from jsonb_array_elements($1::jsonb) as g
     where not exists (select 1 from synonym where terms && ${names(`g->'words'`)})`,
    [JSON.stringify(added.map(groupOf))],
  );
}
