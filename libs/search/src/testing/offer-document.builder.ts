import type { OfferDocument, SearchQuery } from '../ports/search-engine.port.js';

/** A document that is found by nothing but what the test says of it. */
export const offerDocument = (id: string, title: string, more: Partial<OfferDocument> = {}): OfferDocument => ({
  id,
  version: 1,
  lang: 'vi',
  kind: 'equipment',
  title,
  keywords: [],
  summary: '',
  description: '',
  specs: '',
  supplierId: 'supplier-1',
  supplierName: '',
  centreId: 'centre-1',
  fields: [],
  province: null,
  trl: null,
  transferModes: [],
  condition: null,
  readyToTransfer: false,
  priceMin: null,
  priceMax: null,
  publishedAt: 1_700_000_000_000,
  ...more,
});

export const searchQuery = (q: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  q,
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 50,
  facets: [],
  exact: false,
  ...more,
});
