import type { OfferTraits } from '../ports/search-engine.port.js';
import { FacetColumns, type OfferFacts } from './facet-columns.js';
import { ForwardStore } from './forward-store.js';
import { Growable } from './growable.js';
import { type Postings, PostingLists } from './posting-lists.js';
import type { NumberedTerms } from './term-numbering.js';

/** Documents under numbers that count up from 0, with their terms both ways; one that is buried stays as a tombstone. */
export class IndexedDocuments {
  readonly columns = new FacetColumns();
  readonly facts: OfferFacts[] = [];
  readonly forward = new ForwardStore();
  private readonly postings = new PostingLists();
  readonly numbers = new Map<string, number>();
  private readonly alive = new Growable(new Uint8Array(64));
  private buried = 0;

  get span(): number {
    return this.facts.length;
  }

  get dead(): number {
    return this.buried;
  }

  isAlive(number: number): boolean {
    return this.alive.values[number] === 1;
  }

  /** The living documents that hold a term, as long as no other term is asked for. */
  holding(term: number): Postings {
    return this.postings.read(term, this.buried === 0 ? null : this.alive.values, 1);
  }

  /** As `holding`, of the documents with this mark, which the dead must not have. */
  holdingAmong(term: number, marks: Uint8Array, wanted: number): Postings {
    return this.postings.read(term, marks, wanted);
  }

  add(traits: OfferTraits, numbered: NumberedTerms): void {
    const facts = this.columns.add(this.span, traits);
    this.forward.add(numbered.terms);
    this.postings.addAll(this.span, numbered);
    this.number(facts);
  }

  /** Takes a document over from others, without the lists of its terms. */
  takeOver(from: IndexedDocuments, number: number): void {
    this.columns.copy(this.span, from.columns, number);
    this.forward.copy(from.forward, number);
    this.number(from.facts[number]);
  }

  /** Adds a document to the list of a term; to be called in the order of the documents. */
  hold(term: number, document: number, weight: number): void {
    this.postings.add(term, document, weight);
  }

  bury(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.alive.set(number, 0);
    this.numbers.delete(id);
    this.buried++;
  }

  private number(facts: OfferFacts): void {
    const number = this.span;
    this.facts.push(facts);
    this.alive.set(number, 1);
    this.numbers.set(facts.id, number);
  }
}
