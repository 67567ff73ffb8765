/** What a statement says of a row: `stamp` is another after each change of it, and null when it is gone. */
export interface StampedRow {
  id: string;
  stamp: string | null;
}

interface Held<T> {
  stamp: string;
  value: T;
}

/** What a statement needs to know to give only what has changed: literals of two arrays of PostgreSQL. */
export interface HeldStamps {
  ids: string;
  stamps: string;
}

/**
 * Rows that are asked for again and again, made into values once for each change. Every reading asks the database which of them have
 * changed since or are gone, and the statement gives only those: what is answered is never older than the reading.
 */
export class FreshRows<Row extends StampedRow, T> {
  // Two generations: what is not asked for while one fills up is forgotten with the other.
  private recent = new Map<string, Held<T>>();
  private before = new Map<string, Held<T>>();

  /** At most twice `most` values are held. */
  constructor(
    private readonly valueOf: (row: Row) => T,
    private readonly most: number,
  ) {}

  /**
   * Begins a reading of rows by their ids, which must be UUIDs. `values` takes the rows whose stamp is another now than it was held, and
   * gives the values of all that exist, in the order of the ids.
   */
  reading(ids: readonly string[]): HeldStamps & { values: (changed: readonly Row[]) => T[] } {
    const held = ids.map((id) => this.find(id));
    return {
      ids: `{${ids.join(',')}}`,
      stamps: `{${held.map((entry) => entry?.stamp ?? 'null').join(',')}}`,
      values: (changed) => this.values(ids, held, changed),
    };
  }

  private values(ids: readonly string[], held: readonly (Held<T> | undefined)[], rows: readonly Row[]): T[] {
    const changed = new Map(rows.map((row) => [row.id, this.take(row)]));
    return ids.flatMap((id, at) => {
      const entry = changed.has(id) ? changed.get(id) : held[at];
      return entry ? [entry.value] : [];
    });
  }

  private find(id: string): Held<T> | undefined {
    const entry = this.recent.get(id);
    if (entry) return entry;
    const older = this.before.get(id);
    if (older) this.hold(id, older);
    return older;
  }

  private take(row: Row): Held<T> | undefined {
    if (row.stamp === null) {
      this.recent.delete(row.id);
      this.before.delete(row.id);
      return undefined;
    }
    const entry = { stamp: row.stamp, value: this.valueOf(row) };
    this.hold(row.id, entry);
    return entry;
  }

  private hold(id: string, entry: Held<T>): void {
    if (this.recent.size >= this.most) {
      this.before = this.recent;
      this.recent = new Map();
    }
    this.recent.set(id, entry);
  }
}
