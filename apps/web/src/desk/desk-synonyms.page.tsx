import { DataTable } from '../components/data-table.js';
import { Icon } from '../components/icon.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SynonymRow {
  id: string;
  words: string[];
  onlyTo: string[];
}

export interface DeskSynonymsPageProps {
  view: PageView;
  /** Groups that name this are listed; empty: all. */
  q: string;
  total: number;
  items: SynonymRow[];
  paging: Paging;
}

export const DeskSynonymsPage = ({ view, q, total, items, paging }: DeskSynonymsPageProps) => {
  const { t, path } = sayIn(view.lang);
  const [first] = items;
  return (
    <Page view={view} title={t('synonyms.title')} current="desk" crumbs={[{ text: t('nav.desk'), href: path('desk') }, { text: t('deskSearches.title'), href: path('deskSearches') }, { text: t('synonyms.title') }]} unlisted>
      <div class="page-head">
        <h1>{t('synonyms.title')} <span class="count">({t('synonyms.count', { n: total })})</span></h1>
        <a class="button main" href={path('deskSynonymNew')}><Icon name="plus" /> {t('synonyms.add')}</a>
      </div>
      <p class="hint">{t('synonyms.lead')}</p>
      <form class="inner-search" method="get" action={path('deskSynonyms')}>
        <label for="synonym-q">{t('synonyms.search')}</label>
        <input id="synonym-q" type="search" name="q" value={q} maxLength={60} autocomplete="off" />
        <button class="button second" type="submit"><Icon name="search" /> {t('nav.searchButton')}</button>
      </form>
      {first ? (
        <DataTable
          caption={t('synonyms.title')}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { head: t('synonyms.column.words'), cell: ({ words }) => words.join(', ') },
            { head: t('synonyms.column.onlyTo'), cell: ({ onlyTo }) => onlyTo.join(', ') },
            {
              head: t('synonyms.column.act'),
              acts: true,
              cell: ({ id, words }) => (
                <span class="row-actions">
                  <a href={path('deskSynonym', { id })}>{t('synonyms.edit')}<span class="unseen">: {words[0]}</span></a>
                  <a href={path('deskSynonymRemove', { id })}>{t('synonyms.remove')}<span class="unseen">: {words[0]}</span></a>
                </span>
              ),
            },
          ]}
        />
      ) : (
        <p class="meta">{t('synonyms.none')} {q ? <a href={path('deskSynonyms')}>{t('synonyms.all')}</a> : null}</p>
      )}
      <Pagination {...paging} />
    </Page>
  );
};
