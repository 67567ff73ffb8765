import { Param, Query } from '@nestjs/common';
import { NotificationService } from '@app/notifications';
import { type Actor, commonErrors, CurrentActor, IdPipe, Requires } from '@app/platform';
import { path } from '../i18n/routes.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { type NotificationRow, NotificationsPage } from './notifications.page.js';

@PageController()
@Requires('account:own')
export class NotificationsController {
  constructor(private readonly notifications: NotificationService) {}

  @GetPage('notifications')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.notifications.list(actor, pageIn(query));
    const items = found.items.map(({ id, kind, title, body, url, createdAt, readAt }): NotificationRow => ({ id, kind, title, body, url, createdAt, isRead: readAt !== null }));
    return <NotificationsPage view={view} items={items} paging={pagingOf(view, found)} />;
  }

  @PostTo('notificationAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string): Promise<PageAnswer> {
    if (action !== 'read') throw commonErrors.not_found();
    await this.notifications.markRead(actor, id);
    return new SeeOther(path(view.lang, 'notifications'));
  }
}
