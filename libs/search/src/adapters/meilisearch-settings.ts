import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import type { SynonymGroup } from '../domain/understanding/synonym-group.js';

/** Grows when the shape of documents changes in a way that the settings do not show. */
const DOCUMENT_SHAPE = 5;
const MORE_THAN_ANY = 1_000_000;

/**
 * The index's settings as code. Typing slips, prefixes and synonyms are ours (one understanding before both engines), so
 * the server's own are off; the order of rules is published with the ranking criteria.
 */
export const SETTINGS: Settings = {
  searchableAttributes: ['title', 'titleEn', 'keywords', 'alsoCalled', 'summary', 'rest', 'anchor'],
  displayedAttributes: ['id', 'version'],
  filterableAttributes: [
    {
      attributePatterns: ['terms', 'exact', 'titled', 'kind', 'field', 'province', 'supplier', 'centre', 'transferMode', 'condition', 'readyToTransfer'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['trl', 'priceMin', 'priceTop'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['publishedAt', 'priceMin', 'titleKey', 'titleLength', 'id'],
  rankingRules: ['sort', 'words', 'attributeRank', 'proximity', 'exactness', 'wordPosition', 'titleLength:asc', 'publishedAt:desc', 'id:asc'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byWord',
  faceting: { maxValuesPerFacet: 10_000 },
  pagination: { maxTotalHits: MORE_THAN_ANY },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['vie'] }],
  searchCutoffMs: 1_000,
};

export const indexPrefix = (installation: string): string => `offers_${installation.replace(/[^a-zA-Z0-9]/g, '').slice(0, 12)}_`;

const known = new WeakMap<readonly SynonymGroup[], string>();

/** Other settings or other synonyms need another index, so both are in its name. */
export function indexName(prefix: string, synonyms: readonly SynonymGroup[]): string {
  let digest = known.get(synonyms);
  if (digest === undefined) {
    digest = createHash('sha256').update(JSON.stringify([DOCUMENT_SHAPE, SETTINGS, synonyms])).digest('hex').slice(0, 12);
    known.set(synonyms, digest);
  }
  return `${prefix}${digest}`;
}
