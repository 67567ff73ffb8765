/** Pieces of work in the order in which they came, the next when the last has ended, also when it has failed. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  /** Ends as the work does. Work that waits here for other work of the same row waits for ever. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
