import { Empty } from '../components/empty.js';
import { ErrorSummary, TextField } from '../components/field.js';
import { type FormState, scoped } from '../components/form-state.js';
import { Icon } from '../components/icon.js';
import { Tag, Tags } from '../components/tags.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

/** An offer that the query should perhaps find. */
export interface NearOfferRow {
  id: string;
  slug: string;
  title: string;
  supplier: string;
  /** Words of the query that it lacks. */
  missing: string[];
  /** The reader may propose keywords to its owner. */
  mayAdvise: boolean;
}

export interface DeskSearchPageProps {
  view: PageView;
  q: string;
  /** The catalogue page of the query. */
  href: string;
  total: number;
  /** No offer has all words. */
  relaxed: boolean;
  /** Other words by which offers were looked for; empty: those of the query. */
  like: string;
  offers: NearOfferRow[];
  /** The form that came back; its scope is the offer's id. */
  form?: FormState;
}

const Advise = ({ offer, page }: { offer: NearOfferRow; page: DeskSearchPageProps }) => {
  const { t, path } = useSay();
  const returned = scoped(offer.id, page.form);
  const form = returned.errors.length ? returned : { ...returned, values: { keywords: page.q } };
  return (
    <details class="fold boxed" open={returned.errors.length > 0}>
      <summary class="button second small">{t('deskSearch.advise')}…<span class="unseen"> {offer.title}</span></summary>
      <form method="post" action={path('deskSearch')} noValidate>
        <input type="hidden" name="q" value={page.q} />
        <input type="hidden" name="like" value={page.like} />
        <input type="hidden" name="offer" value={offer.id} />
        <TextField form={form} name="keywords" label={t('deskSearch.keywords')} hint={t('deskSearch.keywordsHint', { q: page.q })} maxLength={600} required />
        <button class="button second small" type="submit">{t('deskSearch.send')}</button>
      </form>
    </details>
  );
};

const Near = ({ offer, page }: { offer: NearOfferRow; page: DeskSearchPageProps }) => {
  const { t, path } = useSay();
  const { missing } = offer;
  return (
    <li class="row">
      <Tags>{missing.length ? <Tag tone="rice">{t('deskSearch.missing', { words: missing.join(', ') })}</Tag> : <Tag tone="ok" icon="check">{t('deskSearch.complete')}</Tag>}</Tags>
      <h3><a href={path('offer', { slug: offer.slug })}>{offer.title}</a></h3>
      <p class="meta">{offer.supplier}</p>
      {missing.length === 0 ? null : offer.mayAdvise ? <Advise offer={offer} page={page} /> : <p class="meta">{t('deskSearch.elsewhere')}</p>}
    </li>
  );
};

/** One query that people asked, and the two ways to help it: synonyms, and keywords of an offer that should be found. */
export const DeskSearchPage = (props: DeskSearchPageProps) => {
  const { view, q, href, total, relaxed, like, offers, form } = props;
  const { t, path } = sayIn(view.lang);
  return (
    <Page
      view={view}
      title={t('deskSearch.title', { q })}
      hasErrors={Boolean(form?.errors.length)}
      current="desk"
      crumbs={[{ text: t('nav.desk'), href: path('desk') }, { text: t('deskSearches.title'), href: path('deskSearches') }, { text: q }]}
      unlisted
    >
      {form ? <ErrorSummary form={form} /> : null}
      <div class="page-head"><h1>{t('deskSearch.title', { q })}</h1></div>
      <p>{t(relaxed && total > 0 ? 'synonym.foundPartly' : 'synonym.found', { n: total })} · <a href={href}>{t('desk.seePublic')}</a></p>
      <section class="form-section" aria-labelledby="words-title">
        <h2 id="words-title">{t('deskSearch.words')}</h2>
        <p class="hint">{t('deskSearch.wordsText')}</p>
        <div class="actions"><a class="button main" href={path('deskSynonymNew', {}, { q })}>{t('deskSearches.addSynonym')}</a></div>
      </section>
      <section class="form-section" aria-labelledby="near-title">
        <h2 id="near-title">{t('deskSearch.near')}</h2>
        <p class="hint">{t('deskSearch.nearText')}</p>
        <form class="inner-search" method="get" action={path('deskSearch')}>
          <label for="like">{t('deskSearch.like')}</label>
          <input type="hidden" name="q" value={q} />
          <input id="like" type="search" name="like" value={like} maxLength={400} autocomplete="off" />
          <button class="button second" type="submit"><Icon name="search" /> {t('nav.searchButton')}</button>
        </form>
        {offers.length ? <ul class="rows">{offers.map((offer) => <Near key={offer.id} offer={offer} page={props} />)}</ul> : <Empty title={t('deskSearch.none')} />}
      </section>
    </Page>
  );
};
