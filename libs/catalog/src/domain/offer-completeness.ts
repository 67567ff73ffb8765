import type { OfferContent } from './offer-revision.js';

const hasAny = (list: readonly unknown[]): boolean => list.length > 0;

// What a buyer looks for before he asks; each counts the same.
const ASKED: readonly ((content: OfferContent) => boolean)[] = [
  (c) => c.title !== '',
  (c) => c.summary !== '',
  (c) => c.description !== '',
  (c) => hasAny(c.fields),
  (c) => hasAny(c.keywords),
  (c) => c.province !== null,
  (c) => c.trl !== null,
  (c) => hasAny(c.transferModes),
  (c) => c.price !== null,
  (c) => hasAny(c.specs),
  (c) => hasAny(c.ip),
  (c) => hasAny(c.images),
  (c) => Boolean(c.en?.title),
];

/** How much of what a buyer looks for is filled in, in whole percent. */
export const completeness = (content: OfferContent): number => Math.round((100 * ASKED.filter((asked) => asked(content)).length) / ASKED.length);
