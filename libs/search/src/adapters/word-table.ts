import { Growable } from './growable.js';

const BLANK = 32;
/** Of each word: where its bytes begin, how many they are, and its hash. */
const STATE = 3;
const [START, LENGTH, HASH] = [0, 1, 2];

/** Numbers words, from 0, by their bytes in some text, without cutting them out of it. */
export class WordTable {
  private places = new Int32Array(1024);
  private bytes = new Growable(new Uint8Array(4096));
  private readonly states = new Growable(new Int32Array(4096));
  private count = 0;
  private end = 0;

  /** `learn` hears of each new word, in the order of their numbers. */
  constructor(private readonly learn: (word: string) => void) {}

  /** All words between two places, parted by blanks. */
  findAll(text: Uint8Array, start: number, end: number, found: Growable<Int32Array>): void {
    const numbers = found.reserve(end - start);
    let count = 0;
    for (let from = start; from < end; ) {
      const word = this.find(text, from, end);
      numbers[count++] = word;
      from += this.states.values[word * STATE + LENGTH] + 1;
    }
  }

  text(word: number): string {
    const at = word * STATE;
    const [start, length] = this.states.values.subarray(at + START, at + LENGTH + 1);
    return Buffer.from(this.bytes.values.subarray(start, start + length)).toString('utf8');
  }

  /** The word that begins here. */
  private find(text: Uint8Array, start: number, limit: number): number {
    let hash = 0x811c9dc5;
    let end = start;
    for (; end < limit && text[end] !== BLANK; end++) hash = Math.imul(hash ^ text[end], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const word = this.places[place] - 1;
      if (word < 0) return this.add(text, start, end, hash);
      if (this.states.values[word * STATE + HASH] === hash && this.isAt(word, text, start, end)) return word;
    }
  }

  private isAt(word: number, text: Uint8Array, start: number, end: number): boolean {
    const at = word * STATE;
    const [states, bytes] = [this.states.values, this.bytes.values];
    if (states[at + LENGTH] !== end - start) return false;
    const shift = states[at + START] - start;
    for (let i = start; i < end; i++) if (text[i] !== bytes[i + shift]) return false;
    return true;
  }

  private add(text: Uint8Array, start: number, end: number, hash: number): number {
    const word = this.count++;
    if (this.count * 2 > this.places.length) this.enlarge();
    this.states.set(word * STATE + HASH, hash);
    this.states.values[word * STATE + START] = this.end;
    this.states.values[word * STATE + LENGTH] = end - start;
    for (let i = start; i < end; i++) this.bytes.set(this.end++, text[i]);
    this.place(word);
    this.learn(this.text(word));
    return word;
  }

  private enlarge(): void {
    this.places = new Int32Array(this.places.length * 2);
    for (let word = 0; word < this.count - 1; word++) this.place(word);
  }

  private place(word: number): void {
    const mask = this.places.length - 1;
    let place = this.states.values[word * STATE + HASH] & mask;
    while (this.places[place] !== 0) place = (place + 1) & mask;
    this.places[place] = word + 1;
  }
}
