import { Empty } from '../components/empty.js';
import { type ActiveFilter, Chips, Facet, type FacetGroup, FilterPanel } from '../components/filters.js';
import { Icon } from '../components/icon.js';
import { isPastEnd, Pagination, type Paging } from '../components/pagination.js';
import { RequestRow, type RequestCard } from '../components/request-row.js';
import { type CountedLink, type Understood, UnderstoodLine, Wider } from '../components/search-answer.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import { mayPostNeed, type PageView } from '../layout/page-view.js';

export interface RequestsPageProps {
  view: PageView;
  /** The query as typed; empty when browsing. */
  q: string;
  total: number;
  understood: Understood | null;
  /** Where nothing was found: the nearest searches that find something. */
  wider?: CountedLink[];
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

const NoRequests = ({ isSearch, clearHref, wider }: { isSearch: boolean; clearHref: string; wider: CountedLink[] }) => {
  const { t } = useSay();
  if (!isSearch) return <Empty title={t('requests.empty.title')} text={t('requests.empty.text')} />;
  return (
    <Empty title={t('requests.none.title')} text={t('requests.none.text')}>
      <Wider links={wider} />
      <div class="actions"><a class="button second" href={clearHref}>{t('requests.none.all')}</a></div>
    </Empty>
  );
};

export const RequestsPage = (props: RequestsPageProps) => {
  const { view, q, total, understood, wider = [], items, facets, filters, clearHref, paging } = props;
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
          <h1>{q ? t('requests.countFor', { n: total, q: understood?.corrected ?? q }) : t('requests.count', { n: total })}</h1>
          <p class="meta">{t('requests.lead')}</p>
        </div>
        {mayPostNeed(view.viewer) ? <a class="button main" href={path('requestNew')}><Icon name="plus" /> {t('footer.postNeed')}</a> : null}
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
          <UnderstoodLine q={q} understood={understood} none={t('requests.relaxed')} />
          <Chips filters={filters} clearHref={clearHref} />
          {items.length ? (
            <ul class="rows">{items.map((request) => <RequestRow key={request.slug} request={request} heading="h2" />)}</ul>
          ) : null}
          {items.length || isPastEnd(paging) ? null : <NoRequests isSearch={isSearch} clearHref={path('requests')} wider={wider} />}
          <Pagination {...paging} />
        </section>
      </div>
    </Page>
  );
};
