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

/** Reads what `encodeAnalysed` wrote where it stands: numbers and words are not copied, for there are hundreds in each offer. */
export class AnalysedText {
  /** Where each line begins, and where one after the last would. */
  private readonly starts = [0];

  constructor(readonly text: string) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
    this.starts.push(text.length + 1);
  }

  traits(): OfferTraits {
    return JSON.parse(this.text.slice(...this.line(0))) as OfferTraits;
  }

  /** Calls with the place in `text` of each word, from the first character to the one behind the last. */
  eachWord(visit: (start: number, end: number) => void): void {
    const [start, end] = this.line(1);
    if (start === end) return;
    for (let from = start; from < end; ) {
      let to = from;
      while (to < end && this.text.charCodeAt(to) !== BLANK) to++;
      visit(from, to);
      from = to + 1;
    }
  }

  quantities(): string[] {
    const line = this.text.slice(...this.line(2));
    return line === '' ? [] : line.split(' ');
  }

  count(kind: TermKind): number {
    const [start, end] = this.part(kind, 0);
    return end - start;
  }

  /** Calls with the numbers of each term of a kind; `second` is meant for pairs only. */
  each(kind: TermKind, visit: (first: number, second: number, weight: number) => void): void {
    const [[firsts, end], [seconds], [weights]] = [this.part(kind, 0), this.part(kind, 1), this.part(kind, 2)];
    const { text } = this;
    for (let i = 0; i < end - firsts; i++) {
      const second = kind === 'pair' ? text.charCodeAt(seconds + i) - OFFSET : -1;
      visit(text.charCodeAt(firsts + i) - OFFSET, second, text.charCodeAt(weights + i) - OFFSET);
    }
  }

  private part(kind: TermKind, part: number): [number, number] {
    return this.line(HEAD_LINES + TERM_KINDS.indexOf(kind) * PARTS.length + part);
  }

  private line(number: number): [number, number] {
    return [this.starts[number], this.starts[number + 1] - 1];
  }
}

const PARTS = ['first', 'second', 'weights'] as const;
const HEAD_LINES = 3;
const BLANK = 32;
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
