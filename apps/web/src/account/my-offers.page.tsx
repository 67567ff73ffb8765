import { DataTable } from '../components/data-table.js';
import { Empty } from '../components/empty.js';
import { Icon } from '../components/icon.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { OfferStateTags, type OfferState, type Visibility } from '../components/state-tag.js';
import { Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface MyOfferRow {
  id: string;
  slug: string;
  title: string;
  state: OfferState;
  visibility: Visibility;
  updatedAt: Moment;
  views: number;
  matchCount: number;
}

export interface MyOffersPageProps {
  view: PageView;
  items: MyOfferRow[];
  total: number;
  paging: Paging;
}

export const MyOffersPage = ({ view, items, total, paging }: MyOffersPageProps) => {
  const { t, path, count, date } = sayIn(view.lang);
  return (
    <Page view={view} title={t('myOffers.title')} account="myOffers" unlisted>
      <div class="page-head">
        <h1>{t('myOffers.title')} <span class="count">({count(total)})</span></h1>
        <a class="button main" href={path('myOfferNew')}><Icon name="plus" /> {t('myOffers.new')}</a>
      </div>
      {items.length ? (
        <DataTable
          caption={t('myOffers.title')}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { head: t('myOffers.column.title'), cell: (row) => <a href={path('offer', { slug: row.slug })}>{row.title}</a> },
            { head: t('myOffers.column.state'), cell: (row) => <Tags rod={false}><OfferStateTags state={row.state} visibility={row.visibility} /></Tags> },
            { head: t('myOffers.column.matches'), number: true, cell: (row) => <a href={`${path('offer', { slug: row.slug })}#matches`}>{count(row.matchCount)}</a> },
            { head: t('myOffers.column.views'), number: true, cell: (row) => count(row.views) },
            { head: t('myOffers.column.updated'), number: true, cell: (row) => date(row.updatedAt) },
            { head: t('common.edit'), acts: true, cell: (row) => <a href={path('myOffer', { id: row.id })}>{t('common.edit')}<span class="unseen"> {row.title}</span></a> },
          ]}
        />
      ) : (
        <Empty title={t('myOffers.empty.title')} text={t('myOffers.empty.text')} />
      )}
      <Pagination {...paging} />
    </Page>
  );
};
