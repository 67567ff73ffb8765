import { DataTable } from '../components/data-table.js';
import { Empty } from '../components/empty.js';
import { Icon } from '../components/icon.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { type RequestState, StateTag } from '../components/state-tag.js';
import { Tags } from '../components/tags.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface MyRequestRow {
  id: string;
  slug: string;
  title: string;
  state: RequestState;
  /** A day. */
  deadline: string | null;
  matchCount: number;
}

export interface MyRequestsPageProps {
  view: PageView;
  items: MyRequestRow[];
  total: number;
  paging: Paging;
}

export const MyRequestsPage = ({ view, items, total, paging }: MyRequestsPageProps) => {
  const { t, path, count, date } = sayIn(view.lang);
  return (
    <Page view={view} title={t('myRequests.title')} account="myRequests" unlisted>
      <div class="page-head">
        <h1>{t('myRequests.title')} <span class="count">({count(total)})</span></h1>
        <a class="button main" href={path('requestNew')}><Icon name="plus" /> {t('myRequests.new')}</a>
      </div>
      {items.length ? (
        <DataTable
          caption={t('myRequests.title')}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { head: t('myRequests.column.title'), cell: (row) => <a href={path('request', { slug: row.slug })}>{row.title}</a> },
            { head: t('myOffers.column.state'), cell: (row) => <Tags rod={false}><StateTag of={`request.${row.state}`} /></Tags> },
            { head: t('myRequests.column.matches'), number: true, cell: (row) => <a href={path('request', { slug: row.slug })}>{count(row.matchCount)}<span class="unseen"> {row.title}</span></a> },
            { head: t('myRequests.column.deadline'), number: true, cell: (row) => (row.deadline ? date(row.deadline) : t('common.notGiven')) },
            { head: t('common.edit'), acts: true, cell: (row) => <a href={path('myRequest', { id: row.id })}>{t('common.edit')}<span class="unseen"> {row.title}</span></a> },
          ]}
        />
      ) : (
        <Empty title={t('myRequests.empty.title')} text={t('myRequests.empty.text')} />
      )}
      <Pagination {...paging} />
    </Page>
  );
};
