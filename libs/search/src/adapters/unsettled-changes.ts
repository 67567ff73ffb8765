import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchEngine } from '../ports/search-engine.port.js';
import { Behind, isAsWanted } from './index-comparison.js';

type Versioned = Pick<SearchEngine, 'versionsOf'>;

/** The longest anything may take to arrive while nothing else arrives either. */
const GRACE_MS = 10_000;
const LOOK_MS = 100;
/** Those that wait longest are looked at each time, as the server takes its tasks in turn; of the others some, one after another. */
const OLDEST = 100;
const IN_TURN = 100;

export interface UnsettledOptions {
  graceMs?: number;
  lookMs?: number;
  /** Told when nothing has arrived for `graceMs`, or when the server cannot be asked; all is forgotten then. */
  gaveUp: (reason: Error) => void;
}

/** Offers that have changed in the first index and are not so in the second yet, which is asked until they are. */
export class UnsettledChanges {
  /** When each changed last; those that wait longest come first. */
  private readonly since = new Map<string, number>();
  private isLooking = false;
  /** How many of those that wait have been passed by the turn. */
  private turn = 0;
  private readonly graceMs: number;
  private readonly lookMs: number;
  private readonly gaveUp: (reason: Error) => void;

  constructor(
    private readonly wanted: Versioned,
    private readonly held: Versioned,
    { graceMs = GRACE_MS, lookMs = LOOK_MS, gaveUp }: UnsettledOptions,
  ) {
    this.graceMs = graceMs;
    this.lookMs = lookMs;
    this.gaveUp = gaveUp;
  }

  get size(): number {
    return this.since.size;
  }

  /** How long the first of them has waited; 0 when there is none. */
  get oldestMs(): number {
    const [oldest] = this.since.values();
    return oldest === undefined ? 0 : performance.now() - oldest;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) {
      this.since.delete(id);
      this.since.set(id, performance.now());
    }
    if (this.size > 0 && !this.isLooking) void this.look();
  }

  forget(): void {
    this.since.clear();
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    let until = performance.now() + this.graceMs;
    try {
      while (this.size > 0) {
        if (await this.settleSome()) until = performance.now() + this.graceMs;
        if (this.size > 0 && performance.now() >= until) throw new Behind(this.size, 0);
        if (this.size > 0) await sleep(this.lookMs, undefined, { ref: false });
      }
      // In the same turn as the last look at the size, so that what is added from now on is looked at anew.
      this.isLooking = false;
    } catch (error) {
      this.forget();
      this.isLooking = false;
      this.gaveUp(error as Error);
    }
  }

  /** Whether something has arrived. */
  private async settleSome(): Promise<boolean> {
    const some = this.nextToLookAt();
    const [wanted, held] = [await this.wanted.versionsOf([...some.keys()]), await this.held.versionsOf([...some.keys()])];
    // What has changed again meanwhile is another change.
    const arrived = [...some].filter(([id, since]) => this.since.get(id) === since && isAsWanted(id, wanted, held));
    for (const [id] of arrived) this.since.delete(id);
    return arrived.length > 0;
  }

  private nextToLookAt(): Map<string, number> {
    const next = new Map<string, number>();
    if (OLDEST + this.turn >= this.size) this.turn = 0;
    const [from, to] = [OLDEST + this.turn, OLDEST + this.turn + IN_TURN];
    let at = 0;
    for (const [id, since] of this.since) {
      if (at < OLDEST || at >= from) next.set(id, since);
      if (++at === to) break;
    }
    this.turn += IN_TURN;
    return next;
  }
}
