import { afterFailure, type Attempts } from './lock-out.js';

const MAX_KEPT = 10_000;
const NONE: Attempts = { failedLogins: 0, lockedUntil: null };

/** Failures for mail addresses without an account, in this process: they are locked like the others, so that a lock tells nothing. */
export class StrangerAttempts {
  private readonly attempts = new Map<string, Attempts>();

  of(email: string): Attempts {
    return this.attempts.get(email) ?? NONE;
  }

  fail(email: string, now: Date): void {
    const after = afterFailure(this.of(email), now);
    // Put at the end, so that the one that was tried longest ago is forgotten first.
    this.attempts.delete(email);
    this.attempts.set(email, after);
    if (this.attempts.size > MAX_KEPT) this.attempts.delete(this.attempts.keys().next().value!);
  }
}
