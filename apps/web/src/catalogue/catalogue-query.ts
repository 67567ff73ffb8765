import { LAST_PAGED_ROW } from '@app/platform';
import { OfferSearchQuery } from '@app/search';
import { lenientQuery } from '../forms/lenient-query.js';
import type { Lang } from '../i18n/languages.js';
import { queryString, type QueryValues } from '../i18n/routes.js';
import { addressesOf } from '../layout/addresses.js';

export const PAGE_SIZE = 20;
const LAST_PAGE = LAST_PAGED_ROW / PAGE_SIZE;

type Name = keyof OfferSearchQuery;

/** The names that a search is made of, in the order in which addresses carry them. */
const NAMES = [
  'q', 'kind', 'field', 'province', 'supplier', 'centre', 'trlMin', 'trlMax', 'priceMin', 'priceMax',
  'transferMode', 'condition', 'readyToTransfer', 'sort', 'exact',
] as const satisfies readonly Name[];

const reversed = (low: number | undefined, high: number | undefined): boolean => low !== undefined && high !== undefined && low > high;

/** The API's own parser, but lenient: on a page an unknown name or a value that cannot be is as if it were not there. */
export const parseCatalogueQuery = (raw: unknown): OfferSearchQuery => {
  const query = lenientQuery(OfferSearchQuery, raw);
  if (reversed(query.trlMin, query.trlMax)) query.trlMax = undefined;
  if (reversed(query.priceMin, query.priceMax)) query.priceMin = undefined;
  if (query.sort === 'relevance' && !query.q) query.sort = undefined;
  return Object.assign(query, { page: Math.min(query.page, LAST_PAGE), size: PAGE_SIZE, cursor: undefined, lang: undefined, facets: undefined });
};

/** The search as an address carries it, from the first page on. */
export const valuesOf = (query: OfferSearchQuery): QueryValues =>
  Object.fromEntries(NAMES.map((name) => [name, typeof query[name] === 'boolean' ? String(query[name]) : query[name]]));

/** Where people see and share a search: without the empty inputs that a form sends too. */
export const searchAddresses = (query: OfferSearchQuery): Record<Lang, string> =>
  addressesOf('offers', {}, queryString({ ...valuesOf(query), page: query.page > 1 ? query.page : undefined }));

/** The same search without one value of a name, or without the name. */
export const without = (query: OfferSearchQuery, name: Name, value?: string): QueryValues => {
  const values = valuesOf(query);
  const current = values[name];
  return { ...values, [name]: Array.isArray(current) && value !== undefined ? current.filter((one) => one !== value) : undefined };
};

export const pagesOf = (total: number): number => Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE));
