import { Empty } from '../components/empty.js';
import { type ActiveFilter, Chips, Facet, type FacetGroup, FilterPanel } from '../components/filters.js';
import { Icon } from '../components/icon.js';
import { Notice } from '../components/notice.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { RequestRow, type RequestCard } from '../components/request-row.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface RequestsPageProps {
  view: PageView;
  /** The query as typed; empty when browsing. */
  q: string;
  total: number;
  /** When something else was searched for than what was typed. */
  corrected: { query: string; exactHref: string } | null;
  /** Where just what was typed was searched for: the same search with corrections. */
  exactly: string | null;
  items: RequestCard[];
  facets: FacetGroup[];
  filters: ActiveFilter[];
  clearHref: string;
  paging: Paging;
}

const FORM = 'filter';

const SearchNeeds = ({ q }: { q: string }) => {
  const { t } = useSay();
  return (
    <div class="inner-search">
      <label for="needs-q">{t('requests.search')}</label>
      <input id="needs-q" type="search" name="q" value={q} form={FORM} maxLength={400} autocomplete="off" />
      <button class="button main" type="submit" form={FORM}><Icon name="search" /> {t('nav.searchButton')}</button>
    </div>
  );
};

const UnderstoodLine = ({ q, corrected, exactly }: Pick<RequestsPageProps, 'q' | 'corrected' | 'exactly'>) => {
  const { t } = useSay();
  if (corrected) {
    return <Notice tone="info" lead={t('catalogue.searching', { query: corrected.query })} text={t('catalogue.typed', { typed: q })} link={{ href: corrected.exactHref, text: t('catalogue.exact') }} />;
  }
  if (!exactly || !q) return null;
  return <Notice tone="info" lead={t('catalogue.searchingExactly', { query: q })} link={{ href: exactly, text: t('requests.like') }} />;
};

const NoRequests = ({ isSearch, clearHref }: { isSearch: boolean; clearHref: string }) => {
  const { t } = useSay();
  if (!isSearch) return <Empty title={t('requests.empty.title')} text={t('requests.empty.text')} />;
  return <Empty title={t('requests.none.title')} text={t('requests.none.text')}><a class="button second" href={clearHref}>{t('requests.none.all')}</a></Empty>;
};

export const RequestsPage = (props: RequestsPageProps) => {
  const { view, q, total, items, facets, filters, clearHref, paging } = props;
  const { t, path } = sayIn(view.lang);
  const isSearch = q !== '' || filters.length > 0;
  return (
    <Page
      view={view}
      title={t('requests.title')}
      current="requests"
      unlisted={isSearch}
      crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('nav.requests') }]}
    >
      <div class="page-head">
        <div>
          <h1>{q ? t('requests.countFor', { n: total, q: props.corrected?.query ?? q }) : t('requests.count', { n: total })}</h1>
          <p class="meta">{t('requests.lead')}</p>
        </div>
        <a class="button main" href={path('requestNew')}><Icon name="plus" /> {t('footer.postNeed')}</a>
      </div>
      <div class="catalogue">
        <form id={FORM} class="catalogue-filters alone" action={path('requests')} method="get" aria-label={t('catalogue.filters')}>
          <FilterPanel active={filters.length}>
            <h2 class="filters-title">{t('catalogue.filters')}</h2>
            {facets.map((group, index) => <Facet key={group.name} group={group} index={index} />)}
            <button class="button second small" type="submit">{t('catalogue.apply')}</button>
          </FilterPanel>
        </form>
        <section class="catalogue-results" aria-label={t('requests.title')}>
          <SearchNeeds q={q} />
          <UnderstoodLine {...props} />
          <Chips filters={filters} clearHref={clearHref} />
          {items.length ? (
            <ul class="rows">{items.map((request) => <RequestRow key={request.slug} request={request} heading="h2" />)}</ul>
          ) : (
            <NoRequests isSearch={isSearch} clearHref={path('requests')} />
          )}
          <Pagination {...paging} />
        </section>
      </div>
    </Page>
  );
};
