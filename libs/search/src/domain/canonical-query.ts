/** Query names of a search in their canonical order; paging and labels are not part of what is searched. */
const NAMES = [
  'q', 'kind', 'field', 'province', 'supplier', 'centre', 'trlMin', 'trlMax', 'priceMin', 'priceMax',
  'transferMode', 'condition', 'readyToTransfer', 'sort', 'exact',
] as const;

/**
 * The one form of a search that is stored and compared: known names in a fixed order, values sorted, nothing empty.
 * Answers null when the text names something that a search does not know.
 */
export const canonicalQuery = (text: string): string | null => {
  const given = new URLSearchParams(text.replace(/^\?/, ''));
  const known = new Set<string>(NAMES);
  const out = new URLSearchParams();
  for (const name of new Set(given.keys())) if (!known.has(name)) return null;
  for (const name of NAMES) {
    const values = given.getAll(name).flatMap((value) => (name === 'q' ? [value] : value.split(',')));
    const clean = [...new Set(values.map((value) => value.normalize('NFC').trim()).filter(Boolean))];
    for (const value of name === 'q' ? clean.slice(0, 1) : clean.sort()) out.append(name, value);
  }
  return out.toString();
};
