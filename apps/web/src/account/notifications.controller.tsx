import { Body, Param, Query } from '@nestjs/common';
import { NotificationService, type Preference } from '@app/notifications';
import { type Actor, commonErrors, CurrentActor, IdPipe, isUuid, Requires } from '@app/platform';
import { Choices } from '../forms/choices.js';
import { listIn, type Posted, textIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { type NotificationChoice, type NotificationRow, NotificationsPage } from './notifications.page.js';

@PageController()
@Requires('account:own')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationService,
    private readonly choices: Choices,
  ) {}

  @GetPage('notifications')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.notifications.list(actor, pageIn(query));
    const items = found.items.map(({ id, kind, title, body, url, createdAt, readAt, offerIds }): NotificationRow => ({ id, kind, title, body, url, createdAt, isRead: readAt !== null, offers: offerIds.length }));
    const choices = choicesOf(await this.notifications.preferences(actor));
    return <NotificationsPage view={view} items={items} paging={pagingOf(view, found)} choices={choices} frequencies={this.choices.of('frequency', view.lang)} />;
  }

  @PostTo('notificationPreferences')
  async prefer(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const kinds = [...new Set((await this.notifications.preferences(actor)).map(({ kind }) => kind))];
    const items = kinds.flatMap((kind) => [
      { kind, channel: 'app', frequency: textIn(body, `app.${kind}`) === 'true' ? 'at-once' : 'never' },
      { kind, channel: 'mail', frequency: textIn(body, `mail.${kind}`) },
    ]);
    await this.notifications.setPreferences(actor, items);
    return new SeeOther(path(view.lang, 'notifications'), 'preferencesSaved');
  }

  @PostTo('notificationsRead')
  async readAll(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    await this.notifications.markSeen(actor, listIn(body, 'seen').slice(0, SEEN_MAX).flatMap(seenOf));
    return new SeeOther(path(view.lang, 'notifications'));
  }

  @PostTo('notificationAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    if (action !== 'read') throw commonErrors.not_found();
    await this.notifications.markRead(actor, id, countIn(textIn(body, 'seenOffers')));
    return new SeeOther(path(view.lang, 'notifications'));
  }
}

const SEEN_MAX = 100;

/** A notice as the page showed it: its id and how many offers it named. */
const seenOf = (text: string): { id: string; offers: number }[] => {
  const [id, offers] = text.split(' ');
  const seen = countIn(offers ?? '');
  return isUuid(id) && seen !== null ? [{ id, offers: seen }] : [];
};

const countIn = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

const choicesOf = (preferences: Preference[]): NotificationChoice[] => {
  const of = (kind: string, channel: string): string => preferences.find((one) => one.kind === kind && one.channel === channel)?.frequency ?? 'at-once';
  return [...new Set(preferences.map(({ kind }) => kind))].map((kind) => ({ kind, app: of(kind, 'app') !== 'never', mail: of(kind, 'mail') }));
};
