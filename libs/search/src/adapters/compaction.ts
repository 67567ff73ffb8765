import type { OfferTraits } from '../ports/search-engine.port.js';
import { IndexedDocuments } from './indexed-documents.js';
import type { NumberedTerms } from './term-numbering.js';

/**
 * Writes living documents afresh, without tombstones, a little at a time: first the documents, then the lists of their terms, then what has
 * been added meanwhile. The old ones answer and change until then; what changes there is to be told by `add` and `bury`.
 */
export class Compaction {
  readonly fresh = new IndexedDocuments();
  private readonly added: { number: number; traits: OfferTraits; numbered: NumberedTerms }[] = [];
  private readonly span: number;
  /** New numbers of the old documents. */
  private readonly moved: Int32Array;
  private document = 0;
  private term = 0;
  private later = 0;

  /** `terms` are all terms so far, by their numbers. */
  constructor(
    private readonly old: IndexedDocuments,
    private readonly terms: number,
  ) {
    this.span = old.span;
    this.moved = new Int32Array(old.span);
  }

  /** Goes on for about so many milliseconds; answers whether nothing is left, so that `fresh` can take the place of the old ones now. */
  step(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    do if (!this.goOn()) return true;
    while (performance.now() < end);
    return false;
  }

  /** A document has been added to the old ones. */
  add(traits: OfferTraits, numbered: NumberedTerms): void {
    this.added.push({ number: this.old.span - 1, traits, numbered });
  }

  /** A document is no longer alive among the old ones; one that has not been taken over yet will simply not be. */
  bury(id: string): void {
    this.fresh.bury(id);
  }

  private goOn(): boolean {
    if (this.document < this.span) this.moveDocument(this.document++);
    else if (this.term < this.terms) this.moveTerm(this.term++);
    else if (this.later < this.added.length) this.moveLater(this.later++);
    else return false;
    return true;
  }

  private moveDocument(number: number): void {
    this.moved[number] = this.fresh.span;
    if (this.old.isAlive(number)) this.fresh.takeOver(this.old, number);
  }

  private moveTerm(term: number): void {
    const { documents, weights, count } = this.old.holding(term);
    for (let i = 0; i < count && documents[i] < this.span; i++) this.fresh.hold(term, this.moved[documents[i]], weights[i]);
  }

  private moveLater(place: number): void {
    const { number, traits, numbered } = this.added[place];
    if (this.old.isAlive(number)) this.fresh.add(traits, numbered);
  }
}
