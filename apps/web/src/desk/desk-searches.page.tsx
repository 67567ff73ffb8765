import { DataTable } from '../components/data-table.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SearchedFor {
  query: string;
  /** The catalogue page of the query. */
  href: string;
  searches: number;
  withoutResult: number;
}

export interface DeskSearchesPageProps {
  view: PageView;
  top: SearchedFor[];
  withoutResult: SearchedFor[];
}

export const DeskSearchesPage = ({ view, top, withoutResult }: DeskSearchesPageProps) => {
  const { t, path, count } = sayIn(view.lang);
  const table = (caption: string, rows: SearchedFor[]) =>
    rows.length ? (
      <DataTable
        caption={caption}
        rows={rows}
        keyOf={({ query }) => query}
        columns={[
          { head: t('deskSearches.column.query'), cell: ({ query, href }) => <a href={href}>{query}</a> },
          { head: t('deskSearches.column.searches'), number: true, cell: ({ searches }) => count(searches) },
          { head: t('deskSearches.column.withoutResult'), number: true, cell: (row) => count(row.withoutResult) },
          { head: t('deskSearches.column.help'), cell: ({ query }) => <a href={path('deskSynonymNew', {}, { q: query })}>{t('deskSearches.addSynonym')}<span class="unseen">: {query}</span></a> },
        ]}
      />
    ) : (
      <p class="meta">{t('deskSearches.nothing')}</p>
    );
  return (
    <Page view={view} title={t('deskSearches.title')} current="desk" crumbs={[{ text: t('nav.desk'), href: path('desk') }, { text: t('deskSearches.title') }]} unlisted>
      <div class="page-head">
        <h1>{t('deskSearches.title')}</h1>
        <a class="button second" href={path('deskSynonyms')}>{t('synonyms.link')}</a>
      </div>
      <p class="hint">{t('deskSearches.lead')}</p>
      <section class="form-section" aria-labelledby="without-title">
        <h2 id="without-title">{t('deskSearches.withoutResult')}</h2>
        {table(t('deskSearches.withoutResult'), withoutResult)}
      </section>
      <section class="form-section" aria-labelledby="top-title">
        <h2 id="top-title">{t('deskSearches.top')}</h2>
        {table(t('deskSearches.top'), top)}
      </section>
    </Page>
  );
};
