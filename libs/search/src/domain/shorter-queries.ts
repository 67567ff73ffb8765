import { nfc, tokens } from '@app/platform/kernel/fold.js';
import { isOfPrice, priceRange } from './understanding/price-range.js';

/** Of longer queries only the first words are left out: each costs a count. */
const MOST_WORDS = 5;

/** The query less one word, each word in turn; none for a query of one word. What it says of the price stays. */
export const shorterQueries = (q: string): string[] => {
  const text = nfc(q);
  const price = priceRange(text);
  const words = tokens(text).filter(({ start }) => !isOfPrice(price, start));
  if (words.length < 2) return [];
  const shorter = words.slice(0, MOST_WORDS).map(({ start, end }) => `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, ' ').trim());
  return [...new Set(shorter)];
};
