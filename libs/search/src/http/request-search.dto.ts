import { OneOf, Optional, PageQuery, QueryFlag, QueryList, Text } from '@app/platform';
import type { RequestView } from '@app/requests';
import type { RequestSearchResult } from '../application/request-search.service.js';

/** The query names of `GET /requests`. */
export class RequestSearchQuery extends PageQuery {
  @Optional() @Text(400) q?: string;
  @QueryList() field?: string[];
  @QueryList() province?: string[];
  @QueryList() transferMode?: string[];
  @Optional() @OneOf(['relevance', 'newest', 'title']) sort?: 'relevance' | 'newest' | 'title';
  /** Search for exactly what was typed. */
  @QueryFlag() exact?: boolean;
}

/** A request with its title and a part of its need as approved, where hits are in `<mark>` and all else is escaped. */
export interface FoundRequestView extends RequestView {
  titleHighlighted: string;
  needHighlighted: string;
}

export interface RequestSearchView extends Omit<RequestSearchResult, 'items'> {
  items: FoundRequestView[];
}
