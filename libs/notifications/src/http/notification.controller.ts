import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, mapPage, type Page, PageQuery, Requires } from '@app/platform';
import { NotificationService, type Preference } from '../application/notification.service.js';
import { type NotificationView, PreferencesBody, SeenBody, toNotificationView } from './notification.dto.js';

@Controller('api/v1')
@Requires('account:own')
export class NotificationController {
  constructor(private readonly notifications: NotificationService) {}

  /** One's own notices, newest first. */
  @Get('notifications')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<NotificationView>> {
    return mapPage(await this.notifications.list(actor, query), toNotificationView);
  }

  /** Marks a notice as read; one that names more offers by now than were seen stays unread. */
  @Post('notifications/:id/read')
  @HttpCode(200)
  async read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: SeenBody): Promise<NotificationView> {
    return toNotificationView(await this.notifications.markRead(actor, id, body.seenOffers ?? null));
  }

  /** How one wants to be told, by kind and channel. */
  @Get('me/notification-preferences')
  async preferences(@CurrentActor() actor: Actor): Promise<{ items: Preference[] }> {
    return { items: await this.notifications.preferences(actor) };
  }

  /** Changes how one wants to be told; what is not named stays. */
  @Put('me/notification-preferences')
  async setPreferences(@CurrentActor() actor: Actor, @Body() body: PreferencesBody): Promise<{ items: Preference[] }> {
    return { items: await this.notifications.setPreferences(actor, body.items) };
  }
}
