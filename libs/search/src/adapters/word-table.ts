import { Growable } from './growable.js';

const BLANK = 32;
/** Of each word: where its bytes begin, how many they are, its hash, and what followed it last. */
const STATE = 4;
const [START, LENGTH, HASH, NEXT] = [0, 1, 2, 3];

/** Numbers words, from 0, by their bytes in some text, without cutting them out of it. */
export class WordTable {
  private places = new Int32Array(1024);
  private bytes = new Growable(new Uint8Array(4096));
  private readonly states = new Growable(new Int32Array(4096));
  private count = 0;
  private end = 0;

  /** `learn` hears of each new word, in the order of their numbers. */
  constructor(private readonly learn: (word: string) => void) {}

  /** All words between two places, parted by blanks. Texts repeat each other: what followed a word before is tried first. */
  findAll(text: Uint8Array, start: number, end: number, found: Growable<Int32Array>): void {
    const numbers = found.reserve((end - start + 1) >> 1);
    let before = -1;
    let count = 0;
    for (let from = start; from < end; ) {
      const guess = before < 0 ? -1 : this.states.values[before * STATE + NEXT];
      const word = guess >= 0 && this.stands(guess, text, from, end) ? guess : this.find(text, from, end);
      if (before >= 0) this.states.values[before * STATE + NEXT] = word;
      numbers[count++] = word;
      before = word;
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
      if (this.states.values[word * STATE + HASH] === hash && this.stands(word, text, start, limit)) return word;
    }
  }

  /** Whether just this word begins here: the end or a blank follows. */
  private stands(word: number, text: Uint8Array, start: number, limit: number): boolean {
    const at = word * STATE;
    const [states, bytes] = [this.states.values, this.bytes.values];
    const end = start + states[at + LENGTH];
    if (end > limit || (end < limit && text[end] !== BLANK)) return false;
    const shift = states[at + START] - start;
    for (let i = start; i < end; i++) if (text[i] !== bytes[i + shift]) return false;
    return true;
  }

  private add(text: Uint8Array, start: number, end: number, hash: number): number {
    const word = this.count++;
    if (this.count * 2 > this.places.length) this.enlarge();
    this.states.set(word * STATE + NEXT, -1);
    this.states.values[word * STATE + START] = this.end;
    this.states.values[word * STATE + LENGTH] = end - start;
    this.states.values[word * STATE + HASH] = hash;
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
