/** The bit of a group in `placed`. Of more groups than there are bits, the last share one. */
export const bitOf = (group: number): number => (1 << Math.min(group, 31)) >>> 0;

/** Numbers per document that one query needs, kept between queries and wiped where the last one wrote. */
export class Scratch {
  totals = new Float64Array(0);
  masses = new Float64Array(0);
  titled = new Float64Array(0);
  agreed = new Float64Array(0);
  best = new Float64Array(0);
  peak = new Float32Array(0);
  fit = new Float32Array(0);
  guessPeak = new Float32Array(0);
  guesses = new Uint8Array(0);
  covered = new Uint8Array(0);
  placed = new Uint32Array(0);
  exact = new Uint8Array(0);
  equals = new Uint8Array(0);
  headed = new Float32Array(0);
  naming = new Uint8Array(0);
  /** Documents that one step writes to, and those that the whole query has found: a step counts up to how many. */
  touched = new Int32Array(0);
  found = new Int32Array(0);
  foundCount = 0;

  /** Clean arrays for documents below `span`. `best`, `peak`, `guessPeak`, `fit` and `equals` are left clean by whoever uses them. */
  prepare(span: number): this {
    if (this.totals.length < span) return this.grow(Math.ceil(span * 1.2));
    for (let i = 0; i < this.foundCount; i++) {
      const document = this.found[i];
      this.totals[document] = this.masses[document] = this.titled[document] = this.agreed[document] = 0;
      this.covered[document] = this.guesses[document] = this.placed[document] = this.exact[document] = this.headed[document] = this.naming[document] = 0;
    }
    this.foundCount = 0;
    return this;
  }

  private grow(length: number): this {
    this.totals = new Float64Array(length);
    this.masses = new Float64Array(length);
    this.titled = new Float64Array(length);
    this.agreed = new Float64Array(length);
    this.best = new Float64Array(length);
    this.peak = new Float32Array(length);
    this.fit = new Float32Array(length);
    this.guessPeak = new Float32Array(length);
    this.guesses = new Uint8Array(length);
    this.covered = new Uint8Array(length);
    this.placed = new Uint32Array(length);
    this.exact = new Uint8Array(length);
    this.equals = new Uint8Array(length);
    this.headed = new Float32Array(length);
    this.naming = new Uint8Array(length);
    this.touched = new Int32Array(length);
    this.found = new Int32Array(length);
    this.foundCount = 0;
    return this;
  }
}
