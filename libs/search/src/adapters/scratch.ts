/** Numbers per document that one query needs, kept between queries and wiped where the last one wrote. */
export class Scratch {
  totals = new Float64Array(0);
  masses = new Float64Array(0);
  titled = new Float64Array(0);
  best = new Float64Array(0);
  peak = new Float32Array(0);
  covered = new Uint8Array(0);
  exact = new Uint8Array(0);
  equals = new Uint8Array(0);
  private used: readonly number[] = [];

  /** Clean arrays for documents below `span`. `best`, `peak` and `equals` are left clean by whoever uses them. */
  prepare(span: number): this {
    if (this.totals.length < span) return this.grow(Math.ceil(span * 1.2));
    for (const document of this.used) {
      this.totals[document] = this.masses[document] = this.titled[document] = 0;
      this.covered[document] = this.exact[document] = 0;
    }
    this.used = [];
    return this;
  }

  /** Says which documents were written to. */
  release(used: readonly number[]): void {
    this.used = used;
  }

  private grow(length: number): this {
    this.totals = new Float64Array(length);
    this.masses = new Float64Array(length);
    this.titled = new Float64Array(length);
    this.best = new Float64Array(length);
    this.peak = new Float32Array(length);
    this.covered = new Uint8Array(length);
    this.exact = new Uint8Array(length);
    this.equals = new Uint8Array(length);
    this.used = [];
    return this;
  }
}
