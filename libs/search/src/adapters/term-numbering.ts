import { term } from '@app/platform/kernel/fold.js';
import type { AnalysedText } from '../domain/analysis/analysed-text.js';
import { exactFormOf, TERM_KINDS, type TermKind } from '../domain/analysis/analyse-offer.js';
import { openingTerm, type TermDictionary } from './term-dictionary.js';
import { type KnownWord, WordTable } from './word-table.js';

/** Terms by their numbers in the dictionary, each once, with a byte of weight. */
export interface NumberedTerms {
  terms: Int32Array;
  weights: Uint8Array;
}

/** Gives the terms of analysed offers their numbers in the dictionary, which learns those that it lacks. */
export class TermNumbering {
  private readonly words = new WordTable((text, hash) => this.learn(text, hash));
  private known: KnownWord[] = [];
  private quantities: string[] = [];

  constructor(private readonly dictionary: TermDictionary) {}

  number(analysed: AnalysedText): NumberedTerms {
    this.known = [];
    analysed.eachWord((start, end) => this.known.push(this.words.find(analysed.text, start, end)));
    this.quantities = analysed.quantities();
    const count = TERM_KINDS.reduce((sum, kind) => sum + analysed.count(kind), 0);
    const numbered = { terms: new Int32Array(count), weights: new Uint8Array(count) };
    let at = 0;
    for (const kind of TERM_KINDS) {
      const idOf = this.ids[kind];
      analysed.each(kind, (first, second, weight) => {
        numbered.terms[at] = idOf(first, second);
        numbered.weights[at++] = weight;
      });
    }
    return numbered;
  }

  private readonly ids: Readonly<Record<TermKind, (first: number, second: number) => number>> = {
    word: (first) => this.known[first].id,
    form: (first) => this.known[first].exactId,
    pair: (first, second) => this.dictionary.addPair(this.known[first].id, this.known[second].id),
    opening: (first) => this.openingOf(this.known[first]),
    quantity: (first) => this.dictionary.add(this.quantities[first]),
  };

  private openingOf(word: KnownWord): number {
    if (word.openingId < 0) word.openingId = this.dictionary.add(openingTerm(word.folded));
    return word.openingId;
  }

  private learn(text: string, hash: number): KnownWord {
    const folded = term(text);
    const form = exactFormOf(text);
    const exactId = form === null ? -1 : this.dictionary.addExact(folded, form, text);
    return { text, hash, folded, id: this.dictionary.add(folded), exactId, openingId: -1 };
  }
}
