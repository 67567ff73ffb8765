import { LAST_PAGED_ROW } from '@app/platform';
import { RequestSearchQuery } from '@app/search';
import type { FacetGroup, ActiveFilter } from '../components/filters.js';
import { lenientQuery } from '../forms/lenient-query.js';
import type { QueryValues } from '../i18n/routes.js';
import type { Say } from '../i18n/say.js';

export const PAGE_SIZE = 20;

const LISTS = ['field', 'province', 'transferMode'] as const;
type Listed = (typeof LISTS)[number];

type Facets = Partial<Record<Listed, { value: string; label: string; count: number }[]>>;
type LabelOf = (name: Listed, code: string) => string;

export const parseRequestsQuery = (raw: unknown): RequestSearchQuery => {
  const query = lenientQuery(RequestSearchQuery, raw);
  return Object.assign(query, { page: Math.min(query.page, LAST_PAGED_ROW / PAGE_SIZE), size: PAGE_SIZE, cursor: undefined, lang: undefined, sort: undefined });
};

/** The search as an address carries it, from the first page on. */
export const valuesOf = ({ q, field, province, transferMode, exact }: RequestSearchQuery): QueryValues => ({ q, field, province, transferMode, exact: exact ? 'true' : undefined });

export const facetGroups = (query: RequestSearchQuery, facets: Facets, labelOf: LabelOf, { t }: Say): FacetGroup[] =>
  LISTS.map((name) => {
    const counted = facets[name] ?? [];
    const chosen = query[name] ?? [];
    // What is chosen stays in sight, also where nothing is found with it.
    const missing = chosen.filter((code) => !counted.some(({ value }) => value === code)).map((value) => ({ value, label: labelOf(name, value), count: 0 }));
    return { name, label: t(`catalogue.facet.${name}`), type: 'checkbox' as const, values: [...counted, ...missing].map((one) => ({ ...one, chosen: chosen.includes(one.value) })) };
  }).filter(({ values }) => values.length > 0);

export const activeFilters = (query: RequestSearchQuery, labelOf: LabelOf, { t, path }: Say): ActiveFilter[] => [
  ...LISTS.flatMap((name) =>
    (query[name] ?? []).map((code) => ({
      name, label: labelOf(name, code), href: path('requests', {}, { ...valuesOf(query), [name]: query[name]!.filter((other) => other !== code) }),
    })),
  ),
  ...(query.exact ? [{ name: 'exact', label: t('catalogue.exact'), href: path('requests', {}, { ...valuesOf(query), exact: undefined }) }] : []),
];
