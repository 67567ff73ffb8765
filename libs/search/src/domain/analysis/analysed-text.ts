import type { OfferTraits } from '../../ports/search-engine.port.js';
import { type AnalysedOffer, TERM_KINDS, type TermKind } from './analyse-offer.js';

/**
 * An analysed offer as one text that is quick to read: its traits as JSON, its words, its quantities, and the numbers of its terms as
 * characters, each part a line. A number n is the character n + OFFSET: small ones take one byte in the database, and none is a line's
 * end or a surrogate.
 */
export function encodeAnalysed({ traits, words, quantities, terms }: AnalysedOffer): string {
  const lines = [JSON.stringify(traits), words.join(' '), quantities.join(' ')];
  for (const kind of TERM_KINDS) for (const part of PARTS) lines.push(textOf(terms[kind][part]));
  return lines.join('\n');
}

/** Reads what `encodeAnalysed` wrote, as bytes: numbers and words are not cut out, for there are hundreds in each offer. */
export class AnalysedText {
  readonly bytes: Buffer;
  /** Where each line begins, and where one after the last would. */
  private readonly starts = [0];

  /** `text` also as it stands in UTF-8. */
  constructor(text: string | Buffer) {
    this.bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    for (let at = 0; at < this.bytes.length; at++) if (this.bytes[at] === LINE_END) this.starts.push(at + 1);
    this.starts.push(this.bytes.length + 1);
  }

  traits(): OfferTraits {
    return JSON.parse(this.bytes.toString('utf8', ...this.line(0))) as OfferTraits;
  }

  /** Where the words stand among the bytes, parted by blanks: from the first byte to the one behind the last. */
  get words(): [start: number, end: number] {
    return this.line(1);
  }

  /** Where the quantities stand, likewise. */
  get quantities(): [start: number, end: number] {
    return this.line(2);
  }

  /** At least as many as there are terms of a kind. */
  most(kind: TermKind): number {
    const [start, end] = this.part(kind, 'weights');
    return end - start;
  }

  /** Reads one part of the terms of a kind into an array that has room for `most` of them; answers how many there are. */
  numbers(kind: TermKind, part: Part, numbers: Int32Array): number {
    const [start, end] = this.part(kind, part);
    const { bytes } = this;
    let count = 0;
    for (let at = start; at < end; ) {
      const byte = bytes[at];
      if (byte < 0x80) {
        numbers[count++] = byte - OFFSET;
        at += 1;
      } else if (byte < 0xe0) {
        numbers[count++] = (((byte & 0x1f) << 6) | (bytes[at + 1] & 0x3f)) - OFFSET;
        at += 2;
      } else {
        numbers[count++] = (((byte & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f)) - OFFSET;
        at += 3;
      }
    }
    return count;
  }

  private part(kind: TermKind, part: Part): [number, number] {
    return this.line(HEAD_LINES + TERM_KINDS.indexOf(kind) * PARTS.length + PARTS.indexOf(part));
  }

  private line(number: number): [number, number] {
    return [this.starts[number], this.starts[number + 1] - 1];
  }
}

const PARTS = ['first', 'second', 'weights'] as const;
type Part = (typeof PARTS)[number];
const HEAD_LINES = 3;
const LINE_END = 10;
/** The first character after those that steer. */
const OFFSET = 14;
const SURROGATES = 0xd800;

function textOf(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    if (number + OFFSET >= SURROGATES) throw new Error('An offer has more words than can be written down.');
    text += String.fromCharCode(number + OFFSET);
  }
  return text;
}
