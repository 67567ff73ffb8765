import { nfc, term, tokens } from '@app/platform/kernel/fold.js';

const WORDS_BEFORE = 6;
const WORDS_SHOWN = 45;

/** Some forty words of a text, from shortly before the first of the terms, else from its beginning; cuts are marked by `…`. */
export const excerpt = (text: string, terms: readonly string[]): string => {
  const source = nfc(text).replace(/\s+/g, ' ').trim();
  const words = tokens(source);
  if (words.length <= WORDS_SHOWN) return source;
  const wanted = new Set(terms.flatMap((one) => one.split(' ')));
  const hit = words.findIndex((word) => wanted.has(term(word.text)));
  const first = Math.min(Math.max(0, hit - WORDS_BEFORE), words.length - WORDS_SHOWN);
  const last = first + WORDS_SHOWN;
  return `${first > 0 ? '… ' : ''}${source.slice(first > 0 ? words[first].start : 0, last < words.length ? words[last - 1].end : undefined)}${last < words.length ? ' …' : ''}`;
};
