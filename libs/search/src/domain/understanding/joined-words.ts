import { term, type Token } from '@app/platform/kernel/fold.js';
import type { Lexicon } from './lexicon.js';
import { isBareSyllable } from './syllables.js';

/** Shorter parts and wholes are met by chance: `bi o` is no `bio`. */
const LEAST_PART = 2;
const LEAST_WHOLE = 6;
const LETTERS = /^[a-z]+$/i;
const DIGITS = /^\d+$/;
/** Of a letter or a digit the catalogue has both parts everywhere. */
const MODEL = /^([a-z]{2,})(\d{2,})$/;

/** Two words as one, folded, where that is known and may be a name, a model or a compound written so (`Aqua Mate`, `PC 200`, `waste water`); null when it may not. */
export function joinedOf(first: string, second: string, isKnown: (whole: string) => boolean): string | null {
  if (!LETTERS.test(first) || !(isModel(first, second) || isCompound(first, second))) return null;
  const whole = term(first + second);
  return isKnown(whole) && !isBareSyllable(whole) ? whole : null;
}

/** `có 2` is no `CO2`. */
const isModel = (letters: string, digits: string): boolean => DIGITS.test(digits) && !isBareSyllable(term(letters));

const isCompound = (first: string, second: string): boolean =>
  first.length >= LEAST_PART && second.length >= LEAST_PART && first.length + second.length >= LEAST_WHOLE && LETTERS.test(second);

/** The ways to read one such word as two. */
export function partedOf(folded: string): [first: string, second: string][] {
  const model = MODEL.exec(folded);
  if (model) return isModel(model[1], model[2]) ? [[term(model[1]), model[2]]] : [];
  if (folded.length < LEAST_WHOLE || !LETTERS.test(folded) || isBareSyllable(folded)) return [];
  const cuts = Array.from({ length: folded.length - 2 * LEAST_PART + 1 }, (_, more) => LEAST_PART + more);
  return cuts.map((cut) => [term(folded.slice(0, cut)), term(folded.slice(cut))]);
}

const BORDER = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)/u;

/** What capitals and digits part a word in, folded; the word itself when nothing does (`SmartFarm`, `Robus2`). */
export function markedParts(text: string): string[] {
  const parts = text.split(BORDER).map(term);
  return parts.some((part, at) => at > 0 && /^\d/.test(part) && isBareSyllable(parts[at - 1])) ? [term(text)] : parts;
}

/** A word as typed, or two that were joined: these are joined no further, as saved searches foresee two words only. */
export interface QueryToken extends Token {
  isJoined?: true;
}

/** The words of a query, and each with the next as one, where the catalogue has that. */
export interface JoinedWords {
  words: readonly QueryToken[];
  joins: readonly (string | null)[];
}

/** Neighbours that the catalogue has only as one word are one. */
export function joinWords(words: readonly QueryToken[], query: string, lexicon: Lexicon): JoinedWords {
  const joins = words.slice(1).map((next, i) => (words[i].isJoined || next.isJoined ? null : joinedOf(words[i].text, next.text, (whole) => lexicon.df(whole) > 0)));
  const at = joins.findIndex((whole, i) => whole !== null && query.slice(words[i].end, words[i + 1].start) === ' ' && lexicon.pairDf(term(words[i].text), term(words[i + 1].text)) === 0);
  if (at < 0) return { words, joins };
  const [first, second] = [words[at], words[at + 1]];
  const one = { text: first.text + second.text, start: first.start, end: second.end, isJoined: true as const };
  return joinWords([...words.slice(0, at), one, ...words.slice(at + 2)], query, lexicon);
}
