/** A typed array that doubles when full, so that documents can be appended. */
export class Growable<A extends Int32Array | Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array> {
  constructor(private array: A) {}

  get values(): A {
    return this.array;
  }

  set(index: number, value: number): void {
    if (index >= this.array.length) this.grow(index + 1);
    this.array[index] = value;
  }

  /** Makes room for so many values; answers the array as it is now. */
  reserve(length: number): A {
    if (length > this.array.length) this.grow(length);
    return this.array;
  }

  private grow(size: number): void {
    const make = this.array.constructor as new (length: number) => A;
    const larger = new make(Math.max(size, this.array.length * 2, 64));
    larger.set(this.array);
    this.array = larger;
  }
}
