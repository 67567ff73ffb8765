import { Injectable } from '@nestjs/common';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { canonicalQuery } from '../domain/canonical-query.js';
import { shorterQueries } from '../domain/shorter-queries.js';
import { limitsOf } from '../domain/understanding/asked.js';
import { withoutPrice } from '../domain/understanding/price-range.js';
import type { OfferSearchQuery } from '../http/offer-search.dto.js';
import type { RequestSearchQuery } from '../http/request-search.dto.js';
import type { OfferFilters, SearchQuery, SearchResult } from '../ports/search-engine.port.js';

/** Another search near the one that was asked for, and how many offers it finds. */
export interface SearchAlternative {
  /**
   * `exact`: for exactly what was typed; `corrected`: as it would be corrected; `price`: with wider limits than the price that the text names, which
   * `limits` has; `anyPrice`: without it; `filter`: less the filter that `filter` names; `words`: less one word; `filters`: less all filters;
   * `browse`: less all words.
   */
  kind: 'exact' | 'corrected' | 'price' | 'anyPrice' | 'filter' | 'words' | 'filters' | 'browse';
  q: string;
  filter?: string;
  limits?: { priceMin?: number; priceMax?: number };
  /** The query of `GET /offers` or `GET /requests`, in canonical form. */
  query: string;
  total: number;
}

type Limits = NonNullable<SearchAlternative['limits']>;
type Asked = OfferSearchQuery | RequestSearchQuery;
type Counting = Pick<EmbeddedEngine, 'count'>;

interface Candidate extends Omit<SearchAlternative, 'query' | 'total'> {
  asked: Partial<Asked>;
  search: Partial<SearchQuery>;
}

/** An exact search that finds fewer, or not all its words, is told what a corrected one would find; one for a price, what is found near it. */
const FEW = 5;
const MOST_FILTERS = 6;
/** How much further limits of the price reach when they are widened. */
const WIDER_PRICE = 2;
const MOST_SHOWN = 8;
const NEAREST_FIRST = ['corrected', 'exact', 'price', 'anyPrice', 'filter', 'words', 'filters', 'browse'] as const;

/**
 * The searches that are offered beside the first page of an answer: the other way where something was corrected or taken exactly,
 * and the nearest wider ones where nothing was found. They are counted, at most sixteen, in the memory of this process whichever
 * engine answers searches: a search without result then costs no server sixteen more. An exact one counts what has all words.
 */
@Injectable()
export class SearchAlternatives {
  constructor(private readonly engine: EmbeddedEngine) {}

  /** `search` is what the engine was asked for `asked`, `found` its answer. */
  async of(asked: Asked, search: SearchQuery, found: SearchResult, engine: Counting = this.engine): Promise<SearchAlternative[]> {
    if (search.offset > 0) return [];
    const candidates = candidatesOf(search, found);
    if (candidates.length === 0) return [];
    const counts = await engine.count(candidates.map((candidate) => ({ ...search, offset: 0, limit: 0, facets: [], ...candidate.search })));
    return candidates
      .map(({ asked: change, search: _, ...told }, i) => ({
        ...told,
        q: told.kind === 'corrected' ? counts[i].corrected : told.q,
        query: canonicalOf({ ...asked, ...change }),
        // What has only some of the words is no result for exactly these words.
        total: told.kind === 'exact' && counts[i].relaxed ? 0 : counts[i].total,
      }))
      .filter(({ kind, total }) => kind === 'exact' || total > found.total || (kind === 'corrected' && found.understood.relaxed && total > 0))
      .sort((a, b) => NEAREST_FIRST.indexOf(a.kind) - NEAREST_FIRST.indexOf(b.kind) || b.total - a.total)
      .slice(0, MOST_SHOWN);
  }
}

function candidatesOf(search: SearchQuery, { total, understood }: SearchResult): Candidate[] {
  const { q, exact } = search;
  const hasWords = q.trim() !== '';
  const isCorrected = hasWords && !exact && understood.corrected !== understood.query;
  const mayBeCorrected = hasWords && exact && (total < FEW || understood.relaxed);
  return [
    ...(isCorrected ? [{ kind: 'exact' as const, q, asked: { exact: true }, search: { exact: true } }] : []),
    ...(mayBeCorrected ? [{ kind: 'corrected' as const, q, asked: { exact: undefined }, search: { exact: false } }] : []),
    ...(understood.filters !== undefined && total < FEW ? atOtherPrices({ ...search, q: understood.query }, understood.filters) : []),
    ...(total > 0 ? [] : wider({ ...search, q: understood.query }, understood.filters !== undefined)),
  ];
}

/** Where a filter of the price is set too, it is that which can be taken away. */
function atOtherPrices({ q: typed, filters }: SearchQuery, { priceMin, priceMax }: Limits): Candidate[] {
  const q = withoutPrice(typed);
  if (filters.priceMin !== undefined || filters.priceMax !== undefined) return [];
  const limits = limitsOf({ priceMin: priceMin && Math.floor(priceMin / WIDER_PRICE), priceMax: priceMax && priceMax * WIDER_PRICE });
  return [
    { kind: 'price', q, limits, asked: { q, ...limits }, search: { q, filters: { ...filters, ...limits } } },
    { kind: 'anyPrice', q, asked: { q }, search: { q } },
  ];
}

/** An engine forgives words by itself, but not together with limits, nor when each has to be there as typed. */
function wider({ q, filters, exact }: SearchQuery, namesLimits: boolean): Candidate[] {
  const names = Object.keys(filters) as (keyof OfferFilters)[];
  const none = Object.fromEntries(names.map((name) => [name, undefined]));
  const hasWords = q.trim() !== '';
  const words = names.length > 0 || namesLimits || exact ? shorterQueries(q) : [];
  return [
    ...names.slice(0, MOST_FILTERS).map((name): Candidate => ({ kind: 'filter', q, filter: name, asked: { [name]: undefined }, search: { filters: { ...filters, [name]: undefined } } })),
    ...words.map((shorter): Candidate => ({ kind: 'words', q: shorter, asked: { q: shorter }, search: { q: shorter } })),
    ...(names.length > 1 ? [{ kind: 'filters' as const, q, asked: none, search: { filters: {} } }] : []),
    ...(names.length > 0 && hasWords ? [{ kind: 'browse' as const, q: '', asked: { q: undefined }, search: { q: '' } }] : []),
  ];
}

/** Names of the form `GET /offers` has; paging and labels are no part of it. */
function canonicalOf({ page: _page, size: _size, cursor: _cursor, lang: _lang, ...asked }: Asked): string {
  if ('facets' in asked) delete asked.facets;
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(asked) as [string, string | number | boolean | string[] | undefined][]) {
    for (const one of [value ?? []].flat()) text.append(name, String(one));
  }
  return canonicalQuery(text.toString()) ?? '';
}
