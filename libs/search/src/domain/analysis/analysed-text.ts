import { type AnalysedOffer, TERM_KINDS, type TermKind, type Terms } from './analyse-offer.js';

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

/** The reverse of `encodeAnalysed`. */
export function decodeAnalysed(text: string): AnalysedOffer {
  const [traits, words, quantities, ...numbers] = text.split('\n');
  const terms = {} as Record<TermKind, Terms>;
  TERM_KINDS.forEach((kind, i) => {
    const [first, second, weights] = PARTS.map((_, part) => numbersOf(numbers[i * PARTS.length + part]));
    terms[kind] = { first, second, weights };
  });
  return { traits: JSON.parse(traits) as AnalysedOffer['traits'], words: partsOf(words), quantities: partsOf(quantities), terms };
}

const PARTS = ['first', 'second', 'weights'] as const;
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

function numbersOf(text: string): number[] {
  const numbers = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) numbers[i] = text.charCodeAt(i) - OFFSET;
  return numbers;
}

const partsOf = (line: string): string[] => (line === '' ? [] : line.split(' '));
