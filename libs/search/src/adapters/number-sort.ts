import { Growable } from './growable.js';

const BITS = 8;
const DIGITS = 1 << BITS;

/** Sorts by one byte after the other, the lowest first (radix sort): for some hundreds of numbers in half the time of `Int32Array.sort`. */
export class NumberSort {
  private readonly places = new Int32Array(DIGITS);
  private readonly spare = new Growable(new Int32Array(1024));

  /** In place; no number may be below 0. */
  sort(numbers: Int32Array): void {
    let bits = 0;
    for (let i = 0; i < numbers.length; i++) bits |= numbers[i];
    let from: Int32Array = numbers;
    let to: Int32Array = this.spare.reserve(numbers.length);
    for (let shift = 0; shift < 32 && bits >>> shift > 0; shift += BITS) {
      this.pass(from, to, numbers.length, shift);
      [from, to] = [to, from];
    }
    if (from !== numbers) numbers.set(from.subarray(0, numbers.length));
  }

  private pass(from: Int32Array, to: Int32Array, count: number, shift: number): void {
    const { places } = this;
    places.fill(0);
    for (let i = 0; i < count; i++) places[(from[i] >>> shift) & (DIGITS - 1)]++;
    for (let digit = 0, place = 0; digit < DIGITS; digit++) {
      const size = places[digit];
      places[digit] = place;
      place += size;
    }
    for (let i = 0; i < count; i++) to[places[(from[i] >>> shift) & (DIGITS - 1)]++] = from[i];
  }
}
