import { term } from '@app/platform/kernel/fold.js';
import type { AnalysedText } from '../domain/analysis/analysed-text.js';
import { Growable } from './growable.js';
import { PairNumbers } from './pair-numbers.js';
import { WordTable } from './word-table.js';

/** Hears the place of a wanted term among the names, and the term's weight in the offer as a byte. */
export type HearTerm = (place: number, weight: number) => void;

const NONE = -1;

/** Tells which of some wanted terms, folded words and pairs (`a_b`), an analysed offer has. Nothing else of the offers is kept. */
export class WantedTerms {
  /** Numbers of the words that stand in the names. */
  private readonly parts = new Map<string, number>();
  /** By a word's number: its place among the names. */
  private readonly alone: number[] = [];
  private readonly pairs = new PairNumbers();
  private readonly words = new WordTable((word) => void this.partOf.push(this.parts.get(term(word)) ?? NONE));
  /** By a word's number in the table. */
  private readonly partOf: number[] = [];
  /** Of the offer at hand. */
  private readonly known = new Growable(new Int32Array(256));
  private readonly firsts = new Growable(new Int32Array(256));
  private readonly seconds = new Growable(new Int32Array(256));
  private readonly weights = new Growable(new Int32Array(256));

  /** `names`: each once. */
  constructor(names: readonly string[]) {
    names.forEach((name, place) => this.want(name, place));
  }

  visit(analysed: AnalysedText, hear: HearTerm): void {
    this.words.findAll(analysed.bytes, ...analysed.words, this.known);
    this.visitKind(analysed, 'word', (first) => (first < 0 ? NONE : this.alone[first]), hear);
    this.visitKind(analysed, 'pair', (first, second) => (first < 0 || second < 0 ? NONE : this.pairs.get(first, second)), hear);
  }

  private visitKind(analysed: AnalysedText, kind: 'word' | 'pair', placeOf: (first: number, second: number) => number, hear: HearTerm): void {
    const most = analysed.most(kind);
    const [firsts, seconds, weights] = [this.firsts.reserve(most), this.seconds.reserve(most), this.weights.reserve(most)];
    const count = analysed.numbers(kind, 'weights', weights);
    analysed.numbers(kind, 'first', firsts);
    if (kind === 'pair') analysed.numbers(kind, 'second', seconds);
    const known = this.known.values;
    for (let i = 0; i < count; i++) {
      const place = placeOf(this.partOf[known[firsts[i]]], kind === 'pair' ? this.partOf[known[seconds[i]]] : NONE);
      if (place >= 0) hear(place, weights[i]);
    }
  }

  private want(name: string, place: number): void {
    const [first, second] = name.split('_');
    if (second === undefined) this.alone[this.numberOf(first)] = place;
    else this.pairs.set(this.numberOf(first), this.numberOf(second), place);
  }

  private numberOf(word: string): number {
    const known = this.parts.get(word);
    if (known !== undefined) return known;
    this.parts.set(word, this.alone.length);
    return this.alone.push(NONE) - 1;
  }
}
