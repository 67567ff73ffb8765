import { Growable } from './growable.js';

const SHARD_BITS = 8;
const SMALLEST = 16;
/** Of each entry: its two numbers, its value, and the entry that was asked for after it last. */
const STATE = 4;
const [FIRST, SECOND, VALUE, NEXT] = [0, 1, 2, 3];

/**
 * Numbers by pairs of whole numbers below 2^31: a map in flat arrays, far smaller and quicker than a `Map` of keys beyond 31 bits,
 * and parted, so that it never grows at once. A place of the table holds an entry plus one; 0 stands for an empty place.
 */
export class PairNumbers {
  private readonly shards = Array.from({ length: 1 << SHARD_BITS }, () => new Int32Array(SMALLEST));
  private readonly counts = new Int32Array(1 << SHARD_BITS);
  private readonly entries = new Growable(new Int32Array(1024));
  private size = 0;
  private last = 0;

  /** -1 for a pair that was never set. */
  get(first: number, second: number): number {
    return this.numberAt(this.entryOf(first, second));
  }

  /**
   * As `get`, where pairs come in the order of texts that repeat each other: what followed the pair before is tried first, which
   * needs no look into the table.
   */
  getNext(first: number, second: number): number {
    const guess = this.entries.values[this.last * STATE + NEXT];
    const entry = guess < this.size && this.holds(guess, first, second) ? guess : this.entryOf(first, second);
    if (entry >= 0) this.follow(entry);
    return this.numberAt(entry);
  }

  /** The pair must not have a value yet. */
  set(first: number, second: number, value: number): void {
    const hash = hashOf(first, second);
    const number = hash & (this.shards.length - 1);
    if (++this.counts[number] * 2 > this.shards[number].length) this.shards[number] = this.doubled(this.shards[number]);
    const entry = this.size++;
    this.entries.set(entry * STATE + NEXT, 0);
    this.entries.values.set([first, second, value], entry * STATE);
    this.shards[number][this.placeOf(this.shards[number], hash, first, second)] = entry + 1;
    this.follow(entry);
  }

  private numberAt(entry: number): number {
    return entry < 0 ? -1 : this.entries.values[entry * STATE + VALUE];
  }

  private entryOf(first: number, second: number): number {
    const hash = hashOf(first, second);
    const shard = this.shards[hash & (this.shards.length - 1)];
    return shard[this.placeOf(shard, hash, first, second)] - 1;
  }

  private holds(entry: number, first: number, second: number): boolean {
    const entries = this.entries.values;
    return entries[entry * STATE + FIRST] === first && entries[entry * STATE + SECOND] === second;
  }

  private follow(entry: number): void {
    this.entries.values[this.last * STATE + NEXT] = entry;
    this.last = entry;
  }

  /** Where the pair is, or the empty place where it belongs. */
  private placeOf(shard: Int32Array, hash: number, first: number, second: number): number {
    const mask = shard.length - 1;
    for (let place = (hash >>> SHARD_BITS) & mask; ; place = (place + 1) & mask) {
      const entry = shard[place] - 1;
      if (entry < 0 || this.holds(entry, first, second)) return place;
    }
  }

  private doubled(shard: Int32Array): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(shard.length * 2);
    for (const stored of shard) {
      if (stored === 0) continue;
      const [first, second] = this.entries.values.subarray((stored - 1) * STATE, (stored - 1) * STATE + VALUE);
      larger[this.placeOf(larger, hashOf(first, second), first, second)] = stored;
    }
    return larger;
  }
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
