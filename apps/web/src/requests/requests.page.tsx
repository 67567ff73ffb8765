import { Empty } from '../components/empty.js';
import { Icon } from '../components/icon.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { RequestRow, type RequestCard } from '../components/request-row.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface RequestsPageProps {
  view: PageView;
  total: number;
  items: RequestCard[];
  paging: Paging;
}

export const RequestsPage = ({ view, total, items, paging }: RequestsPageProps) => {
  const { t, path } = sayIn(view.lang);
  return (
    <Page view={view} title={t('requests.title')} current="requests" crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('nav.requests') }]}>
      <div class="page-head">
        <div>
          <h1>{t('requests.count', { n: total })}</h1>
          <p class="meta">{t('requests.lead')}</p>
        </div>
        <a class="button main" href={path('requestNew')}><Icon name="plus" /> {t('footer.postNeed')}</a>
      </div>
      {items.length ? (
        <ul class="rows">{items.map((request) => <RequestRow key={request.slug} request={request} heading="h2" />)}</ul>
      ) : (
        <Empty title={t('requests.empty.title')} text={t('requests.empty.text')} />
      )}
      <Pagination {...paging} />
    </Page>
  );
};
