import type { Frequency, NoticeKind } from '../data/notification.entities.js';

export const NOTICE_KINDS: readonly NoticeKind[] = ['match', 'moderation', 'enquiry', 'connection', 'message', 'savedSearch', 'system'];
export const CHANNELS = ['app', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Somebody who never chose is told at once, in the app and by mail. */
export const DEFAULT_FREQUENCY: Frequency = 'at-once';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;
const DIGEST_HOUR = 7;
const MONDAY = 1;

/** When mail of a frequency goes out: at once, at 7 o'clock of the next morning in Viet Nam, or of the next Monday. Null for never. */
export const dueAt = (frequency: Frequency, now: Date): Date | null => {
  if (frequency === 'never') return null;
  if (frequency === 'at-once') return now;
  const local = now.getTime() + VIETNAM_OFFSET_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + DIGEST_HOUR * HOUR_MS;
  let due = today > local ? today : today + DAY_MS;
  if (frequency === 'weekly') while (new Date(due).getUTCDay() !== MONDAY) due += DAY_MS;
  return new Date(due - VIETNAM_OFFSET_MS);
};

/** When the digest before the next one went out; null when there are no digests. */
export const periodStart = (frequency: Frequency, now: Date): Date | null => {
  const days = frequency === 'daily' ? 1 : frequency === 'weekly' ? 7 : 0;
  return days === 0 ? null : new Date(dueAt(frequency, now)!.getTime() - days * DAY_MS);
};

const BY_PAUSE: readonly Frequency[] = ['at-once', 'daily', 'weekly', 'never'];

/** Of two wishes, the one that tells less often. */
export const moreSeldom = (a: Frequency, b: Frequency): Frequency => BY_PAUSE[Math.max(BY_PAUSE.indexOf(a), BY_PAUSE.indexOf(b))];
