import { fold, type Token } from '@app/platform/kernel/fold.js';

/** What comes after these tells more of a thing that has been named before. */
const PREPOSITIONS = new Set('of for with without by from in into on at to under using'.split(' '));
/** Parts a name from what is added to it. */
const BREAK = /[,;:()[\]|–—]/;
const WITH_DIGIT = /\d/;
const IN_CAPITALS = /^\p{Lu}+$/u;

/**
 * Where the word stands that says what an English title or query is about: `pump` of "Submersible pump for canals", not of "heat-pump
 * dryer". A model at the end is left out (`VW-200`). -1 without words.
 */
export function headAmong(words: readonly Token[], text: string): number {
  const end = words.findIndex((word, at) => at > 0 && (PREPOSITIONS.has(fold(word.text)) || BREAK.test(text.slice(words[at - 1].end, word.start))));
  const last = (end < 0 ? words.length : end) - 1;
  let head = last;
  while (head > 0 && WITH_DIGIT.test(words[head].text)) head--;
  return head > 0 && head < last && IN_CAPITALS.test(words[head].text) ? head - 1 : head;
}
