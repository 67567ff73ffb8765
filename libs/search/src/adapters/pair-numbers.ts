const SHARD_BITS = 8;
const SMALLEST = 16;
/** Two numbers and the value plus one; 0 stands for an empty place. */
const STRIDE = 3;

/**
 * Numbers by pairs of whole numbers below 2^31: a map in flat arrays, far smaller and quicker than a `Map` of keys beyond 31 bits,
 * and parted, so that it never grows at once.
 */
export class PairNumbers {
  private readonly shards = Array.from({ length: 1 << SHARD_BITS }, () => new Int32Array(SMALLEST * STRIDE));
  private readonly counts = new Int32Array(1 << SHARD_BITS);

  /** -1 for a pair that was never set. */
  get(first: number, second: number): number {
    const hash = hashOf(first, second);
    const shard = this.shards[hash & ((1 << SHARD_BITS) - 1)];
    return shard[placeOf(shard, hash, first, second) + 2] - 1;
  }

  /** The pair must not have a value yet. */
  set(first: number, second: number, value: number): void {
    const hash = hashOf(first, second);
    const number = hash & ((1 << SHARD_BITS) - 1);
    if (++this.counts[number] * STRIDE * 2 > this.shards[number].length) this.shards[number] = doubled(this.shards[number]);
    put(this.shards[number], hash, first, second, value + 1);
  }
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Where the pair is, or the empty place where it belongs. */
function placeOf(shard: Int32Array, hash: number, first: number, second: number): number {
  const mask = shard.length / STRIDE - 1;
  for (let place = (hash >>> SHARD_BITS) & mask; ; place = (place + 1) & mask) {
    const at = place * STRIDE;
    if (shard[at + 2] === 0 || (shard[at] === first && shard[at + 1] === second)) return at;
  }
}

function put(shard: Int32Array, hash: number, first: number, second: number, stored: number): void {
  const at = placeOf(shard, hash, first, second);
  shard[at] = first;
  shard[at + 1] = second;
  shard[at + 2] = stored;
}

function doubled(shard: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(shard.length * 2);
  for (let at = 0; at < shard.length; at += STRIDE) {
    const [first, second, stored] = [shard[at], shard[at + 1], shard[at + 2]];
    if (stored !== 0) put(larger, hashOf(first, second), first, second, stored);
  }
  return larger;
}
