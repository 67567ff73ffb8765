import { DataTable } from '../components/data-table.js';
import { Empty } from '../components/empty.js';
import { Box, type Choice } from '../components/field.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import { Tag, Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
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
  /** So many offers it names; it may name more by the time that it is marked as read. */
  offers: number;
}

/** How one is told of a kind: on this page or not, and by mail how often. */
export interface NotificationChoice {
  kind: NotificationKind;
  app: boolean;
  mail: string;
}

export interface NotificationsPageProps {
  view: PageView;
  items: NotificationRow[];
  paging: Paging;
  choices: NotificationChoice[];
  frequencies: Choice[];
}

const AppChoice = ({ choice: { kind, app } }: { choice: NotificationChoice }) => {
  const { t } = useSay();
  return <Box name={`app.${kind}`} value="true" checked={app}><span class="unseen">{t(`notifications.kind.${kind}`)}: {t('notifications.preferences.app')}</span></Box>;
};

const MailChoice = ({ choice: { kind, mail }, frequencies }: { choice: NotificationChoice; frequencies: Choice[] }) => {
  const { t } = useSay();
  return (
    <select name={`mail.${kind}`} aria-label={`${t(`notifications.kind.${kind}`)}: ${t('notifications.preferences.mail')}`}>
      {frequencies.map(({ value, label }) => <option key={value} value={value} selected={value === mail}>{label}</option>)}
    </select>
  );
};

/** Inputs: `app.<kind>` = true, `mail.<kind>` = a frequency. */
const Preferences = ({ choices, frequencies }: Pick<NotificationsPageProps, 'choices' | 'frequencies'>) => {
  const { t, path } = useSay();
  return (
    <section class="form-section" id="preferences" aria-labelledby="preferences-title">
      <h2 id="preferences-title">{t('notifications.preferences')}</h2>
      <p class="hint">{t('notifications.preferences.lead')}</p>
      <form class="form-page" method="post" action={path('notificationPreferences')}>
        <DataTable
          caption={t('notifications.preferences')}
          rows={choices}
          keyOf={({ kind }) => kind}
          columns={[
            { head: t('notifications.preferences.kind'), cell: ({ kind }) => t(`notifications.kind.${kind}`) },
            { head: t('notifications.preferences.app'), cell: (choice) => <AppChoice choice={choice} /> },
            { head: t('notifications.preferences.mail'), cell: (choice) => <MailChoice choice={choice} frequencies={frequencies} /> },
          ]}
        />
        <div class="actions"><button class="button second" type="submit">{t('notifications.preferences.save')}</button></div>
      </form>
    </section>
  );
};

const MarkAll = ({ unread }: { unread: NotificationRow[] }) => {
  const { t, path } = useSay();
  if (unread.length < 2) return null;
  return (
    <form method="post" action={path('notificationsRead')} class="inline-form">
      {unread.map(({ id, offers }) => <input key={id} type="hidden" name="seen" value={`${id} ${offers}`} />)}
      <button type="submit" class="button second">{t('notifications.markAllRead')}</button>
    </form>
  );
};

export const NotificationsPage = ({ view, items, paging, choices, frequencies }: NotificationsPageProps) => {
  const { t, path, dateTime } = sayIn(view.lang);
  return (
    <Page view={view} title={t('notifications.title')} account="notifications" unlisted>
      <div class="page-head">
        <h1>{t('notifications.title')}</h1>
        <MarkAll unread={items.filter(({ isRead }) => !isRead)} />
      </div>
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
                  <PostButton small look="quiet" action={path('notificationAct', { id: row.id, action: 'read' })} fields={{ seenOffers: row.offers }}>
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
      <Preferences choices={choices} frequencies={frequencies} />
    </Page>
  );
};
