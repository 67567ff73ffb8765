import { term } from '@app/platform/kernel/fold.js';
import type { AnalysedText } from '../domain/analysis/analysed-text.js';
import { TERM_KINDS, type TermKind } from '../domain/analysis/analyse-offer.js';
import { exactFormOf } from '../domain/understanding/syllables.js';
import { Growable } from './growable.js';
import { NumberSort } from './number-sort.js';
import { openingTerm, type TermDictionary } from './term-dictionary.js';
import { WordTable } from './word-table.js';

/** Terms by their numbers in the dictionary, each once, in their order, with a byte of weight. */
export interface NumberedTerms {
  terms: Int32Array;
  weights: Uint8Array;
}

const NONE = -1;
const growable = (): Growable<Int32Array> => new Growable(new Int32Array(256));

/** Gives the terms of analysed offers their numbers in the dictionary, which learns those that it lacks. */
export class TermNumbering {
  private readonly words = new WordTable((word) => this.learn(word));
  private readonly measures = new WordTable((name) => void this.measureIds.push(this.dictionary.add(name)));
  /** By a word's number in the table: the terms for it, for its accented form, for it as a title's first word. */
  private readonly ids: number[] = [];
  private readonly formIds: number[] = [];
  private readonly openingIds: number[] = [];
  private readonly measureIds: number[] = [];
  /** Of the offer at hand. */
  private readonly known = growable();
  private readonly measured = growable();
  private readonly firsts = growable();
  private readonly seconds = growable();
  private readonly read = growable();
  private readonly terms = growable();
  /** By terms' numbers; what others have left there means nothing. */
  private readonly weights = new Growable(new Uint8Array(1024));

  private readonly sorter = new NumberSort();

  constructor(private readonly dictionary: TermDictionary) {}

  number(analysed: AnalysedText): NumberedTerms {
    this.words.findAll(analysed.bytes, ...analysed.words, this.known);
    this.measures.findAll(analysed.bytes, ...analysed.quantities, this.measured);
    const terms = this.terms.reserve(TERM_KINDS.reduce((sum, kind) => sum + analysed.most(kind), 0));
    let count = 0;
    for (const kind of TERM_KINDS) count = this.addKind(kind, analysed, terms, count);
    return this.inOrder(terms.slice(0, count));
  }

  /** Plain numbers sort quicker than anything else: the weights wait under their terms' numbers. */
  private inOrder(terms: Int32Array): NumberedTerms {
    const weights = new Uint8Array(terms.length);
    const weightOf = this.weights.values;
    this.sorter.sort(terms);
    for (let i = 0; i < terms.length; i++) weights[i] = weightOf[terms[i]];
    return { terms, weights };
  }

  private addKind(kind: TermKind, analysed: AnalysedText, terms: Int32Array, from: number): number {
    const most = analysed.most(kind);
    const [firsts, seconds, weights] = [this.firsts.reserve(most), this.seconds.reserve(most), this.read.reserve(most)];
    const count = analysed.numbers(kind, 'weights', weights);
    analysed.numbers(kind, 'first', firsts);
    if (kind === 'pair' || kind === 'lead') analysed.numbers(kind, 'second', seconds);
    const idOf = this.idOf[kind];
    // No more terms are learnt here than there are; an array grown once and written to directly takes a tenth of the time of `set`.
    const weightOf = this.weights.reserve(this.dictionary.size + most);
    for (let i = 0; i < count; i++) {
      const term = idOf(firsts[i], seconds[i]);
      terms[from + i] = term;
      weightOf[term] = weights[i];
    }
    return from + count;
  }

  private readonly idOf: Readonly<Record<TermKind, (first: number, second: number) => number>> = {
    word: (first) => this.ids[this.known.values[first]],
    form: (first) => this.formIds[this.known.values[first]],
    pair: (first, second) => this.dictionary.addPair(this.ids[this.known.values[first]], this.ids[this.known.values[second]]),
    opening: (first) => this.openingOf(this.known.values[first]),
    lead: (first, second) => this.dictionary.add(openingTerm(this.foldedOf(first), this.foldedOf(second))),
    quantity: (first) => this.measureIds[this.measured.values[first]],
  };

  private openingOf(word: number): number {
    if (this.openingIds[word] === NONE) this.openingIds[word] = this.dictionary.add(openingTerm(term(this.words.text(word))));
    return this.openingIds[word];
  }

  private foldedOf(place: number): string {
    return term(this.words.text(this.known.values[place]));
  }

  private learn(word: string): void {
    const [folded, form] = [term(word), exactFormOf(word)];
    this.formIds.push(form === null ? NONE : this.dictionary.addExact(folded, form, word));
    this.ids.push(this.dictionary.add(folded));
    this.openingIds.push(NONE);
  }
}
