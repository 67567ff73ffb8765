import { commonErrors, invalidFields } from './domain-error.js';

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

const CURSOR = /^o(\d{1,9})$/;

/** The cursor of a list whose order stays while nothing changes: how many rows come before. */
export const cursorAt = (offset: number): string => Buffer.from(`o${offset}`).toString('base64url');

/** Rows before this page. Throws 422 for a broken cursor, and for a page past row 10,000 without one. */
export const offsetOf = ({ page, size, cursor }: PageRequest): number => {
  if (cursor !== undefined) {
    const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
    if (!match) throw invalidFields([{ field: 'cursor', code: 'cursor', message: 'Con trỏ không hợp lệ. / Not a valid cursor.' }]);
    return Number(match[1]);
  }
  const offset = (page - 1) * size;
  if (offset + size <= LAST_PAGED_ROW) return offset;
  throw commonErrors.cursor_required({}, [{ field: 'page', code: 'cursor_required', message: 'Sau dòng 10.000 hãy dùng "cursor". / Past row 10,000 use "cursor".' }]);
};

/**
 * The answer for a page that began at `offsetOf(request)`, with the cursor of the next one while there is one.
 * `passed` is how many rows the page used up when some of them are not shown.
 */
export const pageOf = <T>(items: T[], total: number, request: PageRequest, passed = items.length): Page<T> => {
  const next = offsetOf(request) + passed;
  const { size } = request;
  const page = request.cursor === undefined ? request.page : Math.floor(offsetOf(request) / size) + 1;
  return { items, total, page, size, ...(passed > 0 && next < total ? { nextCursor: cursorAt(next) } : {}) };
};

export const mapPage = <A, B>(page: Page<A>, to: (item: A) => B): Page<B> => ({ ...page, items: page.items.map(to) });
