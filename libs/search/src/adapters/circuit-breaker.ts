export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** Looks whether the server may be asked again; rejects with the reason why not. Two never run at once. */
  probe: () => Promise<void>;
  /** How long after it has opened the first look is made; each later one waits twice as long. */
  firstDelayMs: number;
  longestDelayMs: number;
  /** So many late answers in a row open it; any other failure opens it at once. */
  lateLimit: number;
  /** Told once for each opening and each closing. */
  onChange: (state: 'closed' | 'open', reason: Error | null) => void;
}

/** Nobody answered in time. */
export class Late extends Error {
  constructor(ms: number) {
    super(`No answer within ${ms} ms.`);
  }
}

/**
 * Keeps callers away from a server that fails. It begins open, and closes only when a probe has succeeded: callers never
 * probe, so nobody waits for a server that is still away.
 */
export class CircuitBreaker {
  private current: BreakerState = 'open';
  private late = 0;
  private delayMs: number;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;
  /** Why it is open. */
  reason: Error | null = null;

  constructor(private readonly options: BreakerOptions) {
    this.delayMs = options.firstDelayMs;
  }

  get state(): BreakerState {
    return this.current;
  }

  /** Makes the first probe now. */
  begin(): void {
    if (this.current === 'open') this.schedule(0);
  }

  succeeded(): void {
    this.late = 0;
  }

  failed(error: Error): void {
    if (this.current !== 'closed') return;
    if (error instanceof Late && ++this.late < this.options.lateLimit) return;
    this.current = 'open';
    this.reason = error;
    this.delayMs = this.options.firstDelayMs;
    this.options.onChange('open', error);
    this.schedule(this.delayMs);
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    if (this.ended) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.probe(), ms).unref();
  }

  private async probe(): Promise<void> {
    this.current = 'half-open';
    try {
      await this.options.probe();
    } catch (error) {
      this.current = 'open';
      this.reason = error as Error;
      this.schedule(this.delayMs);
      this.delayMs = Math.min(2 * this.delayMs, this.options.longestDelayMs);
      return;
    }
    if (this.ended) return;
    this.current = 'closed';
    this.reason = null;
    this.late = 0;
    this.options.onChange('closed', null);
  }
}

/** Rejects with {@link Late} when the work takes longer; its own failure afterwards is nobody's any more. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(ms)), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
