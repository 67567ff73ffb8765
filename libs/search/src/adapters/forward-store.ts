import { Growable } from './growable.js';

/** Called for each term of a document. */
export type VisitTerm = (term: number) => void;

const PAGE = 1 << 20;
/** Of a packed whole number. */
const MOST_BYTES = 5;

/** How many bytes a whole number takes, seven bits a byte. */
export const packedSize = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5);

/** Writes a whole number and says where the next byte goes. */
export function pack(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest >= 0x80) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/** What each document says, packed: ordered term numbers as gaps. Little more than a byte a term. */
export class ForwardStore {
  private readonly pages: Uint8Array[] = [];
  /** The place of the next byte in the last page. */
  private free = PAGE;
  private readonly pageOf = new Growable(new Uint16Array(64));
  private readonly starts = new Growable(new Uint32Array(64));
  private readonly ends = new Growable(new Uint32Array(64));
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Terms in their order, each once. */
  add(terms: Int32Array): void {
    const bytes = this.pageFor(terms.length * MOST_BYTES);
    let at = this.free;
    let last = 0;
    for (let i = 0; i < terms.length; i++) {
      at = pack(bytes, at, terms[i] - last);
      last = terms[i];
    }
    this.finish(at);
  }

  visit(document: number, visit: VisitTerm): void {
    const bytes = this.pages[this.pageOf.values[document]];
    const end = this.ends.values[document];
    let term = 0;
    for (let at = this.starts.values[document]; at < end; ) {
      let shift = 0;
      let byte: number;
      do {
        byte = bytes[at++];
        term += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte >= 0x80);
      visit(term);
    }
  }

  /** Takes a document over from another store. */
  copy(from: ForwardStore, document: number): void {
    const part = from.pages[from.pageOf.values[document]].subarray(from.starts.values[document], from.ends.values[document]);
    this.pageFor(part.length).set(part, this.free);
    this.finish(this.free + part.length);
  }

  /** A document lies within one page; a huge one has its own. */
  private pageFor(most: number): Uint8Array {
    if (this.pages.length === 0 || this.free + most > this.pages.at(-1)!.length) {
      this.pages.push(new Uint8Array(Math.max(PAGE, most)));
      this.free = 0;
    }
    return this.pages.at(-1)!;
  }

  private finish(end: number): void {
    this.pageOf.set(this.count, this.pages.length - 1);
    this.starts.set(this.count, this.free);
    this.ends.set(this.count, end);
    this.count++;
    this.free = end;
  }
}
