import { exactForm, hasMarks, term, tokens } from '@app/platform/kernel/fold.js';
import { quantityTerms } from '../domain/understanding/quantity-terms.js';
import { isSyllable } from '../domain/understanding/syllables.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { Growable } from './growable.js';
import { openingTerm, pairTerm, type TermDictionary } from './term-dictionary.js';

/** Where a term stands decides what it weighs; the usual length in words keeps a long field from winning by length. */
interface Field {
  weight: number;
  usualLength: number;
  text: string;
  opens?: boolean;
  /** Quantities in it are found in every unit. */
  measured?: boolean;
}

interface Word {
  folded: string;
  id: number;
  /** Number of the accented form; -1 when it has none. */
  exactId: number;
}

export interface AnalysedDocument {
  terms: Int32Array;
  weights: Float32Array;
}

const SATURATION = 1.2;
/** What stands in a title is worth this much more than any number of mentions elsewhere. */
const TITLE_SHARE = 0.4;
const LENGTH_PULL = 0.4;
/** Longer fields are cut: what comes after says little about what an offer is, and memory is finite. */
const MAX_WORDS = 3000;
const MAX_REMEMBERED = 200_000;

/** The titles come first. */
const fieldsOf = (doc: OfferDocument): Field[] => [
  { weight: 4, usualLength: 10, text: doc.title, opens: true, measured: true },
  { weight: 3, usualLength: 10, text: doc.en?.title ?? '', opens: true, measured: true },
  { weight: 2, usualLength: 10, text: doc.keywords.join(' ; ') },
  { weight: 1, usualLength: 60, text: doc.summary, measured: true },
  { weight: 0.8, usualLength: 60, text: doc.en?.summary ?? '' },
  { weight: 0.6, usualLength: 40, text: doc.specs, measured: true },
  { weight: 0.5, usualLength: 200, text: doc.description },
  { weight: 0.4, usualLength: 200, text: doc.en?.description ?? '' },
  { weight: 0.5, usualLength: 8, text: doc.supplierName },
];

/** Turns texts into weighted terms: folded words, pairs of neighbours, accented forms. */
export class DocumentAnalyser {
  private readonly remembered = new Map<string, Word>();
  private readonly sums = new Growable(new Float32Array(4096));

  constructor(private readonly dictionary: TermDictionary) {}

  analyse(doc: OfferDocument): AnalysedDocument {
    const touched: number[] = [];
    let titled = 0;
    for (const field of fieldsOf(doc)) {
      this.addField(field, touched);
      if (field.opens) titled = touched.length;
    }
    const terms = Int32Array.from(touched);
    const sums = this.sums.values;
    const weights = new Float32Array(terms.length);
    for (let i = 0; i < terms.length; i++) {
      const sum = sums[terms[i]];
      weights[i] = (1 - TITLE_SHARE) * (sum / (sum + SATURATION)) + (i < titled ? TITLE_SHARE : 0);
      sums[terms[i]] = 0;
    }
    return { terms, weights };
  }

  /** Folded words and pairs of a text, repeats kept, as the index names them. */
  namesOf(text: string): string[] {
    const words = tokens(text).map((token) => term(token.text));
    return words.flatMap((word, i) => (i === 0 ? [word] : [word, pairTerm(words[i - 1], word)]));
  }

  private addField(field: Field, touched: number[]): void {
    if (field.text === '') return;
    const words = tokens(field.text).slice(0, MAX_WORDS);
    const share = field.weight / (1 - LENGTH_PULL + (LENGTH_PULL * words.length) / field.usualLength);
    let previous = -1;
    for (const { text } of words) {
      const word = this.wordOf(text);
      this.add(word.id, share, touched);
      if (previous < 0 && field.opens) this.add(this.dictionary.add(openingTerm(word.folded)), share, touched);
      if (previous >= 0) this.add(this.dictionary.addPair(previous, word.id), share, touched);
      if (word.exactId >= 0) this.add(word.exactId, share, touched);
      previous = word.id;
    }
    if (field.measured) for (const { term: name } of quantityTerms(field.text)) this.add(this.dictionary.add(name), share, touched);
  }

  private add(id: number, share: number, touched: number[]): void {
    const sum = this.sums.values[id] ?? 0;
    if (sum === 0) touched.push(id);
    this.sums.set(id, sum + share);
  }

  private wordOf(text: string): Word {
    const known = this.remembered.get(text);
    if (known) return known;
    const folded = term(text);
    const form = exactFormOf(text);
    const word: Word = { folded, id: this.dictionary.add(folded), exactId: form === null ? -1 : this.dictionary.addExact(folded, form, text) };
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(text, word);
    return word;
  }
}

/** A Vietnamese word without marks is a form like any other: `ca` is a shift, `cá` a fish. */
function exactFormOf(text: string): string | null {
  const form = exactForm(text);
  return hasMarks(text) || isSyllable(form) ? form : null;
}
