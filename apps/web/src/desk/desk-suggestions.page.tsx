import { DataTable } from '../components/data-table.js';
import { ErrorSummary } from '../components/field.js';
import type { FormState } from '../components/form-state.js';
import { Icon } from '../components/icon.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface DeskSuggestionsPageProps {
  view: PageView;
  /** Queries that hold this are listed; empty: all. */
  q: string;
  total: number;
  suggested: { query: string; searches: number }[];
  paging: Paging;
  /** The newest that hold `q`. */
  withheld: { id: string; query: string; withheldAt: Moment }[];
  form: FormState;
}

export const DeskSuggestionsPage = ({ view, q, total, suggested, paging, withheld, form }: DeskSuggestionsPageProps) => {
  const { t, path, count, date } = sayIn(view.lang);
  const title = t('suggestions.title');
  return (
    <Page view={view} title={title} hasErrors={form.errors.length > 0} current="desk" crumbs={[{ text: t('nav.desk'), href: path('desk') }, { text: t('deskSearches.title'), href: path('deskSearches') }, { text: title }]} unlisted>
      <ErrorSummary form={form} />
      <div class="page-head">
        <h1>{title} <span class="count">({t('suggestions.count', { n: total })})</span></h1>
      </div>
      <p class="hint">{t('suggestions.lead')}</p>
      <form class="inner-search" method="get" action={path('deskSuggestions')}>
        <label for="suggestion-q">{t('suggestions.search')}</label>
        <input id="suggestion-q" type="search" name="q" value={q} maxLength={80} autocomplete="off" />
        <button class="button second" type="submit"><Icon name="search" /> {t('nav.searchButton')}</button>
      </form>
      {suggested.length ? (
        <DataTable
          caption={title}
          rows={suggested}
          keyOf={({ query }) => query}
          columns={[
            { head: t('deskSearches.column.query'), cell: ({ query }) => query },
            { head: t('deskSearches.column.searches'), number: true, cell: ({ searches }) => count(searches) },
            {
              head: t('deskSearches.column.help'),
              acts: true,
              cell: ({ query }) => (
                <details class="fold boxed">
                  <summary class="button quiet small">{t('suggestions.withhold')}…<span class="unseen"> {query}</span></summary>
                  <p>{t('suggestions.withholdText', { query })}</p>
                  <PostButton small look="remove" action={path('deskSuggestions')} fields={{ query }}>{t('suggestions.withholdNow')}</PostButton>
                </details>
              ),
            },
          ]}
        />
      ) : (
        <p class="meta">{t('suggestions.none')} {q ? <a href={path('deskSuggestions')}>{t('suggestions.all')}</a> : null}</p>
      )}
      <Pagination {...paging} />
      {withheld.length ? (
        <section class="form-section" aria-labelledby="withheld-title">
          <h2 id="withheld-title">{t('suggestions.withheld')}</h2>
          <DataTable
            caption={t('suggestions.withheld')}
            rows={withheld}
            keyOf={({ id }) => id}
            columns={[
              { head: t('deskSearches.column.query'), cell: ({ query }) => query },
              { head: t('suggestions.column.since'), cell: ({ withheldAt }) => date(withheldAt) },
              {
                head: t('deskSearches.column.help'),
                cell: ({ id, query }) => <PostButton small look="quiet" action={path('deskSuggestionRestore', { id })}>{t('suggestions.restore')}<span class="unseen">: {query}</span></PostButton>,
              },
            ]}
          />
        </section>
      ) : null}
    </Page>
  );
};
