import { term } from '@app/platform/kernel/fold.js';
import { type AnalysedOffer, exactFormOf, type Terms } from '../domain/analysis/analyse-offer.js';
import { openingTerm, type TermDictionary } from './term-dictionary.js';

/** Terms by their numbers in the dictionary, each once, with a byte of weight. */
export interface NumberedTerms {
  terms: Int32Array;
  weights: Uint8Array;
}

interface Word {
  folded: string;
  id: number;
  /** Number of the accented form; -1 when it has none. */
  exactId: number;
  /** Number as a title's first word; -1 as long as it was none. */
  openingId: number;
}

const MAX_REMEMBERED = 200_000;

/** Gives the terms of analysed offers their numbers in the dictionary, which learns those that it lacks. */
export class TermNumbering {
  private readonly remembered = new Map<string, Word>();

  constructor(private readonly dictionary: TermDictionary) {}

  number({ words, quantities, terms: { word, form, pair, opening, quantity } }: AnalysedOffer): NumberedTerms {
    const known = words.map((text) => this.wordOf(text));
    const count = word.first.length + form.first.length + pair.first.length + opening.first.length + quantity.first.length;
    const numbered = { terms: new Int32Array(count), weights: new Uint8Array(count) };
    let at = 0;
    const add = (part: Terms, idOf: (first: number, i: number) => number): void => {
      part.first.forEach((first, i) => {
        numbered.terms[at] = idOf(first, i);
        numbered.weights[at++] = part.weights[i];
      });
    };
    add(word, (first) => known[first].id);
    add(form, (first) => known[first].exactId);
    add(pair, (first, i) => this.dictionary.addPair(known[first].id, known[pair.second[i]].id));
    add(opening, (first) => this.openingOf(known[first]));
    add(quantity, (first) => this.dictionary.add(quantities[first]));
    return numbered;
  }

  private openingOf(word: Word): number {
    if (word.openingId < 0) word.openingId = this.dictionary.add(openingTerm(word.folded));
    return word.openingId;
  }

  private wordOf(text: string): Word {
    const known = this.remembered.get(text);
    if (known) return known;
    const folded = term(text);
    const form = exactFormOf(text);
    const word: Word = { folded, id: this.dictionary.add(folded), exactId: form === null ? -1 : this.dictionary.addExact(folded, form, text), openingId: -1 };
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(text, word);
    return word;
  }
}
