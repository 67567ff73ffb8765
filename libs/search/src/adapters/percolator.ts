import { asksForAll, withNamedLimits } from '../domain/understanding/asked.js';
import type { ForeseenSlips, ForeseenWord, ForeseenWords } from '../domain/understanding/foreseen-words.js';
import { ReadingMemory } from '../domain/understanding/reading-memory.js';
import { isSettled } from '../domain/understanding/spelling.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import { editDistance, letterMask, popCount } from '../domain/understanding/edit-distance.js';
import { type QueryGroup, understand, type UnderstoodQuery } from '../domain/understanding/understand.js';
import type { OfferDocument, OfferFilters, SearchQuery } from '../ports/search-engine.port.js';
import type { DocumentTerms, EmbeddedIndex } from './embedded-index.js';
import { FacetColumns } from './facet-columns.js';
import { namesOf } from './alternative-terms.js';
import { exactTerm } from './term-dictionary.js';

/** A search that waits for offers, with what can be said of its words beforehand. */
export interface StandingSearch {
  id: string;
  query: SearchQuery;
  words: readonly ForeseenWord[];
}

const [UNTESTED, YES, NO] = [0, 1, 2];
const LETTERS = /^[a-z]+$/;

/**
 * Which standing searches find an offer, exactly as the engine would: the searches go past one by one, nearly all fall at
 * the first word that the offer lacks, and what is left is understood and filtered as a search is. A search that finds an
 * offer only because not every word had to be found, or because one was doubted, does not count. What it has found out about searches it
 * keeps for the next offer, as long as the index does not change.
 */
export class Percolator {
  private readonly understood = new Map<string, UnderstoodQuery>();
  private readonly settled: Uint8Array;
  private memory: ReadingMemory;
  private changes: number;

  /** `words` are those of all searches. */
  constructor(
    private readonly index: EmbeddedIndex,
    private readonly synonyms: Synonyms,
    private readonly words: ForeseenWords,
  ) {
    this.settled = new Uint8Array(words.count);
    this.memory = new ReadingMemory(index.dictionary);
    this.changes = index.changes;
  }

  /** The offer must be in the index, as its words are part of the vocabulary by which searches are read; or have been until a moment ago. */
  searchesThatFind(doc: OfferDocument, searches: readonly StandingSearch[]): StandingSearch[] {
    if (this.changes !== this.index.changes) this.forget();
    const terms = this.index.termsOf(doc);
    const passes = this.wordTestOf(terms);
    const keeps = filterOf(doc);
    return searches.filter(({ query, words }) => words.every(passes) && keeps(query.filters) && this.finds(query, terms, keeps));
  }

  private forget(): void {
    this.understood.clear();
    this.settled.fill(UNTESTED);
    this.memory = new ReadingMemory(this.index.dictionary);
    this.changes = this.index.changes;
  }

  /** Whether a document may have what a word asks for; many searches have the same words. */
  private wordTestOf({ names, words }: DocumentTerms): (word: ForeseenWord) => boolean {
    const tested = new Uint8Array(this.words.count);
    for (const name of names) for (const number of this.words.thatNeed(name)) tested[number] = YES;
    for (const word of words) for (const number of this.words.thatBegin(word)) tested[number] = YES;
    const has = (name: string): boolean => names.has(name);
    const lettered = letteredOf(words);
    // Then nothing is asked of the offer for it.
    const isLacking = (word: string): boolean => this.index.dictionary.df(word) === 0;
    const mayBeSlip = ({ of, distance, kin, led, heads, tails, anything }: ForeseenSlips): boolean =>
      anything || kin.some(has) || led.some(isLacking) || (heads.some(has) && tails.some(has)) || of.some((word) => isNearAny(word, distance, lettered));
    return (word) => {
      if (tested[word.number] === UNTESTED) tested[word.number] = word.led.some(isLacking) || (word.slips !== null && !this.isSettled(word) && mayBeSlip(word.slips)) ? YES : NO;
      return tested[word.number] === YES;
    };
  }

  private isSettled(word: ForeseenWord): boolean {
    if (this.settled[word.number] === UNTESTED) this.settled[word.number] = isSettled(word.typed, this.index.dictionary) ? YES : NO;
    return this.settled[word.number] === YES;
  }

  private finds(query: SearchQuery, terms: DocumentTerms, keeps: (filters: OfferFilters) => boolean): boolean {
    const understood = this.understand(query);
    if (understood.price && !keeps(withNamedLimits(query, understood).filters)) return false;
    return asksForAll(query, understood) || hasAll(understood.groups, terms);
  }

  private understand({ q, exact }: SearchQuery): UnderstoodQuery {
    const key = `${exact} ${q}`;
    let understood = this.understood.get(key);
    if (!understood) {
      understood = understand(q, this.index.dictionary, exact, this.synonyms, this.memory);
      this.understood.set(key, understood);
    }
    return understood;
  }
}

/** Every group; of several, none may be a mere guess. */
const hasAll = (groups: readonly QueryGroup[], terms: DocumentTerms): boolean =>
  groups.length > 0 && (groups.length === 1 || groups.every((group) => group.required)) && groups.every((group) => isCovered(group, terms));

const isCovered = ({ alternatives, preferredForm }: QueryGroup, { names }: DocumentTerms): boolean =>
  alternatives.some((alternative) => namesOf(alternative).every((name) => names.has(name))) || (alternatives.length > 0 && preferredForm !== null && names.has(exactTerm(preferredForm)));

/** Words of letters only, by their length. */
const letteredOf = (words: readonly string[]): { word: string; mask: number }[][] => {
  const lettered: { word: string; mask: number }[][] = [];
  for (const word of words) if (LETTERS.test(word)) (lettered[word.length] ??= []).push({ word, mask: letterMask(word) });
  return lettered;
};

const isNearAny = (word: string, distance: number, among: readonly { word: string; mask: number }[][]): boolean => {
  const mask = letterMask(word);
  for (let length = Math.max(1, word.length - distance); length <= word.length + distance; length++) {
    for (const { word: other, mask: letters } of among[length] ?? []) {
      if (popCount(mask ^ letters) <= 2 * distance && editDistance(word, other, distance) <= distance) return true;
    }
  }
  return false;
};

/** The filters of the index, over one document. */
function filterOf(doc: OfferDocument): (filters: OfferFilters) => boolean {
  const columns = new FacetColumns();
  const facts = [columns.add(0, doc)];
  return (filters) => columns.select([0], facts, filters, []).kept.length > 0;
}
