import type { AnalysedDocument } from './document-analyser.js';
import { Growable } from './growable.js';

/** Called for each term of a document, with its weight there as a byte. */
export type VisitTerm = (term: number, weight: number) => void;

const WEIGHT_STEPS = 255;
export const weightOf = (byte: number): number => byte / WEIGHT_STEPS;

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

/** What each document says, packed: ordered term numbers as gaps, each with a byte of weight. About three bytes a term. */
export class ForwardStore {
  private readonly bytes = new Growable(new Uint8Array(4096));
  private readonly starts = new Growable(new Float64Array(64));
  private count = 0;

  get size(): number {
    return this.count;
  }

  add({ terms, weights }: AnalysedDocument): void {
    // A number holds both, and numbers sort quicker than places do.
    const entries = Float64Array.from(terms, (term, i) => term * 256 + Math.max(1, Math.round(weights[i] * WEIGHT_STEPS))).sort();
    const start = this.starts.values[this.count] ?? 0;
    this.bytes.reserve(start + entries.length * 6);
    const bytes = this.bytes.values;
    let at = start;
    let last = 0;
    for (const entry of entries) {
      const term = Math.floor(entry / 256);
      at = pack(bytes, at, term - last);
      bytes[at++] = entry - term * 256;
      last = term;
    }
    this.starts.set(++this.count, at);
  }

  visit(document: number, visit: VisitTerm): void {
    const bytes = this.bytes.values;
    const end = this.starts.values[document + 1];
    let term = 0;
    for (let at = this.starts.values[document]; at < end; ) {
      let shift = 0;
      let byte: number;
      do {
        byte = bytes[at++];
        term += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte >= 0x80);
      visit(term, bytes[at++]);
    }
  }

  /** A copy that holds only these documents, numbered anew in this order. */
  only(documents: readonly number[]): ForwardStore {
    const copy = new ForwardStore();
    for (const document of documents) {
      const part = this.bytes.values.subarray(this.starts.values[document], this.starts.values[document + 1]);
      const start = copy.starts.values[copy.count] ?? 0;
      copy.bytes.reserve(start + part.length);
      copy.bytes.values.set(part, start);
      copy.starts.set(++copy.count, start + part.length);
    }
    return copy;
  }
}
