import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import type { SynonymGroup } from '../domain/understanding/synonym-groups.js';

/** Grows when the shape of documents changes in a way that the settings do not show. */
const DOCUMENT_SHAPE = 1;
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
      attributePatterns: ['terms', 'exact', 'kind', 'field', 'province', 'supplier', 'centre', 'transferMode', 'condition', 'readyToTransfer'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['trl', 'priceMin', 'priceTop'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['publishedAt', 'priceMin', 'titleKey', 'id'],
  rankingRules: ['sort', 'words', 'attributeRank', 'proximity', 'exactness', 'wordPosition', 'publishedAt:desc', 'id:asc'],
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

/** Another server, other settings or other synonyms need another index, so all three are in its name. */
export const indexName = (installation: string, synonyms: readonly SynonymGroup[]): string => {
  const content = JSON.stringify([DOCUMENT_SHAPE, SETTINGS, synonyms]);
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return `offers_${installation.replace(/[^a-zA-Z0-9]/g, '').slice(0, 12)}_${digest}`;
};
