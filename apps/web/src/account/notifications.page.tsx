import { Empty } from '../components/empty.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import { Tag, Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export type NotificationKind = 'match' | 'moderation' | 'enquiry' | 'connection' | 'message' | 'savedSearch' | 'system';

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  title: string;
  body: string;
  /** A page of the floor. */
  url: string | null;
  createdAt: Moment;
  isRead: boolean;
}

export interface NotificationsPageProps {
  view: PageView;
  items: NotificationRow[];
  paging: Paging;
}

export const NotificationsPage = ({ view, items, paging }: NotificationsPageProps) => {
  const { t, path, dateTime } = sayIn(view.lang);
  return (
    <Page view={view} title={t('notifications.title')} current="mine" crumbs={[{ text: t('nav.mine') }, { text: t('notifications.title') }]} unlisted>
      <div class="page-head"><h1>{t('notifications.title')}</h1></div>
      {items.length ? (
        <ul class="rows">
          {items.map((row) => (
            <li class="row" key={row.id}>
              <Tags>
                <Tag>{t(`notifications.kind.${row.kind}`)}</Tag>
                {row.isRead ? null : <Tag tone="rice">{t('notifications.unread')}</Tag>}
              </Tags>
              <h2>{row.url ? <a href={row.url}>{row.title}</a> : row.title}</h2>
              <p class={row.kind === 'match' ? 'row-summary' : 'message-text'}>{row.body}</p>
              <div class="actions">
                <span class="meta">{dateTime(row.createdAt)}</span>
                {row.isRead ? null : (
                  <PostButton small look="quiet" action={path('notificationAct', { id: row.id, action: 'read' })}>
                    {t('notifications.markRead')}<span class="unseen">: {row.title}</span>
                  </PostButton>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('notifications.empty.title')} text={t('notifications.empty.text')} />
      )}
      <Pagination {...paging} />
    </Page>
  );
};
