export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

interface Attempts {
  failedLogins: number;
  lockedUntil: Date | null;
}

export const isLocked = ({ lockedUntil }: Attempts, now: Date): boolean => lockedUntil !== null && lockedUntil > now;

/** The counters after one more failure: the fifth locks the account for 15 minutes and starts anew. */
export const afterFailure = ({ failedLogins }: Attempts, now: Date): Attempts =>
  failedLogins + 1 >= MAX_FAILURES
    ? { failedLogins: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) }
    : { failedLogins: failedLogins + 1, lockedUntil: null };
