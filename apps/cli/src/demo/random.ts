const HEX = '0123456789abcdef';

/** Numbers that depend on a seed and a name only: equal on every machine and in every order of asking. */
export class Random {
  private state: number;

  constructor(seed: number | string, ...names: (string | number)[]) {
    let hash = 2166136261;
    for (const character of `${seed}/${names.join('/')}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
    this.state = hash >>> 0;
    this.next();
  }

  /** In 0..1, one excluded (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  int(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /** Some of the items in their order. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = items.map((item, place) => ({ item, place }));
    const taken = Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0]);
    return taken.sort((a, b) => a.place - b.place).map(({ item }) => item);
  }

  /** By shares that need not add up to one. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of choices) if ((left -= weight) < 0) return item;
    return choices.at(-1)![0];
  }

  /** An id of version 7 dated `at`; its random part is the generator's. */
  id(at: Date): string {
    const digits = (count: number): string => Array.from({ length: count }, () => HEX[this.below(16)]).join('');
    const time = at.getTime().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${HEX[8 + this.below(4)]}${digits(3)}-${digits(12)}`;
  }
}
