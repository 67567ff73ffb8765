import type { Alternative, QueryGroup } from '../domain/understanding/understand.js';
import type { FacetName, OfferFilters } from '../ports/search-engine.port.js';
import { exactCode, markedCode, nameCode, wellFormed, wordCode } from './meilisearch-terms.js';

/** A value can only end where we end it: quotes and backslashes are escaped. */
const quoted = (value: string): string => `"${wellFormed(value).replace(/[\\"]/g, '\\$&')}"`;

const oneOf = (attribute: string, values: readonly string[]): string => `${attribute} IN [${[...new Set(values)].map(quoted).join(', ')}]`;
const either = (parts: readonly string[]): string => (parts.length === 1 ? parts[0] : `(${parts.join(' OR ')})`);
export const allOf = (parts: readonly string[]): string => parts.join(' AND ');
export const anyOf = (parts: readonly string[]): string => either(parts.map((part) => `(${part})`));

/** What an offer must hold for one group of the query. The group has at least one alternative. */
export const groupFilter = (group: QueryGroup): string => alternativesFilter(group.alternatives);

/** Offers that hold every word in the accents that were typed, or a name that is as good and not the word in others. Null without accents. */
export function preferredFilter(groups: readonly QueryGroup[]): string | null {
  const parts = markFilters(groups);
  return parts.length === 0 ? null : allOf(parts);
}

/** The same of each word that was typed with accents. */
export const markFilters = (groups: readonly QueryGroup[]): string[] =>
  groups.flatMap(({ preferredForm, alternatives }) => {
    if (preferredForm === null) return [];
    const equals = alternatives.filter(({ equal }) => equal);
    const typed = `exact = ${quoted(exactCode(preferredForm))}`;
    const otherMarks = alternativesFilter(alternatives.slice(0, 1));
    return [equals.length === 0 ? typed : either([typed, `(${alternativesFilter(equals)} AND NOT ${otherMarks})`])];
  });

/** The same of its titles alone. */
export const titleFilter = (group: QueryGroup): string => heldFilter(group.alternatives, IN_TITLE);

const alternativesFilter = (alternatives: readonly Alternative[]): string => heldFilter(alternatives, ANYWHERE);

/** The attributes that hold words and accented forms, and how a form is written there. */
interface Place {
  words: string;
  forms: string;
  formCode: (form: string) => string;
}

const ANYWHERE: Place = { words: 'terms', forms: 'exact', formCode: exactCode };
const IN_TITLE: Place = { words: 'titled', forms: 'titled', formCode: markedCode };

/** The server looks up the values of one list together, which takes a fraction of the time of one condition each. */
function heldFilter(alternatives: readonly Alternative[], place: Place): string {
  const lists = new Map<string, string[]>([[place.words, []], [place.forms, []]]);
  const runs: string[] = [];
  for (const { words, form, equal } of alternatives) {
    if (form !== null) lists.get(place.forms)!.push(place.formCode(form));
    else if (words.length === 1) lists.get(place.words)!.push(wordCode(words[0]));
    else if (equal) lists.get(place.words)!.push(nameCode(words));
    else runs.push(`(${allOf(words.map((word) => oneOf(place.words, [wordCode(word)])))})`);
  }
  const held = [...lists].filter(([, values]) => values.length > 0).map(([attribute, values]) => oneOf(attribute, values));
  return either([...held, ...runs]);
}

const LISTS = ['kind', 'field', 'province', 'supplier', 'transferMode', 'condition'] as const;

/** The filters as conditions by the facet that shows them; `other` are those that no facet shows. */
export function filterConditions(filters: OfferFilters): Map<FacetName | 'other', string> {
  const found = new Map<FacetName | 'other', string>();
  for (const name of LISTS) if (filters[name]?.length) found.set(name, oneOf(name, filters[name]));
  if (filters.readyToTransfer !== undefined) found.set('readyToTransfer', `readyToTransfer = ${filters.readyToTransfer}`);
  const trl = range('trl', filters.trlMin, filters.trlMax);
  if (trl.length > 0) found.set('trl', allOf(trl));
  const other = [
    ...(filters.centre?.length ? [oneOf('centre', filters.centre)] : []),
    ...range('priceMin', undefined, filters.priceMax),
    ...range('priceTop', filters.priceMin, undefined),
  ];
  if (other.length > 0) found.set('other', allOf(other));
  return found;
}

const range = (attribute: string, min: number | undefined, max: number | undefined): string[] => [
  ...(min === undefined ? [] : [`${attribute} >= ${min}`]),
  ...(max === undefined ? [] : [`${attribute} <= ${max}`]),
];
