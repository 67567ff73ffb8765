import type { FormState } from '../components/form-state.js';
import type { Paging } from '../components/pagination.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';

const SIZE = 10;

/** One page of a request's matches, best first; where a match's form came back, the page that it stands on. */
export const pageOfMatches = <M extends { id: string }>(view: PageView, matches: M[], form?: FormState): { shown: M[]; total: number; paging: Paging } => {
  const query = Object.fromEntries(new URLSearchParams(view.here[view.lang].split('?')[1]));
  const returned = matches.findIndex(({ id }) => form?.scope?.endsWith(id));
  const last = Math.max(1, Math.ceil(matches.length / SIZE));
  const page = returned >= 0 ? Math.floor(returned / SIZE) + 1 : Math.min(pageIn(query, SIZE).page, last);
  const paging = pagingOf(view, { items: [], total: matches.length, page, size: SIZE });
  return { shown: matches.slice((page - 1) * SIZE, page * SIZE), total: matches.length, paging: { ...paging, href: (n) => `${paging.href(n)}#matches` } };
};
