import { Inject, Injectable } from '@nestjs/common';
import { addressBlock, Clock, commonErrors, CONFIG, type Config } from '@app/platform';

const WINDOW_MS = 60_000;
const MAX_ADDRESSES = 10_000;

/** Sign-in attempts a minute and address in this process (LOGIN_RATE_LIMIT; 0 = off). */
@Injectable()
export class LoginLimiter {
  private readonly attempts = new Map<string, { since: number; count: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Throws `common.rate_limited`. */
  take(address: string): void {
    const limit = this.config.loginRateLimit;
    if (limit === 0) return;
    const block = addressBlock(address);
    const now = this.clock.now().getTime();
    if (this.attempts.size > MAX_ADDRESSES) this.attempts.clear();
    const entry = this.attempts.get(block);
    if (!entry || now - entry.since >= WINDOW_MS) {
      this.attempts.set(block, { since: now, count: 1 });
      return;
    }
    entry.count++;
    if (entry.count > limit) throw commonErrors.rate_limited({ retryAfter: Math.ceil((entry.since + WINDOW_MS - now) / 1000) });
  }
}
