export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

export interface Attempts {
  failedLogins: number;
  lockedUntil: Date | null;
}

export const isLocked = ({ lockedUntil }: Attempts, now: Date): boolean => lockedUntil !== null && lockedUntil > now;

/**
 * The counters after one more failure: the fifth locks the account for 15 minutes and starts anew. A failure that was
 * under way when the lock came changes nothing.
 */
export const afterFailure = ({ failedLogins, lockedUntil }: Attempts, now: Date): Attempts => {
  if (isLocked({ failedLogins, lockedUntil }, now)) return { failedLogins, lockedUntil };
  return failedLogins + 1 >= MAX_FAILURES
    ? { failedLogins: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) }
    : { failedLogins: failedLogins + 1, lockedUntil: null };
};
