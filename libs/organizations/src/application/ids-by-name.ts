import { isUuid } from '@app/platform';

/** Matches no row's id. */
const UNKNOWN = 'unknown';

/** The id of each name, itself an id or a slug in letters of either size; slugs are looked up at once. */
export const idsByName = async (names: readonly string[], idsOfSlugs: (slugs: string[]) => Promise<{ slug: string; id: string }[]>): Promise<Map<string, string>> => {
  const slugs = names.map((name) => name.toLowerCase()).filter((name) => !isUuid(name));
  const rows = slugs.length === 0 ? [] : await idsOfSlugs(slugs);
  const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  return new Map(names.map((name) => [name, isUuid(name) ? name.toLowerCase() : (ids.get(name.toLowerCase()) ?? UNKNOWN)]));
};
