import { Injectable } from '@nestjs/common';
import { type OfferCard, OfferReader, type SupplierCard } from '@app/catalog';
import { CentreService, OrganizationService } from '@app/organizations';
import { invalidFields, type Lang, offsetOf, oncePerObject, type Page, pageOf } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { highlighter, readText } from '../domain/highlight.js';
import { type EngineName, type FacetName, type Hits, type OfferFilters, SearchEngine, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import type { OfferSearchQuery } from '../http/offer-search.dto.js';
import { type SearchAlternative, SearchAlternatives } from './search-alternatives.js';
import { assertRanges } from './search-query.js';

export const FACETS: readonly FacetName[] = ['field', 'kind', 'province', 'supplier', 'trl', 'transferMode', 'condition', 'readyToTransfer'];

/** A hit: its card, and the same texts as HTML with what was found in `<mark>`. */
export interface FoundOffer {
  card: Readonly<OfferCard>;
  titleHighlighted: string;
  summaryHighlighted: string;
}

export interface LabelledCount {
  value: string;
  label: string;
  count: number;
}

export interface OfferSearchResult extends Page<FoundOffer> {
  facets: Partial<Record<FacetName, LabelledCount[]>>;
  understood: SearchResult['understood'];
  /** Other searches to offer, nearest first; see `kind`. */
  alternatives: SearchAlternative[];
  engine: EngineName;
  tookMs: number;
}

/** Ids of the suppliers and centres that searches name. */
export interface Named {
  suppliers: Map<string, string>;
  centres: Map<string, string>;
}

/** Searches live offers: one engine call, one statement for the hits. */
@Injectable()
export class OfferSearchService {
  constructor(
    private readonly engine: SearchEngine,
    private readonly offers: OfferReader,
    private readonly organizations: OrganizationService,
    private readonly centres: CentreService,
    private readonly taxonomy: TaxonomyService,
    private readonly alternatives: SearchAlternatives,
  ) {}

  async search(query: OfferSearchQuery, lang: Lang): Promise<OfferSearchResult> {
    const started = performance.now();
    const search = this.engineQuery(query, await this.named([query]));
    const ahead = new ReadAhead((hits) => this.offers.liveCardsAmong(hits.ids, suppliersIn(hits)));
    const found = await this.engine.search(search, (likely) => ahead.begin(likely));
    const [{ cards, suppliers }, alternatives] = await Promise.all([ahead.of(found), this.alternatives.of(query, search, found)]);
    const mark = highlighter(found.highlight);
    const items = cards.map((card) => {
      const { title, summary } = textsOf(card);
      return { card, titleHighlighted: mark(title), summaryHighlighted: mark(summary) };
    });
    return {
      ...pageOf(items, found.total, query, found.ids.length),
      facets: this.labelled(found.facets, suppliers, lang),
      understood: found.understood,
      alternatives,
      engine: found.engine,
      tookMs: Math.round((performance.now() - started) * 10) / 10,
    };
  }

  /** The suppliers and centres that searches name by id or slug: two statements at most, for any number of searches. */
  async named(queries: readonly OfferSearchQuery[]): Promise<Named> {
    const [suppliers, centres] = await Promise.all([
      this.organizations.resolveIds(queries.flatMap(({ supplier }) => supplier ?? [])), this.centres.resolveIds(queries.flatMap(({ centre }) => centre ?? [])),
    ]);
    return { suppliers, centres };
  }

  /** A search as engines read it. Throws what the search would. */
  engineQuery(query: OfferSearchQuery, named: Named): SearchQuery {
    assertRanges(query);
    const q = query.q ?? '';
    return {
      q,
      filters: filtersOf(query, named),
      sort: query.sort ?? (q.trim() ? 'relevance' : 'newest'),
      offset: offsetOf(query),
      limit: query.size,
      facets: facetsOf(query.facets),
      exact: query.exact ?? false,
    };
  }

  private labelled(facets: SearchResult['facets'], suppliers: readonly SupplierCard[], lang: Lang): OfferSearchResult['facets'] {
    const names = new Map(suppliers.map(({ id, name }) => [id, name]));
    const label = (facet: FacetName, value: string): string => {
      if (facet === 'supplier') return names.get(value) ?? value;
      if (facet === 'readyToTransfer') return READY[lang][value === 'true' ? 0 : 1];
      return this.taxonomy.label(facet, value, lang);
    };
    return Object.fromEntries(
      Object.entries(facets).map(([name, counts]) => [
        name,
        counts.map(({ value, count }) => ({ value, label: label(name as FacetName, value), count })),
      ]),
    );
  }
}

const suppliersIn = ({ facets }: Hits): string[] => (facets.supplier ?? []).map(({ value }) => value);

/** Reads what an answer will likely show while the engine still waits for it. */
class ReadAhead<T> {
  private begun: { hits: Hits; read: Promise<T> } | undefined;

  constructor(private readonly read: (hits: Hits) => Promise<T>) {}

  begin(hits: Hits): void {
    const read = this.read(hits);
    // What failed may not be needed.
    read.catch(() => undefined);
    this.begun = { hits, read };
  }

  /** What was read ahead, unless something else was found. */
  of(found: Hits): Promise<T> {
    return this.begun && coversHits(this.begun.hits, found) ? this.begun.read : this.read(found);
  }
}

function coversHits(likely: Hits, found: Hits): boolean {
  if (likely.ids.length !== found.ids.length || !found.ids.every((id, at) => id === likely.ids[at])) return false;
  const suppliers = new Set(suppliersIn(likely));
  return suppliersIn(found).every((id) => suppliers.has(id));
}

const textsOf = oncePerObject(({ title, summary }: Readonly<OfferCard>) => ({ title: readText(title), summary: readText(summary) }));

const READY = { vi: ['Sẵn sàng chuyển giao', 'Chưa sẵn sàng'], en: ['Ready to transfer', 'Not yet ready'] } as const;

const only = <K extends keyof OfferFilters>(name: K, value: OfferFilters[K] | undefined): Partial<OfferFilters> =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };

const filtersOf = (query: OfferSearchQuery, named: Named): OfferFilters => ({
  ...only('kind', query.kind),
  ...only('field', query.field),
  ...only('province', query.province),
  ...only('transferMode', query.transferMode),
  ...only('condition', query.condition),
  ...only('supplier', query.supplier?.map((name) => named.suppliers.get(name)!)),
  ...only('centre', query.centre?.map((name) => named.centres.get(name)!)),
  ...only('trlMin', query.trlMin),
  ...only('trlMax', query.trlMax),
  ...only('priceMin', query.priceMin),
  ...only('priceMax', query.priceMax),
  ...only('readyToTransfer', query.readyToTransfer),
});

const facetsOf = (text: string | undefined): FacetName[] => {
  if (text === undefined || text === '') return [...FACETS];
  if (text === 'none') return [];
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(FACETS as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidFields([{ field: 'facets', code: 'unknown', message: `Không có nhóm lọc "${unknown}". / No facet "${unknown}".` }]);
  return names as FacetName[];
};
