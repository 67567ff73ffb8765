import { term } from '@app/platform/kernel/fold.js';
import { AnalysedText, encodeAnalysed } from '../domain/analysis/analysed-text.js';
import { analyseOffer, WEIGHT_STEPS } from '../domain/analysis/analyse-offer.js';
import { termNames } from '../domain/analysis/term-names.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { Compaction } from './compaction.js';
import type { FacetColumns, OfferFacts } from './facet-columns.js';
import { IndexedDocuments } from './indexed-documents.js';
import type { Postings } from './posting-lists.js';
import { Scratch } from './scratch.js';
import { namesOfTerms, TermDictionary } from './term-dictionary.js';
import { TermNumbering } from './term-numbering.js';
import { best } from './top.js';

export interface WeightedTerm {
  term: string;
  weight: number;
}

/** Tombstones beyond this share of all documents are cleared away. */
const DEAD_SHARE = 0.25;
const DEAD_LEAST = 64;
/** Other work of the process goes on between two slices. */
const SLICE_MS = 5;

/** Does the next slice of a long work soon. */
export type Schedule = (slice: () => void) => void;

export interface DocumentTerms {
  /** Every term as the dictionary names it. */
  names: ReadonlySet<string>;
  /** Its folded words, each once. */
  words: string[];
}

/**
 * Offers in memory: analysed terms, postings and facet columns. Documents have internal numbers that hold until the process turns to
 * other work; a replaced or removed one stays as a tombstone until the next compaction.
 */
export class EmbeddedIndex {
  readonly dictionary = new TermDictionary();
  private readonly scratch = new Scratch();
  private readonly numbering = new TermNumbering(this.dictionary);
  private documents = new IndexedDocuments();
  private changeCount = 0;
  private compaction: Compaction | undefined;

  constructor(
    private readonly schedule: Schedule = (slice) => void setImmediate(slice),
    private readonly sliceMs = SLICE_MS,
  ) {}

  get columns(): FacetColumns {
    return this.documents.columns;
  }

  get facts(): readonly OfferFacts[] {
    return this.documents.facts;
  }

  get size(): number {
    return this.documents.numbers.size;
  }

  /** Document numbers run from 0 to one less than this, tombstones included. */
  get span(): number {
    return this.documents.span;
  }

  /** Another number whenever something was put or removed. */
  get changes(): number {
    return this.changeCount;
  }

  numberOf(id: string): number | undefined {
    return this.documents.numbers.get(id);
  }

  isAlive(number: number): boolean {
    return this.documents.isAlive(number);
  }

  put(doc: OfferDocument): void {
    this.putAnalysed(encodeAnalysed(analyseOffer(doc)));
  }

  /** As `put`, of what `encodeAnalysed` wrote, as text or in UTF-8. */
  putAnalysed(text: string | Buffer): void {
    const analysed = new AnalysedText(text);
    const traits = analysed.traits();
    const held = this.documents.numbers.get(traits.id);
    if (held !== undefined) {
      if (this.facts[held].version > traits.version) return;
      this.bury(traits.id, held);
    }
    this.changeCount++;
    const numbered = this.numbering.number(analysed);
    this.documents.add(traits, numbered);
    this.compaction?.add(traits, numbered);
    this.dictionary.countAll(numbered.terms);
    this.dictionary.documents = this.size;
  }

  remove(id: string): void {
    const held = this.documents.numbers.get(id);
    if (held === undefined) return;
    this.changeCount++;
    this.bury(id, held);
    this.dictionary.documents = this.size;
  }

  versions(): Map<string, number> {
    return new Map([...this.documents.numbers].map(([id, number]) => [id, this.facts[number].version]));
  }

  versionOf(id: string): number | undefined {
    const number = this.documents.numbers.get(id);
    return number === undefined ? undefined : this.facts[number].version;
  }

  /** Work space for one query at a time: nothing of it may be used after an `await`. */
  workspace(): Scratch {
    return this.scratch.prepare(this.span);
  }

  /** The documents that hold a term, as long as no other term is asked for. */
  holding(termId: number): Postings {
    return this.documents.holding(termId);
  }

  /** As `holding`, of the documents with this mark only, which no number has by itself. */
  holdingAmong(termId: number, marks: Uint8Array, wanted: number): Postings {
    return this.documents.holdingAmong(termId, marks, wanted);
  }

  /** Folded words and pairs (`a_b`) of a text, repeats kept, under the names that `candidates` knows. */
  analyse(text: string): string[] {
    return termNames(text);
  }

  /** What a document says, whether it is held or not. */
  termsOf(doc: OfferDocument): DocumentTerms {
    const analysed = analyseOffer(doc);
    return { names: namesOfTerms(analysed), words: [...new Set(analysed.words.map(term))] };
  }

  /** How many documents there are, and how many of them have a word: both as they are when they are asked for. */
  termStatistics(): { readonly documents: number; df(term: string): number } {
    const sizeNow = (): number => this.size;
    return {
      get documents() {
        return sizeNow();
      },
      df: (term) => this.dictionary.df(term),
    };
  }

  /** Offers by the sum of weight × the term's weight in the offer (0..1), best first, ties by id. */
  candidates(weightedTerms: readonly WeightedTerm[], limit: number): { id: string; score: number }[] {
    const scores = new Float64Array(this.span);
    const touched: number[] = [];
    for (const { term, weight } of weightedTerms) {
      if (weight <= 0) continue;
      const { documents, weights, count } = this.holding(this.dictionary.idOf(term));
      for (let i = 0; i < count; i++) {
        const number = documents[i];
        if (scores[number] === 0) touched.push(number);
        scores[number] += weight * (weights[i] / WEIGHT_STEPS);
      }
    }
    const idOf = (number: number): string => this.facts[number].id;
    const order = (a: number, b: number): number => scores[b] - scores[a] || (idOf(a) < idOf(b) ? -1 : 1);
    return best(touched, limit, order).map((number) => ({ id: idOf(number), score: scores[number] }));
  }

  private bury(id: string, number: number): void {
    this.documents.forward.visit(number, (term) => this.dictionary.count(term, -1));
    this.documents.bury(id);
    this.compaction?.bury(id);
    if (!this.compaction && this.documents.dead > Math.max(DEAD_LEAST, this.span * DEAD_SHARE)) this.compact();
  }

  private compact(): void {
    this.compaction = new Compaction(this.documents, this.dictionary.size);
    this.schedule(() => this.compactFurther(this.compaction!));
  }

  private compactFurther(compaction: Compaction): void {
    if (!compaction.step(this.sliceMs)) return this.schedule(() => this.compactFurther(compaction));
    this.documents = compaction.fresh;
    this.compaction = undefined;
  }
}
