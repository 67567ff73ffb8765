import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchEngine } from '../ports/search-engine.port.js';
import { Behind } from './index-comparison.js';

type Versioned = Pick<SearchEngine, 'versionsOf'>;

/** The longest anything may take to arrive while nothing else arrives either. */
const GRACE_MS = 10_000;
const LOOK_MS = 100;
const LOOKED_AT_ONCE = 200;

export interface UnsettledOptions {
  graceMs?: number;
  lookMs?: number;
  /** Told when nothing has arrived for `graceMs`, or when the server cannot be asked; all is forgotten then. */
  gaveUp: (reason: Error) => void;
}

/** Offers that have changed in the first index and are not so in the second yet, which is asked until they are. */
export class UnsettledChanges {
  private readonly ids = new Set<string>();
  private looking: Promise<void> | undefined;
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
    return this.ids.size;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.ids.add(id);
    if (this.ids.size > 0) this.looking ??= this.look().finally(() => (this.looking = undefined));
  }

  forget(): void {
    this.ids.clear();
  }

  private async look(): Promise<void> {
    let until = performance.now() + this.graceMs;
    try {
      while (this.ids.size > 0) {
        if (await this.settleSome()) until = performance.now() + this.graceMs;
        if (this.ids.size > 0 && performance.now() >= until) throw new Behind(this.ids.size, 0);
        if (this.ids.size > 0) await sleep(this.lookMs, undefined, { ref: false });
      }
    } catch (error) {
      this.forget();
      this.gaveUp(error as Error);
    }
  }

  /** Whether something has arrived. What has not is looked at again after all others. */
  private async settleSome(): Promise<boolean> {
    const some = [...this.ids].slice(0, LOOKED_AT_ONCE);
    const [wanted, held] = [await this.wanted.versionsOf(some), await this.held.versionsOf(some)];
    const before = this.ids.size;
    for (const id of some) {
      this.ids.delete(id);
      const isThere = wanted.has(id) ? (held.get(id) ?? -1) >= wanted.get(id)! : !held.has(id);
      if (!isThere) this.ids.add(id);
    }
    return this.ids.size < before;
  }
}
