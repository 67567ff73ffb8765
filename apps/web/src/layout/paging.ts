import { LAST_PAGED_ROW, type Page } from '@app/platform';
import type { Paging } from '../components/pagination.js';
import { queryString } from '../i18n/routes.js';
import type { PageView } from './page-view.js';

const SIZE = 20;

/** Page number of a list in a query; what cannot be one is the first. */
export const pageIn = (query: Record<string, unknown>, size = SIZE): { page: number; size: number } => {
  const page = Number(query['page']);
  return { page: Number.isInteger(page) && page >= 1 ? Math.min(page, Math.floor(LAST_PAGED_ROW / size)) : 1, size };
};

/** Links to the pages of a list, which keep the rest of the query. */
export const pagingOf = (view: PageView, { total, page, size }: Page<unknown>): Paging => {
  const [address, query] = view.here[view.lang].split('?');
  const rest = Object.fromEntries(new URLSearchParams(query));
  return {
    page,
    pages: Math.ceil(Math.min(total, LAST_PAGED_ROW) / size),
    href: (n) => address + queryString({ ...rest, page: n > 1 ? n : undefined }),
  };
};
