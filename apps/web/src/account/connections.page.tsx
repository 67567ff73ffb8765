import { Empty } from '../components/empty.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { type ConnectionState, StateTag } from '../components/state-tag.js';
import { Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface ConnectionRow {
  id: string;
  state: ConnectionState;
  offerTitle: string;
  requestTitle: string | null;
  supply: string;
  /** Null while the demand side is not named to this reader. */
  demand: string | null;
  /** Since when; newest first. */
  createdAt: Moment;
}

export interface ConnectionsPageProps {
  view: PageView;
  items: ConnectionRow[];
  paging: Paging;
}

export const ConnectionsPage = ({ view, items, paging }: ConnectionsPageProps) => {
  const { t, path, date } = sayIn(view.lang);
  return (
    <Page view={view} title={t('connections.title')} account="connections" unlisted>
      <div class="page-head">
        <div>
          <h1>{t('connections.title')}</h1>
          <p class="meta">{t('connections.lead')}</p>
        </div>
      </div>
      {items.length ? (
        <ul class="rows">
          {items.map((row) => (
            <li class="row" key={row.id}>
              <Tags><StateTag of={`connection.${row.state}`} /></Tags>
              <h2><a href={path('connection', { id: row.id })}>{row.offerTitle}</a></h2>
              <p class="meta">
                {[t('connections.between', { demand: row.demand ?? t('request.anonymous'), supply: row.supply }), row.requestTitle, t('connections.since', { date: date(row.createdAt) })].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('connections.empty.title')} text={t('connections.empty.text')} />
      )}
      <Pagination {...paging} />
    </Page>
  );
};
