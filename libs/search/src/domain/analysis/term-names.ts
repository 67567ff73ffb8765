import { term, tokens } from '@app/platform/kernel/fold.js';

/** Folded words are plain, pairs `a_b`. */
export const pairTerm = (first: string, second: string): string => `${first}_${second}`;

/** Folded words and pairs of neighbours in a text, repeats kept, as the index names them. */
export function termNames(text: string): string[] {
  const words = tokens(text).map((token) => term(token.text));
  return words.flatMap((word, i) => (i === 0 ? [word] : [word, pairTerm(words[i - 1], word)]));
}
