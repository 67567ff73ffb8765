import type { OfferFilters, SearchQuery, SearchResult } from '../../ports/search-engine.port.js';
import type { UnderstoodQuery } from './understand.js';

/** The query with the limits that its text names; a filter that was set stays where it is stricter. */
export function withNamedLimits(query: SearchQuery, { price }: UnderstoodQuery): SearchQuery {
  if (!price) return query;
  const filters: OfferFilters = { ...query.filters };
  if (price.priceMin !== undefined) filters.priceMin = Math.max(price.priceMin, filters.priceMin ?? 0);
  if (price.priceMax !== undefined) filters.priceMax = Math.min(price.priceMax, filters.priceMax ?? Infinity);
  return { ...query, filters };
}

/** Whether nothing restricts what is found but filters; text without any word finds nothing. */
export const asksForAll = (query: SearchQuery, { groups, price }: UnderstoodQuery): boolean =>
  query.q.trim() === '' || (groups.length === 0 && price !== null);

/** What is told of how a query was read. */
export const understoodOf = ({ query, corrected, synonyms, price }: UnderstoodQuery, relaxed: boolean): SearchResult['understood'] => ({
  query,
  corrected,
  synonyms,
  relaxed,
  ...(price ? { filters: limitsOf(price) } : {}),
});

/** Only what is named. */
export const limitsOf = ({ priceMin, priceMax }: { priceMin?: number; priceMax?: number }): { priceMin?: number; priceMax?: number } => ({
  ...(priceMin === undefined ? {} : { priceMin }),
  ...(priceMax === undefined ? {} : { priceMax }),
});
