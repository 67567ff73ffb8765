import type { Reader } from './database.js';

/** A table with a unique `slug`, and the one that keeps its former slugs. */
export type SluggedTable = 'offer' | 'request';

const SHORT = 8;
/** Some seventy random bits: nobody else has them. */
const LONG = 20;

const slugOf = (words: string, id: string, digits: number): string => `${words}-${id.replaceAll('-', '').slice(-digits)}`;

/**
 * Public addresses, readable and unique by the end of the id: a short end, and a longer one where another row of the same words
 * has the short one, now or formerly. A row's own address stays as it is. Answers them in the given order.
 */
export const freeSlugs = async (db: Reader, table: SluggedTable, wanted: readonly { id: string; words: string }[]): Promise<string[]> => {
  const short = wanted.map(({ id, words }) => slugOf(words, id, SHORT));
  const rows = await db.query<{ slug: string; id: string }>(
    `select slug, id from ${table} where slug = any($1) union all select slug, ${table}_id from ${table}_slug where slug = any($1)`,
    [short],
  );
  const owners = new Map(rows.map((row) => [row.slug, row.id]));
  return wanted.map(({ id, words }, i) => {
    const owner = owners.get(short[i]) ?? id;
    owners.set(short[i], owner);
    return owner === id ? short[i] : slugOf(words, id, LONG);
  });
};
