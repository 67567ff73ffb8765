import { quantityText } from '@app/platform/kernel/quantity.js';
import type { OfferContent } from './offer-revision.js';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, held]) => [key, canonical(held)] as const);
  return Object.fromEntries(entries.filter(([, held]) => !isEmpty(held)).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** One text for equal content, whatever way it came: what is empty is left out, so that a new field changes nothing. */
export const canonicalContent = (content: OfferContent): string => {
  const { specs, sourceWords: _words, ...plain } = content;
  return JSON.stringify(canonical({ ...plain, specs: specs.map((spec) => [spec.label, quantityText(spec)]) }));
};
