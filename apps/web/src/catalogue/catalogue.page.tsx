import { Empty } from '../components/empty.js';
import { type ActiveFilter, Chips, Facet, type FacetGroup, FilterPanel } from '../components/filters.js';
import { type Choice, ErrorSummary, SelectField, TextField } from '../components/field.js';
import type { FormState } from '../components/form-state.js';
import { type OfferCard, OfferRow } from '../components/offer-row.js';
import { isPastEnd, Pagination } from '../components/pagination.js';
import { type CountedLink, LimitsLine, type NamedLimits, type Understood, UnderstoodLine, Wider } from '../components/search-answer.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import { mayPostNeed, type PageView } from '../layout/page-view.js';

export const SORTS = ['relevance', 'newest', 'priceAsc', 'priceDesc', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export interface CataloguePageProps {
  view: PageView;
  /** The query as typed; empty when browsing. */
  q: string;
  total: number;
  page: number;
  pages: number;
  pageHref: (page: number) => string;
  /** Null: the order that is natural here, the best fit of a query or the newest. */
  sort: Sort | null;
  items: OfferCard[];
  facets: FacetGroup[];
  filters: ActiveFilter[];
  /** Filters without a group, sent along unseen: name and value. */
  kept?: [string, string][];
  clearHref: string;
  understood: Understood | null;
  limits?: NamedLimits | null;
  /** How often a saved search may tell of what is new. */
  frequencies: Choice[];
  /** Where nothing was found: the nearest searches that find something. */
  wider?: CountedLink[];
  /** The form that saves the search, when it came back. */
  form?: FormState;
}

const FORM = 'filter';
const SAVED_NAME_MAX = 200;

/** The natural order is sent as nothing, so that a query typed while browsing is answered with the best fit first. */
const SortChoice = ({ sort, q }: { sort: Sort | null; q: string }) => {
  const { t } = useSay();
  const natural: Sort = q ? 'relevance' : 'newest';
  const offered = SORTS.filter((one) => one !== 'relevance' || q);
  return (
    <p class="sort">
      <label for="sort">{t('catalogue.sort')}</label>
      <select id="sort" name="sort" form={FORM}>
        {offered.map((one) => <option key={one} value={one === natural ? '' : one} selected={one === (sort ?? natural)}>{t(`catalogue.sort.${one}`)}</option>)}
      </select>
    </p>
  );
};

const NoResults = ({ view, q, filters, wider = [] }: Pick<CataloguePageProps, 'view' | 'q' | 'filters' | 'wider'>) => {
  const { t, path } = useSay();
  if (!mayPostNeed(view.viewer)) {
    return <Empty title={t('catalogue.empty.title')} text={t('catalogue.empty.wordsOnly')}><Wider links={wider} /></Empty>;
  }
  return (
    <Empty title={t('catalogue.empty.title')} text={t(filters.length ? 'catalogue.empty.text' : 'catalogue.empty.words')}>
      <Wider links={wider} />
      <div class="actions">
        <a class="button main" href={path('requestNew', {}, { need: q })}>{t('catalogue.empty.need')}</a>
      </div>
    </Empty>
  );
};

/** Keeps the search of this page; who is not signed in comes back here first. */
const SaveSearch = ({ view, q, filters, frequencies, form }: Pick<CataloguePageProps, 'view' | 'q' | 'filters' | 'frequencies' | 'form'>) => {
  const { t, path } = useSay();
  const here = view.here[view.lang];
  const name = [q, ...filters.map(({ label }) => label)].filter(Boolean).join(', ').slice(0, SAVED_NAME_MAX);
  if (!view.viewer) return <a class="button second" href={path('signIn', {}, { next: here })}>{t('catalogue.save')}</a>;
  const shown = form ?? { values: { name, frequency: 'daily' }, errors: [], scope: 'save' };
  return (
    <details class="fold boxed" open={form !== undefined}>
      <summary class="button second">{t('catalogue.save')}</summary>
      <form class="form-page" method="post" action={path('searchSave')} noValidate>
        <input type="hidden" name="query" value={here.split('?')[1] ?? ''} />
        <TextField form={shown} name="name" label={t('catalogue.save.name')} maxLength={SAVED_NAME_MAX} required />
        <SelectField form={shown} name="frequency" label={t('catalogue.save.frequency')} choices={frequencies} required />
        <div class="actions"><button class="button main" type="submit">{t('catalogue.saveNow')}</button></div>
      </form>
    </details>
  );
};

/** Offers that have only some of the words are not counted as answers. */
const headingOf = ({ view, q, total, understood }: CataloguePageProps): string => {
  const { t } = sayIn(view.lang);
  const shown = understood?.corrected ?? q;
  if (!shown) return t('catalogue.count', { n: total });
  return understood?.relaxed ? t('catalogue.nearFor', { q: shown }) : t('catalogue.countFor', { n: total, q: shown });
};

const titleOf = (props: CataloguePageProps): string => {
  const { view, q, page } = props;
  const { t } = sayIn(view.lang);
  const base = q ? headingOf(props) : t('catalogue.title');
  return page > 1 ? `${base}, ${t('catalogue.page', { n: page })}` : base;
};

export const CataloguePage = (props: CataloguePageProps) => {
  const { view, q, page, pages, pageHref, sort, items, facets, filters, kept = [], clearHref, understood, limits = null, frequencies, wider, form } = props;
  const { t, path } = sayIn(view.lang);
  const action = path('offers');
  return (
    <Page
      view={view}
      title={titleOf(props)}
      hasErrors={Boolean(form?.errors.length)}
      current="offers"
      search={{ q, form: FORM }}
      crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('nav.offers') }]}
      unlisted={filters.length > 0 || q !== ''}
      live
    >
      {form ? <ErrorSummary form={form} /> : null}
      <div class="catalogue">
        <form
          id={FORM}
          class="catalogue-filters"
          action={action}
          method="get"
          aria-label={t('catalogue.filters')}
          hx-get={action}
          hx-target="#main"
          hx-select="#main"
          hx-swap="outerMorph"
          hx-trigger="change, submit, input changed delay:300ms from:#q, change delay:50ms from:#q"
          hx-sync="this:replace"
          hx-push-url="true"
        >
          {kept.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
          <FilterPanel active={filters.length}>
            <h2 class="filters-title">{t('catalogue.filters')}</h2>
            {facets.map((group, index) => <Facet key={group.name} group={group} index={index} />)}
            <button class="button second small" type="submit">{t('catalogue.apply')}</button>
          </FilterPanel>
        </form>
        <section class="catalogue-results" aria-labelledby="h-results">
          <div class="catalogue-head">
            <h1 id="h-results" aria-live="polite">{headingOf(props)}</h1>
            <SortChoice sort={sort} q={q} />
          </div>
          <UnderstoodLine q={q} understood={understood} none={t('catalogue.relaxed')} />
          <LimitsLine limits={limits} />
          <Chips filters={filters} clearHref={clearHref} />
          {q || filters.length || form ? <SaveSearch view={view} q={q} filters={filters} frequencies={frequencies} form={form} /> : null}
          {items.length ? <ul class="rows">{items.map((offer) => <OfferRow key={offer.slug} offer={offer} heading="h2" />)}</ul> : null}
          {items.length || isPastEnd(props) ? null : <NoResults view={view} q={q} filters={filters} wider={wider} />}
          {items.length && wider ? <Wider links={wider} /> : null}
          {items.length && understood?.relaxed && mayPostNeed(view.viewer) ? <p><a href={path('requestNew', {}, { need: q })}>{t('catalogue.near.need')}</a></p> : null}
          <Pagination page={page} pages={pages} href={pageHref} />
        </section>
      </div>
    </Page>
  );
};
