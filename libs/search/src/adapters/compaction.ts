import { IndexedDocuments } from './indexed-documents.js';

/**
 * Writes living documents afresh, without tombstones, a little at a time. Meanwhile the old ones answer and change: what is added
 * to them comes last and is taken over in its turn, what is buried there is to be told by `bury`.
 */
export class Compaction {
  readonly fresh = new IndexedDocuments();
  private next = 0;

  constructor(private readonly old: IndexedDocuments) {}

  /** Goes on for about so many milliseconds; answers whether nothing is left, so that `fresh` can take the place of the old ones now. */
  step(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (this.next < this.old.span) {
      if (this.old.isAlive(this.next)) this.fresh.copy(this.old, this.next);
      this.next++;
      if (performance.now() >= end) break;
    }
    return this.next >= this.old.span;
  }

  /** A document is no longer alive among the old ones; one that has not been taken over yet will simply not be. */
  bury(id: string): void {
    this.fresh.bury(id);
  }
}
