/** Query names of a search in their canonical order; paging and labels are not part of what is searched. */
const NAMES = [
  'q', 'kind', 'field', 'province', 'supplier', 'centre', 'trlMin', 'trlMax', 'priceMin', 'priceMax',
  'transferMode', 'condition', 'readyToTransfer', 'sort', 'exact',
] as const;

const NUMBERS = new Set<string>(['trlMin', 'trlMax', 'priceMin', 'priceMax']);
const FLAGS = new Set<string>(['readyToTransfer', 'exact']);
const FLAG_WORDS: Readonly<Record<string, string>> = { 1: 'true', 0: 'false' };

/**
 * The one form of a search that is stored and compared: known names in a fixed order, values sorted and written one way, nothing that is empty or goes without saying.
 * Answers null when the text names something that a search does not know.
 */
export const canonicalQuery = (text: string): string | null => {
  const given = new URLSearchParams(text.replace(/^\?/, ''));
  const known = new Set<string>(NAMES);
  const out = new URLSearchParams();
  for (const name of new Set(given.keys())) if (!known.has(name)) return null;
  for (const name of NAMES) for (const value of valuesOf(name, given.getAll(name))) out.append(name, value);
  if (out.get('sort') === (out.has('q') ? 'relevance' : 'newest') && out.getAll('sort').length === 1) out.delete('sort');
  return out.toString();
};

const valuesOf = (name: string, given: string[]): string[] => {
  const parts = name === 'q' ? given : given.flatMap((value) => value.split(','));
  const distinct = [...new Set(parts.map((value) => written(name, value.normalize('NFC').trim())).filter(Boolean))].sort();
  // Ready or not is every offer.
  return name === 'readyToTransfer' && distinct.join() === 'false,true' ? [] : distinct;
};

const written = (name: string, value: string): string => {
  if (name === 'q') return value.replace(/\s+/g, ' ');
  if (NUMBERS.has(name)) return value.replace(/^0+(?=\d)/, '');
  return FLAGS.has(name) ? (FLAG_WORDS[value] ?? value) : value;
};
