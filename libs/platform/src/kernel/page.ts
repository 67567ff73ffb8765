/** One page of a list, as every list of the API answers it. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
  nextCursor?: string;
}

export interface PageRequest {
  page: number;
  size: number;
  cursor?: string;
}

/** The last row that may be reached by page number; beyond it lists are read by cursor. */
export const LAST_PAGED_ROW = 10_000;

export const mapPage = <A, B>(page: Page<A>, to: (item: A) => B): Page<B> => ({ ...page, items: page.items.map(to) });
