/** What may be found of one live offer: its public projection, flat. Money is whole VND. */
export interface OfferDocument {
  id: string;
  /** Grows with every change; an engine never replaces a newer one by an older one. */
  version: number;
  lang: 'vi' | 'en';
  kind: string;
  title: string;
  keywords: string[];
  summary: string;
  description: string;
  specs: string;
  supplierId: string;
  supplierName: string;
  centreId: string;
  en?: { title?: string; summary?: string; description?: string };
  fields: string[];
  province: string | null;
  trl: number | null;
  transferModes: string[];
  condition: string | null;
  readyToTransfer: boolean;
  priceMin: number | null;
  priceMax: number | null;
  /** Milliseconds since the epoch. */
  publishedAt: number;
}

/** What filters, sorts and names an offer. */
export type OfferTraits = Omit<OfferDocument, 'lang' | 'keywords' | 'summary' | 'description' | 'specs' | 'supplierName' | 'en'>;

/** Values of one list are alternatives; different filters must all hold. `supplier` and `centre` are ids. */
export interface OfferFilters {
  kind?: string[];
  field?: string[];
  province?: string[];
  supplier?: string[];
  centre?: string[];
  trlMin?: number;
  trlMax?: number;
  /** Keeps offers whose highest known price is at least this; unknown prices are left out. */
  priceMin?: number;
  /** Keeps offers whose minimum is at most this; unknown prices are left out. */
  priceMax?: number;
  transferMode?: string[];
  condition?: string[];
  readyToTransfer?: boolean;
}

export type SortOrder = 'relevance' | 'newest' | 'priceAsc' | 'priceDesc' | 'title';
export type FacetName =
  'field' | 'kind' | 'province' | 'supplier' | 'trl' | 'transferMode' | 'condition' | 'readyToTransfer';
export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchQuery {
  q: string;
  filters: OfferFilters;
  sort: SortOrder;
  offset: number;
  limit: number;
  facets: FacetName[];
  /** No correction, no synonyms, no completion of the last word. */
  exact: boolean;
  /** Leaves out what only a second, more doubtful reading finds where the likely one finds nothing clearly. */
  sure?: boolean;
}

export type EngineName = 'embedded' | 'meilisearch';

export interface SearchResult {
  /** Which engine answered. */
  engine: EngineName;
  ids: string[];
  total: number;
  facets: Partial<Record<FacetName, FacetCount[]>>;
  /**
   * `corrected` equals `query` when nothing was corrected; `relaxed` says that not every word had to be found; `filters`
   * is there only when the text named limits, which then filter.
   */
  understood: { query: string; corrected: string; synonyms: string[][]; relaxed: boolean; filters?: { priceMin?: number; priceMax?: number } };
  /** Folded words, or runs of words with one space between, to mark in shown text. */
  highlight: string[];
  /** It goes on from places that another engine has filled: the same search may be answered otherwise once it is begun anew. */
  isContinued?: true;
}

/** Hits of one page, and the values that facets count. */
export type Hits = Pick<SearchResult, 'ids' | 'facets'>;

/** An engine will not answer this search, however often it is asked; it says nothing of others. */
export class RefusedSearch extends Error {}

/** One index of offers. Both adapters obey `searchEngineContract`. */
export abstract class SearchEngine {
  abstract readonly name: EngineName;
  /** Adds or replaces; a document older than the held one is ignored. */
  abstract put(docs: OfferDocument[]): Promise<void>;
  abstract remove(ids: string[]): Promise<void>;
  /**
   * Throws {@link RefusedSearch} where the search itself is the fault. An engine that has to wait for its answer may tell meanwhile which hits
   * and suppliers that will have, most likely.
   */
  abstract search(query: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult>;
  /** Held versions by id, for reconciliation. */
  abstract versions(): Promise<Map<string, number>>;
  /** The same of some; what is not held is left out. */
  abstract versionsOf(ids: readonly string[]): Promise<Map<string, number>>;
  abstract size(): Promise<number>;
  abstract close(): Promise<void>;
  /** Why it does not answer as it was set up to, for people who run the floor; null while it does. */
  get trouble(): string | null {
    return null;
  }
  /** These have changed in this process's own index, or left it. */
  changed(_ids: readonly string[]): void {
    // An engine in this process knows it.
  }
  /** Searches are read by other synonyms from now on. */
  synonymsChanged(): void {
    // An engine in this process has them.
  }
  /** Its documents are loaded: it may be asked from now on. */
  begin(): void {
    // An engine in this process is ready as it is.
  }
}
