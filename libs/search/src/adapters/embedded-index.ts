import type { OfferDocument } from '../ports/search-engine.port.js';
import { DocumentAnalyser } from './document-analyser.js';
import { FacetColumns, type OfferFacts } from './facet-columns.js';
import { ForwardStore } from './forward-store.js';
import { PostingLists, type Visit } from './posting-lists.js';
import { Scratch } from './scratch.js';
import { TermDictionary } from './term-dictionary.js';
import { best } from './top.js';

export interface WeightedTerm {
  term: string;
  weight: number;
}

/**
 * Beyond this share of new or dead documents, the flat arrays are written afresh, which holds up the process: an import of 5,200
 * offers into 4,640 made the event loop's p99 delay 211 ms with 0.05, and 93 ms with 0.25.
 */
const STALE_SHARE = 0.25;
const STALE_LEAST = 64;

/**
 * Offers in memory: analysed terms, postings and facet columns. Documents have internal numbers that hold until the
 * next `settle`; a replaced or removed one stays as a tombstone until then.
 */
export class EmbeddedIndex {
  readonly dictionary = new TermDictionary();
  columns = new FacetColumns();
  facts: OfferFacts[] = [];
  private readonly scratch = new Scratch();
  private forward = new ForwardStore();
  private alive: boolean[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly analyser = new DocumentAnalyser(this.dictionary);
  private readonly postings = new PostingLists();
  private built = 0;
  private appended = 0;
  private dead = 0;

  get size(): number {
    return this.numbers.size;
  }

  /** Document numbers run from 0 to one less than this, tombstones included. */
  get span(): number {
    return this.facts.length;
  }

  isAlive(number: number): boolean {
    return this.alive[number];
  }

  put(doc: OfferDocument): void {
    const held = this.numbers.get(doc.id);
    if (held !== undefined) {
      if (this.facts[held].version > doc.version) return;
      this.bury(held);
    }
    const analysed = this.analyser.analyse(doc);
    const number = this.facts.length;
    this.facts.push(this.columns.add(number, doc));
    this.forward.add(analysed);
    this.alive.push(true);
    this.numbers.set(doc.id, number);
    for (const id of analysed.terms) this.dictionary.count(id, 1);
    this.dictionary.documents = this.numbers.size;
    // Now rather than at the next search, which would pay for a whole import at once; before the first rebuild it would be for nothing.
    if (this.built > 0) this.append();
  }

  remove(id: string): void {
    const held = this.numbers.get(id);
    if (held === undefined) return;
    this.bury(held);
    this.numbers.delete(id);
    this.dictionary.documents = this.numbers.size;
  }

  versions(): Map<string, number> {
    return new Map([...this.numbers].map(([id, number]) => [id, this.facts[number].version]));
  }

  /** Makes what was put visible to `visit`. Cheap when little has changed; every reader calls it first. */
  settle(): void {
    const stale = this.span - this.built + this.dead;
    if (stale > Math.max(STALE_LEAST, this.span * STALE_SHARE)) return this.rebuild();
    this.append();
  }

  /** New documents stand in small lists until the next rebuild. */
  private append(): void {
    for (; this.appended < this.span; this.appended++) this.postings.append(this.forward, this.appended);
  }

  /** Work space for one query at a time: nothing of it may be used after an `await`. */
  workspace(): Scratch {
    return this.scratch.prepare(this.span);
  }

  visit(termId: number, visit: Visit): void {
    this.postings.visit(termId, (number, weight) => {
      if (this.alive[number]) visit(number, weight);
    });
  }

  /** Folded words and pairs (`a_b`) of a text, repeats kept, under the names that `candidates` knows. */
  analyse(text: string): string[] {
    return this.analyser.namesOf(text);
  }

  termStatistics(): { documents: number; df(term: string): number } {
    return { documents: this.size, df: (term) => this.dictionary.df(term) };
  }

  /** Offers by the sum of weight × the term's weight in the offer (0..1), best first, ties by id. */
  candidates(weightedTerms: readonly WeightedTerm[], limit: number): { id: string; score: number }[] {
    this.settle();
    const scores = new Float64Array(this.span);
    const touched: number[] = [];
    for (const { term, weight } of weightedTerms) {
      if (weight <= 0) continue;
      this.visit(this.dictionary.idOf(term), (number, inDocument) => {
        if (scores[number] === 0) touched.push(number);
        scores[number] += weight * inDocument;
      });
    }
    const idOf = (number: number): string => this.facts[number].id;
    const order = (a: number, b: number): number => scores[b] - scores[a] || (idOf(a) < idOf(b) ? -1 : 1);
    return best(touched, limit, order).map((number) => ({ id: idOf(number), score: scores[number] }));
  }

  private bury(number: number): void {
    this.alive[number] = false;
    this.dead++;
    this.forward.visit(number, (id) => this.dictionary.count(id, -1));
  }

  private rebuild(): void {
    const living = this.facts.map((_, number) => number).filter((number) => this.alive[number]);
    if (this.dead > 0) {
      this.columns = this.columns.only(living);
      this.facts = living.map((number) => this.facts[number]);
      this.forward = this.forward.only(living);
      this.alive = living.map(() => true);
      this.facts.forEach((fact, number) => this.numbers.set(fact.id, number));
      this.dead = 0;
    }
    this.postings.rebuild(this.forward, this.dictionary.size);
    this.built = this.appended = this.span;
  }
}
