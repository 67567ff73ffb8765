import { useSay } from '../i18n/say.js';
import { Empty } from './empty.js';
import { Icon } from './icon.js';

export interface Paging {
  page: number;
  pages: number;
  /** Address of a page of the same list. */
  href: (page: number) => string;
}

/** A list that has become shorter, or an address typed by hand. */
export const isPastEnd = ({ page, pages }: Pick<Paging, 'page' | 'pages'>): boolean => pages > 0 && page > pages;

const PastEnd = ({ pages, href }: Pick<Paging, 'pages' | 'href'>) => {
  const { t } = useSay();
  return (
    <Empty title={t('pagination.pastEnd', { n: pages })}>
      <div class="actions"><a class="button second" href={href(pages)}>{t('pagination.toLast')}</a></div>
    </Empty>
  );
};

const shownPages = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);

export const Pagination = ({ page, pages, href }: Paging) => {
  const { t, count } = useSay();
  if (isPastEnd({ page, pages })) return <PastEnd pages={pages} href={href} />;
  if (pages < 2) return null;
  const shown = shownPages(page, pages);
  return (
    <nav class="pagination" aria-label={t('pagination.label')}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev"><Icon name="chevron-left" /> {t('pagination.previous')}</a>
      ) : (
        <span class="off"><Icon name="chevron-left" /> {t('pagination.previous')}</span>
      )}
      {shown.map((n, index) => (
        <>
          {index && n - shown[index - 1] > 1 ? <span class="gap">…</span> : null}
          <a href={href(n)} aria-label={t('pagination.page', { n })} aria-current={n === page ? 'page' : undefined}>{count(n)}</a>
        </>
      ))}
      {page < pages ? (
        <a href={href(page + 1)} rel="next">{t('pagination.next')} <Icon name="chevron-right" /></a>
      ) : (
        <span class="off">{t('pagination.next')} <Icon name="chevron-right" /></span>
      )}
    </nav>
  );
};
