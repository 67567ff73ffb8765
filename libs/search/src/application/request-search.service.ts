import { Injectable } from '@nestjs/common';
import { type Actor, type Lang, offsetOf, type Page, pageOf } from '@app/platform';
import { type RequestDetails, RequestService } from '@app/requests';
import { TaxonomyService } from '@app/taxonomy';
import { excerpt } from '../domain/excerpt.js';
import { highlighter } from '../domain/highlight.js';
import type { RequestSearchQuery } from '../http/request-search.dto.js';
import type { OfferFilters, SearchQuery, SearchResult } from '../ports/search-engine.port.js';
import type { LabelledCount } from './offer-search.service.js';
import { RequestIndex, type SearchUnderstood } from './request-index.js';
import { type SearchAlternative, SearchAlternatives } from './search-alternatives.js';

const FACETS = ['field', 'province', 'transferMode'] as const;
type RequestFacet = (typeof FACETS)[number];

export interface FoundRequest {
  details: RequestDetails;
  titleHighlighted: string;
  needHighlighted: string;
}

export interface RequestSearchResult extends Page<FoundRequest> {
  facets: Partial<Record<RequestFacet, LabelledCount[]>>;
  understood: SearchUnderstood;
  /** Other searches to offer, nearest first; see `kind`. */
  alternatives: SearchAlternative[];
}

/** Searches open requests as offers are searched: folded, corrected, highlighted. */
@Injectable()
export class RequestSearchService {
  constructor(
    private readonly index: RequestIndex,
    private readonly requests: RequestService,
    private readonly taxonomy: TaxonomyService,
    private readonly alternatives: SearchAlternatives,
  ) {}

  async search(actor: Actor, query: RequestSearchQuery, lang: Lang): Promise<RequestSearchResult> {
    const q = query.q?.trim() ?? '';
    const search: SearchQuery = {
      q,
      filters: filtersOf(query),
      sort: query.sort ?? (q === '' ? 'newest' : 'relevance'),
      offset: offsetOf(query),
      limit: query.size,
      facets: [...FACETS],
      exact: query.exact ?? false,
    };
    const found = await this.index.search(search);
    const alternatives = await this.alternatives.of(query, search, found, this.index);
    const mark = highlighter(found.highlight);
    const items = (await this.requests.stillOpen(actor, found.ids)).map((details) => {
      // What was searched: the approved revision, also for those who see a newer one.
      const { title, need } = details.request.live!;
      return { details, titleHighlighted: mark(title), needHighlighted: mark(excerpt(need, found.highlight)) };
    });
    return { ...pageOf(items, found.total, query, found.ids.length), facets: this.labelled(found.facets, lang), understood: found.understood, alternatives };
  }

  private labelled(facets: SearchResult['facets'], lang: Lang): RequestSearchResult['facets'] {
    const label = (facet: RequestFacet) => (facets[facet] ?? []).map(({ value, count }) => ({ value, label: this.taxonomy.label(facet, value, lang), count }));
    return Object.fromEntries(FACETS.map((facet) => [facet, label(facet)]));
  }
}

const filtersOf = ({ field, province, transferMode }: RequestSearchQuery): OfferFilters =>
  Object.fromEntries(Object.entries({ field, province, transferMode }).filter(([, codes]) => codes?.length));
