import { Optional, OneOf, PageQuery, QueryFlag, QueryFlagFilter, QueryList, QueryNumber, Text } from '@app/platform';

const SORTS = ['relevance', 'newest', 'priceAsc', 'priceDesc', 'title'] as const;
const MAX_PRICE = 1_000_000_000_000_000;
export const Q_MAX = 20_000;

/** The query names of `GET /offers`; saved searches and pages use the same names. */
export class OfferSearchQuery extends PageQuery {
  @Optional() @Text(Q_MAX) q?: string;
  @QueryList() kind?: string[];
  @QueryList() field?: string[];
  @QueryList() province?: string[];
  @QueryList() supplier?: string[];
  @QueryList() centre?: string[];
  @QueryNumber(1, 9) trlMin?: number;
  @QueryNumber(1, 9) trlMax?: number;
  @QueryNumber(0, MAX_PRICE) priceMin?: number;
  @QueryNumber(0, MAX_PRICE) priceMax?: number;
  @QueryList() transferMode?: string[];
  @QueryList() condition?: string[];
  @QueryFlagFilter() readyToTransfer?: boolean;
  @Optional() @OneOf(SORTS) sort?: (typeof SORTS)[number];
  /** A comma list of facets; absent: all; `none`. */
  @Optional() @Text(200) facets?: string;
  /** Search for exactly what was typed. */
  @QueryFlag() exact?: boolean;
}
