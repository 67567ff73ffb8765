/** What is known of a word: its numbers in the dictionary. */
export interface KnownWord {
  readonly text: string;
  readonly hash: number;
  readonly folded: string;
  readonly id: number;
  /** Number of the accented form; -1 when it has none. */
  readonly exactId: number;
  /** Number as a title's first word; -1 as long as it was none. */
  openingId: number;
}

/** Words by a place in some text, found without cutting them out of it. */
export class WordTable {
  private places = new Array<KnownWord | undefined>(1024);
  private count = 0;

  constructor(private readonly learn: (text: string, hash: number) => KnownWord) {}

  find(text: string, start: number, end: number): KnownWord {
    const hash = hashOf(text, start, end);
    const mask = this.places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const held = this.places[place];
      if (!held) return this.add(this.learn(text.slice(start, end), hash));
      if (held.hash === hash && stands(held.text, text, start, end)) return held;
    }
  }

  private add(word: KnownWord): KnownWord {
    if (++this.count * 2 > this.places.length) {
      const held = this.places;
      this.places = new Array<KnownWord | undefined>(held.length * 2);
      for (const other of held) if (other) this.place(other);
    }
    this.place(word);
    return word;
  }

  private place(word: KnownWord): void {
    const mask = this.places.length - 1;
    let place = word.hash & mask;
    while (this.places[place]) place = (place + 1) & mask;
    this.places[place] = word;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
