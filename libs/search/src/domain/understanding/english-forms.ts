import { stemmer } from 'stemmer';
import { isEnglish } from './english-words.js';
import type { Lexicon } from './lexicon.js';
import { isBareSyllable } from './syllables.js';

/** Shorter words have too many neighbours that merely look like forms of them. */
const SHORTEST = 4;
const SHORTEST_FORM = 3;
const MOST_FORMS = 5;
/** Snowball's exceptions: what only looks like a form of another word. */
const ALONE = new Set(['news', 'atlas', 'cosmos', 'bias', 'inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);
const PLURAL = /[^s]s$/;
const CONSONANT = '[b-df-hj-np-tv-z]';
const SIBILANT = /(?:s|x|z|ch|sh)$/;
const CONSONANT_Y = new RegExp(`${CONSONANT}y$`);
/** The last consonant is doubled before an ending: `map`, `mapping`. */
const DOUBLING = new RegExp(`[aeiou](${CONSONANT})$`);
const DOUBLED = new RegExp(`(${CONSONANT})\\1$`);

/**
 * Other forms of an English word that the catalogue has (`pump`, `pumps`, `pumping`), the most frequent first. None of what may be a
 * Vietnamese syllable, or would be one in most offers.
 */
export function formsIn(lexicon: Lexicon, word: string): string[] {
  const isHeld = (form: string): boolean => lexicon.df(form) > 0 && !(isBareSyllable(form) && lexicon.formsOf(form).length > 0);
  return formsAmong(word, isHeld)
    .sort((a, b) => lexicon.df(b) - lexicon.df(a))
    .slice(0, MOST_FORMS);
}

/** All that `formsIn` finds in some catalogue. */
export const possibleForms = (word: string): string[] => formsAmong(word, () => true);

/** Only what has the same stem is a form: `string` is none of `str`, nor `rating` one of `rat`. Words that are not English have a plural, too. */
function formsAmong(word: string, isHeld: (form: string) => boolean): string[] {
  if (!isEligible(word)) return [];
  const bases = basesOf(word).filter((base) => isEnglish(base) && isAlike(word, base));
  if (isEnglish(word) && !(bases.length > 0 && PLURAL.test(word))) bases.push(word);
  const forms = new Set(bases.length > 0 ? bases.flatMap((base) => [base, ...inflected(base)]) : [PLURAL.test(word) ? word.slice(0, -1) : `${word}s`]);
  forms.delete(word);
  return [...forms].filter((form) => form.length >= SHORTEST_FORM && !ALONE.has(form) && isHeld(form) && isAlike(word, form));
}

const isAlike = (word: string, other: string): boolean => stemmer(word) === stemmer(other) || isPlural(word, other) || isPlural(other, word);

/** Where the stemmer takes the `s` of the singular for an ending: `gas`, `lens`. */
const isPlural = (plural: string, word: string): boolean => word.length >= SHORTEST_FORM && PLURAL.test(word) && plural === `${word}es`;

/** What a word is without its ending, each way to read it. */
function basesOf(word: string): string[] {
  const bases: string[] = [];
  if (/ie[sd]$/.test(word)) bases.push(`${word.slice(0, -3)}y`);
  if (PLURAL.test(word)) bases.push(word.slice(0, -1));
  if (/es$/.test(word)) bases.push(word.slice(0, -2));
  const root = /^(.{2,})(?:ed|ing)$/.exec(word)?.[1];
  if (root !== undefined) bases.push(root, `${root}e`, ...(DOUBLED.test(root) && !isEnglish(root) ? [root.slice(0, -1)] : []));
  return bases;
}

/** Of a word that looks English. */
export const pluralsOf = (word: string): string[] => (isEligible(word) && !PLURAL.test(word) ? inflected(word).filter((form) => form.endsWith('s')) : []);

const isEligible = (word: string): boolean => !ALONE.has(word) && word.length >= SHORTEST && /^[a-z]+$/.test(word) && !isBareSyllable(word);

function inflected(base: string): string[] {
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (CONSONANT_Y.test(base)) return [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const last = DOUBLING.exec(base)?.[1];
  const roots = last === undefined ? [base] : [base, base + last];
  const plurals = SIBILANT.test(base) ? [`${base}es`] : base.endsWith('o') ? [`${base}s`, `${base}es`] : [`${base}s`];
  return [...plurals, ...roots.flatMap((root) => [`${root}ed`, `${root}ing`])];
}
