import { pack, packedSize } from './forward-store.js';
import { Growable } from './growable.js';
import type { NumberedTerms } from './term-numbering.js';

/** The documents that hold a term, with the term's weights in them as bytes: the first `count` of each array. */
export interface Postings {
  documents: Int32Array;
  weights: Uint8Array;
  count: number;
}

const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const SMALLEST_BITS = 3;
const LARGEST_BITS = 12;
const LINK = 4;
/** Of each term: where its list begins, where the next entry goes, and the last document plus one. */
const STATE = 3;
const [HEAD, TAIL, LAST] = [0, 1, 2];

/**
 * Which documents hold a term, in lists that only grow, so that adding a document never moves what is there. A list is a chain of
 * pieces that double in size; pieces of one size share pages and end with the place of the next one. An entry is the gap from the
 * document before, packed, and a byte of weight; a zero ends a piece early. Documents are added in the order of their numbers. Dead ones
 * stay: the caller knows who lives.
 */
export class PostingLists {
  private readonly pages: Uint8Array[] = [];
  /** The size of each page's pieces, in bits. */
  private readonly bits: number[] = [];
  /** The next free place for pieces of each size. */
  private readonly free: number[] = [];
  private readonly states = new Growable(new Uint32Array(1024));
  /** What was read last. */
  private documents = new Int32Array(1024);
  private weights = new Uint8Array(1024);

  /** Adds a document to the lists of its terms, which are in their order. */
  addAll(document: number, { terms, weights }: NumberedTerms): void {
    if (terms.length === 0) return;
    const states = this.states.reserve((terms[terms.length - 1] + 1) * STATE);
    for (let i = 0; i < terms.length; i++) this.append(states, terms[i] * STATE, document, weights[i]);
  }

  /** `weight` is a byte. */
  add(term: number, document: number, weight: number): void {
    this.append(this.states.reserve((term + 1) * STATE), term * STATE, document, weight);
  }

  private append(states: Uint32Array, at: number, document: number, weight: number): void {
    if (states[at + LAST] === 0) states[at + HEAD] = states[at + TAIL] = this.allot(SMALLEST_BITS);
    const gap = document + 1 - states[at + LAST];
    const size = packedSize(gap) + 1;
    let tail = states[at + TAIL];
    if (size > this.roomAt(tail)) tail = this.extend(tail);
    const page = this.pages[tail >>> PAGE_BITS];
    page[pack(page, tail & (PAGE - 1), gap)] = weight;
    states[at + TAIL] = tail + size;
    states[at + LAST] = document + 1;
  }

  /**
   * Written out into arrays that hold until the next call: reading these is far quicker than a call for each document. Those whose mark is
   * `wanted` only; without marks all.
   */
  read(term: number, marks: Uint8Array | null, wanted: number): Postings {
    const states = this.states.values;
    let count = 0;
    if (!states[term * STATE + LAST]) return { documents: this.documents, weights: this.weights, count };
    const tail = states[term * STATE + TAIL];
    let document = -1;
    for (let piece = states[term * STATE + HEAD]; ; ) {
      const page = this.pages[piece >>> PAGE_BITS];
      const size = 1 << this.bits[piece >>> PAGE_BITS];
      this.reserve(count + size);
      const { documents, weights } = this;
      const link = (piece & (PAGE - 1)) + size - LINK;
      for (let at = piece & (PAGE - 1); at < link && page[at] !== 0; ) {
        let byte = page[at++];
        let gap = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = page[at++];
          gap += (byte & 0x7f) << shift;
        }
        document += gap;
        documents[count] = document;
        weights[count] = page[at++];
        if (marks === null || marks[document] === wanted) count++;
      }
      if (tail >= piece && tail < piece + size) return { documents, weights, count };
      piece = linkAt(page, link);
    }
  }

  private reserve(length: number): void {
    if (length <= this.documents.length) return;
    const [documents, weights] = [this.documents, this.weights];
    this.documents = new Int32Array(2 * length);
    this.weights = new Uint8Array(2 * length);
    this.documents.set(documents);
    this.weights.set(weights);
  }

  /** A larger piece after the one that holds this place. */
  private extend(tail: number): number {
    const bits = this.bits[tail >>> PAGE_BITS];
    const start = this.allot(Math.min(bits + 1, LARGEST_BITS));
    const link = (tail | ((1 << bits) - 1)) + 1 - LINK;
    setLink(this.pages[tail >>> PAGE_BITS], link & (PAGE - 1), start);
    return start;
  }

  private roomAt(tail: number): number {
    return (tail | ((1 << this.bits[tail >>> PAGE_BITS]) - 1)) + 1 - LINK - tail;
  }

  /** Pages are whole multiples of their pieces, so that a piece's end can be told from any place in it. */
  private allot(bits: number): number {
    let start = this.free[bits] ?? 0;
    if ((start & (PAGE - 1)) === 0) {
      start = this.pages.length * PAGE;
      this.pages.push(new Uint8Array(PAGE));
      this.bits.push(bits);
    }
    this.free[bits] = start + (1 << bits);
    return start;
  }
}

const linkAt = (page: Uint8Array, at: number): number =>
  (page[at] | (page[at + 1] << 8) | (page[at + 2] << 16) | (page[at + 3] << 24)) >>> 0;

function setLink(page: Uint8Array, at: number, place: number): void {
  for (let i = 0; i < LINK; i++) page[at + i] = (place >>> (8 * i)) & 0xff;
}
