import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '@app/platform';

const HASH_BYTES = 6;
/** Texts and askers that are known at once, a few MB; one more, and all are forgotten. */
const MOST = 20_000;

/**
 * How many different address blocks asked for a text in a period of the clock, as far as this process knows: a restart, a full memory and another
 * process each begin at none, so that there were at least so many. Only hashes are held, under a key that goes with the period.
 */
export class AskerCounts {
  private period = Number.NaN;
  private key = randomBytes(32);
  private readonly known = new Set<number>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly periodMs: number,
  ) {}

  /** Notes that a block asks, and tells whether it had not yet. */
  note(text: string, block: string): { isFirst: boolean; askers: number } {
    const period = Math.floor(this.clock.now().getTime() / this.periodMs);
    if (period !== this.period || this.known.size >= MOST) this.forget(period);
    const mark = createHmac('sha256', this.key).update(`${block}\n${text}`).digest().readUIntBE(0, HASH_BYTES);
    const isFirst = !this.known.has(mark);
    const askers = (this.counts.get(text) ?? 0) + Number(isFirst);
    this.known.add(mark);
    this.counts.set(text, askers);
    return { isFirst, askers };
  }

  private forget(period: number): void {
    this.period = period;
    this.key = randomBytes(32);
    this.known.clear();
    this.counts.clear();
  }
}
