/** What a statement says of a row: `stamp` is another after each change of it, and null when it is gone. */
export interface StampedRow {
  id: string;
  stamp: string | null;
}

interface Held<T> {
  stamp: string;
  value: T;
}

/**
 * Rows that are asked for again and again, made into values once for each change. Every reading asks the database which of them have
 * changed since or are gone, in one statement that gives only those: what is answered is never older than the reading.
 */
export class FreshRows<Row extends StampedRow, T> {
  // Two generations: what is not asked for while one fills up is forgotten with the other.
  private recent = new Map<string, Held<T>>();
  private before = new Map<string, Held<T>>();

  /**
   * `changed` takes ids, and the stamps that are held of them, as the literals of two arrays of PostgreSQL, and gives a row for each
   * whose stamp is another now. At most twice `most` values are held.
   */
  constructor(
    private readonly changed: (ids: string, stamps: string) => Promise<Row[]>,
    private readonly valueOf: (row: Row) => T,
    private readonly most: number,
  ) {}

  /** Values of rows that exist now, in the order of their ids, which must be UUIDs. */
  async read(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return [];
    const held = ids.map((id) => this.find(id));
    const rows = await this.changed(`{${ids.join(',')}}`, `{${held.map((entry) => entry?.stamp ?? 'null').join(',')}}`);
    if (rows.length === 0) return held.flatMap((entry) => (entry ? [entry.value] : []));
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
