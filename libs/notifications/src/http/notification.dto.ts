import { Code, NestedList, OneOf, Optional, WholeNumber } from '@app/platform';
import { CHANNELS, NOTICE_KINDS } from '../domain/preferences.js';
import type { ReadNotice } from '../application/notification.service.js';

export class PreferenceBody {
  @OneOf(NOTICE_KINDS) kind: string;
  @OneOf(CHANNELS) channel: string;
  @Code() frequency: string;
}

export class PreferencesBody {
  @NestedList(() => PreferenceBody, 50) items: PreferenceBody[];
}

export class SeenBody {
  /** How many `offerIds` the notice had when it was read. */
  @Optional() @WholeNumber(0, 2_000_000_000) seenOffers?: number | null;
}

export class NotificationView {
  id: string;
  kind: string;
  title: string;
  body: string;
  url: string;
  createdAt: string;
  readAt: string | null;
  requestId?: string;
  matchIds: string[];
  offerIds: string[];
}

export const toNotificationView = (notice: ReadNotice): NotificationView => ({
  id: notice.id,
  kind: notice.kind,
  title: notice.title,
  body: notice.body,
  url: notice.url,
  createdAt: notice.createdAt.toISOString(),
  readAt: notice.readAt?.toISOString() ?? null,
  ...(notice.requestId ? { requestId: notice.requestId } : {}),
  matchIds: notice.matchIds,
  offerIds: notice.offerIds,
});
