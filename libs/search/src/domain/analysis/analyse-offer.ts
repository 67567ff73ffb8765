import { exactForm, nfc, term, type Token, tokens } from '@app/platform/kernel/fold.js';
import type { OfferDocument, OfferTraits } from '../../ports/search-engine.port.js';
import { headAmong } from '../understanding/english-heads.js';
import { genericLength, LONGEST_OPENING } from '../understanding/generic-openings.js';
import { quantityTerms } from '../understanding/quantity-terms.js';
import { exactFormOf } from '../understanding/syllables.js';

/** Raised with every change of what `analyseOffer` answers, so that what is stored of an earlier one is not used. */
export const ANALYSER_VERSION = 4;

/** A folded word, an accented form, two words side by side, the words and the pairs of words that say what a title is about, a quantity. */
export const TERM_KINDS = ['word', 'form', 'pair', 'opening', 'lead', 'quantity'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** Terms of one kind: `first` are places in `words`, or in `quantities`; a pair and a lead also have `second`. Weights are bytes. */
export interface Terms {
  first: number[];
  second: number[];
  weights: number[];
}

/** What an offer says, without its texts: all that an index needs. */
export interface AnalysedOffer {
  traits: OfferTraits;
  /** Words as written, in small letters, each once. */
  words: string[];
  quantities: string[];
  terms: Record<TermKind, Terms>;
}

/** Where a term stands decides what it weighs; the usual length in words keeps a long field from winning by length. */
interface Field {
  weight: number;
  usualLength: number;
  text: string;
  /** A title: what it is about comes first in Vietnamese, and last in an English name. */
  title?: 'vi' | 'en';
  /** Quantities in it are found in every unit. */
  measured?: boolean;
}

/** A weight of 1 in steps: weights are kept as bytes. */
export const WEIGHT_STEPS = 255;
const SATURATION = 1.2;
/** What stands in a title is worth this much more than any number of mentions elsewhere. */
const TITLE_SHARE = 0.4;
const LENGTH_PULL = 0.4;
/** Longer fields are cut: what comes after says little about what an offer is, and memory is finite. */
const MAX_WORDS = 3000;
const MAX_REMEMBERED = 50_000;

/** The titles come first. */
const fieldsOf = (doc: OfferDocument): Field[] => [
  { weight: 4, usualLength: 10, text: doc.title, title: doc.lang === 'en' ? 'en' : 'vi', measured: true },
  { weight: 3, usualLength: 10, text: doc.en?.title ?? '', title: 'en', measured: true },
  { weight: 2, usualLength: 10, text: doc.keywords.join(' ; ') },
  { weight: 1, usualLength: 60, text: doc.summary, measured: true },
  { weight: 0.8, usualLength: 60, text: doc.en?.summary ?? '' },
  { weight: 0.6, usualLength: 40, text: doc.specs, measured: true },
  { weight: 0.5, usualLength: 200, text: doc.description },
  { weight: 0.4, usualLength: 200, text: doc.en?.description ?? '' },
  { weight: 0.5, usualLength: 8, text: doc.supplierName },
];

/** Folded words, pairs of neighbours, accented forms, openings and quantities of an offer, with their weights. */
export const analyseOffer = (doc: OfferDocument): AnalysedOffer => new OfferAnalysis().run(doc);

/** Words and quantities beside the terms' sums, while an offer is read. */
class OfferAnalysis {
  private readonly words: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly quantities: string[] = [];
  private readonly sums = Object.fromEntries(TERM_KINDS.map((kind) => [kind, new TermSums()])) as Record<TermKind, TermSums>;

  run(doc: OfferDocument): AnalysedOffer {
    for (const field of fieldsOf(doc)) if (field.text !== '') this.addField(field);
    const terms = Object.fromEntries(TERM_KINDS.map((kind) => [kind, this.sums[kind].terms()])) as Record<TermKind, Terms>;
    return { traits: traitsOf(doc), words: this.words, quantities: this.quantities, terms };
  }

  private addField(field: Field): void {
    const words = tokens(field.text).slice(0, MAX_WORDS);
    const share = field.weight / (1 - LENGTH_PULL + (LENGTH_PULL * words.length) / field.usualLength);
    const { word, form, pair, opening, lead } = this.sums;
    const titled = field.title !== undefined;
    const heads = headsOf(field, words);
    let previous = -1;
    let at = 0;
    for (const { text } of words) {
      const known = knownWord(text);
      const place = this.placeOf(known.lower);
      const number = word.add(known.folded, place, -1, share, titled);
      if (heads.includes(at)) opening.add(known.folded, place, -1, share, titled);
      if (field.title === 'vi' && heads.includes(at - 1)) lead.add(at, word.first(previous), word.first(number), share, titled);
      if (previous >= 0) pair.add(previous * MAX_PLACES + number, word.first(previous), word.first(number), share, titled);
      if (known.form !== null) form.add(known.form, place, -1, share, titled);
      previous = number;
      at++;
    }
    if (field.measured) for (const { term: name } of quantityTerms(field.text)) this.addQuantity(name, share, titled);
  }

  private addQuantity(name: string, share: number, titled: boolean): void {
    const number = this.sums.quantity.add(name, this.quantities.length, -1, share, titled);
    if (number === this.quantities.length) this.quantities.push(name);
  }

  private placeOf(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** Where what a title is about is named: an English one ends so; a Vietnamese one begins so, and again after what may open any name. */
function headsOf({ title, text }: Field, words: readonly Token[]): number[] {
  if (title === undefined) return [];
  if (title === 'en') return [headAmong(words, nfc(text))];
  const generic = genericLength(words.slice(0, LONGEST_OPENING + 1).map((word) => ({ folded: term(word.text), form: exactForm(word.text) })));
  return generic === 0 ? [0] : [0, generic];
}

/** More words than all fields of an offer can have. */
const MAX_PLACES = 2 ** 20;

class TermSums {
  private readonly numbers = new Map<string | number, number>();
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];
  private readonly sums: number[] = [];
  private readonly titled: boolean[] = [];

  /** Adds to the term with this key, which stands for these places when it is new; answers its number. */
  add(key: string | number, first: number, second: number, share: number, titled: boolean): number {
    const known = this.numbers.get(key);
    if (known !== undefined) {
      this.sums[known] += share;
      return known;
    }
    const number = this.sums.push(share) - 1;
    this.numbers.set(key, number);
    this.firsts.push(first);
    if (second >= 0) this.seconds.push(second);
    this.titled.push(titled);
    return number;
  }

  first(number: number): number {
    return this.firsts[number];
  }

  terms(): Terms {
    const weights = this.sums.map((sum, i) => {
      const weight = (1 - TITLE_SHARE) * (sum / (sum + SATURATION)) + (this.titled[i] ? TITLE_SHARE : 0);
      return Math.max(1, Math.round(weight * WEIGHT_STEPS));
    });
    return { first: this.firsts, second: this.seconds, weights };
  }
}

interface KnownWord {
  lower: string;
  folded: string;
  form: string | null;
}
const remembered = new Map<string, KnownWord>();

/** Offers repeat their words: each is folded once. */
function knownWord(text: string): KnownWord {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const word = { lower: text.toLowerCase(), folded: term(text), form: exactFormOf(text) };
  remembered.set(text, word);
  return word;
}

function traitsOf(doc: OfferDocument): OfferTraits {
  const { id, version, title, kind, supplierId, centreId, fields, province, trl, transferModes, condition, readyToTransfer, priceMin, priceMax, publishedAt } = doc;
  return { id, version, title, kind, supplierId, centreId, fields, province, trl, transferModes, condition, readyToTransfer, priceMin, priceMax, publishedAt };
}
