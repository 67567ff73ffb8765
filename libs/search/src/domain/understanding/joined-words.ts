import { term, type Token } from '@app/platform/kernel/fold.js';
import type { Lexicon } from './lexicon.js';
import { isBareSyllable } from './syllables.js';

/** Shorter parts and wholes are met by chance: `bi o` is no `bio`. */
const LEAST_PART = 2;
const LEAST_WHOLE = 6;
const LETTERS = /^[a-z]+$/i;

/** Two words as one, folded, where that may be a name or a compound written so (`Aqua Mate`, `waste water`); null when it may not. */
export function joinedOf(first: string, second: string): string | null {
  const whole = term(first + second);
  if (!LETTERS.test(first) || !LETTERS.test(second) || first.length < LEAST_PART || second.length < LEAST_PART) return null;
  return whole.length < LEAST_WHOLE || isBareSyllable(whole) ? null : whole;
}

/** The ways to read one such word as two. */
export function partedOf(folded: string): [first: string, second: string][] {
  if (!LETTERS.test(folded) || folded.length < LEAST_WHOLE || isBareSyllable(folded)) return [];
  const cuts = Array.from({ length: folded.length - 2 * LEAST_PART + 1 }, (_, more) => LEAST_PART + more);
  return cuts.map((cut) => [term(folded.slice(0, cut)), term(folded.slice(cut))]);
}

/** Neighbours that the catalogue has only as one word are one. */
export function joinWords(words: readonly Token[], query: string, lexicon: Lexicon): Token[] {
  const joined: Token[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const whole = before && query.slice(before.end, word.start) === ' ' ? joinedOf(before.text, word.text) : null;
    const isOne = whole !== null && lexicon.df(whole) > 0 && lexicon.pairDf(term(before!.text), term(word.text)) === 0;
    if (isOne) joined[joined.length - 1] = { text: before!.text + word.text, start: before!.start, end: word.end };
    else joined.push(word);
  }
  return joined;
}
