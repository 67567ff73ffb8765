const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The floor after its first years. */
export const DEFAULT_SIZE = 4_640;
export const DEFAULT_SEED = 1;
const FULL = { suppliers: 90, ready: 143, connected: 387, views: 2_104_318, open: 300, closed: 160, buckets: 56_000 };
const YEARS = 6;

/** How much of everything a floor of a size has. Below the default all of it shrinks; above only offers and their views' rows grow. */
export interface Plan {
  size: number;
  seed: number;
  /** The start of the day of loading in Vietnam: all history lies before it, all deadlines after. */
  today: Date;
  start: Date;
  suppliers: number;
  ready: number;
  connected: number;
  enterprises: number;
  views: number;
  /** Hour buckets for each offer. */
  buckets: number;
  openRequests: number;
  closedRequests: number;
}

export const planOf = (size: number, seed: number, now: Date): Plan => {
  const share = (full: number, least: number): number => Math.max(least, Math.min(full, Math.round((full * size) / DEFAULT_SIZE)));
  const today = new Date(Math.floor((now.getTime() + VIETNAM_MS) / DAY_MS) * DAY_MS - VIETNAM_MS);
  const connected = share(FULL.connected, 3);
  return {
    size, seed, today, start: new Date(today.getTime() - YEARS * 365 * DAY_MS),
    suppliers: Math.min(FULL.suppliers, Math.max(size, 2)), ready: Math.min(size, share(FULL.ready, 1)), connected, enterprises: connected + share(62, 4), views: share(FULL.views, 10),
    buckets: Math.max(1, Math.min(12, Math.round(FULL.buckets / size))), openRequests: share(FULL.open, 6), closedRequests: share(FULL.closed, 4),
  };
};

/** Noon-ish of a day counted from another one; `share` chooses the time between 7:30 and 17:00 in Vietnam. */
export const workingTime = (from: Date, days: number, share: number): Date => {
  const day = Math.floor((from.getTime() + VIETNAM_MS) / DAY_MS) + Math.floor(days);
  return new Date(day * DAY_MS - VIETNAM_MS + Math.floor((7.5 + share * 9.5) * 3_600_000));
};

export const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS;

export const dayText = (at: Date): string => new Date(at.getTime() + VIETNAM_MS).toISOString().slice(0, 10);
