import { setImmediate } from 'node:timers/promises';

/** Parts long computations among the turns of the event loop, one in each, in the order in which they asked: other calls get in between. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  /** To be awaited right before the computation. */
  next(): Promise<void> {
    return (this.last = this.last.then(() => setImmediate()));
  }
}
