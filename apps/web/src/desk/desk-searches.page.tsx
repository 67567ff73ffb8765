import { type Column, DataTable } from '../components/data-table.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SearchedFor {
  query: string;
  searches: number;
  withoutResult: number;
  /** Found something, but nothing that has all words. */
  relaxed: number;
}

export interface DeskSearchesPageProps {
  view: PageView;
  top: SearchedFor[];
  /** Found nothing, or only partly. */
  failed: SearchedFor[];
}

export const DeskSearchesPage = ({ view, top, failed }: DeskSearchesPageProps) => {
  const { t, path, count } = sayIn(view.lang);
  const columns: Column<SearchedFor>[] = [
    { head: t('deskSearches.column.query'), cell: ({ query }) => <a href={path('deskSearch', {}, { q: query })}>{query}</a> },
    { head: t('deskSearches.column.searches'), number: true, cell: ({ searches }) => count(searches) },
    { head: t('deskSearches.column.withoutResult'), number: true, cell: ({ withoutResult }) => count(withoutResult) },
    { head: t('deskSearches.column.partial'), number: true, cell: ({ relaxed }) => count(relaxed) },
  ];
  const kind: Column<SearchedFor> = { head: t('deskSearches.column.kind'), cell: ({ withoutResult }) => t(withoutResult ? 'deskSearches.column.withoutResult' : 'deskSearches.column.partial') };
  const help: Column<SearchedFor> = {
    head: t('deskSearches.column.help'),
    acts: true,
    cell: ({ query }) => <a href={path('deskSynonymNew', {}, { q: query })}>{t('deskSearches.addSynonym')}<span class="unseen">: {query}</span></a>,
  };
  const table = (caption: string, rows: SearchedFor[], shown: Column<SearchedFor>[]) =>
    rows.length ? <DataTable caption={caption} rows={rows} keyOf={({ query }) => query} columns={shown} /> : <p class="meta">{t('deskSearches.nothing')}</p>;
  const [query, ...counts] = columns;
  return (
    <Page view={view} title={t('deskSearches.title')} current="desk" crumbs={[{ text: t('nav.desk'), href: path('desk') }, { text: t('deskSearches.title') }]} unlisted>
      <div class="page-head">
        <h1>{t('deskSearches.title')}</h1>
        <div class="actions">
          <a class="button second" href={path('deskSuggestions')}>{t('suggestions.title')}</a>
          <a class="button second" href={path('deskSynonyms')}>{t('synonyms.link')}</a>
        </div>
      </div>
      <p class="hint">{t('deskSearches.lead')}</p>
      <section class="form-section">
        <h2>{t('deskSearches.withoutResult')}</h2>
        {table(t('deskSearches.withoutResult'), failed, [query, kind, ...counts, help])}
      </section>
      <section class="form-section">
        <h2>{t('deskSearches.top')}</h2>
        {table(t('deskSearches.top'), top, columns)}
      </section>
    </Page>
  );
};
