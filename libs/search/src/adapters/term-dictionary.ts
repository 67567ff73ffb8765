import { term } from '@app/platform/kernel/fold.js';
import type { AnalysedOffer } from '../domain/analysis/analyse-offer.js';
import { exactFormOf } from '../domain/understanding/syllables.js';
import { pairTerm } from '../domain/analysis/term-names.js';
import type { Lexicon } from '../domain/understanding/lexicon.js';
import { editDistance, letterMask, popCount } from '../domain/understanding/edit-distance.js';
import { telexKeys } from '../domain/understanding/typing-keys.js';
import { Growable } from './growable.js';
import { PairNumbers } from './pair-numbers.js';

/** Folded words are plain, pairs `a_b`, accented words `=` and their exact form, what a title is about `^` and a word or two, quantities `#`. */
export const exactTerm = (form: string): string => `=${form}`;

export const openingTerm = (...words: string[]): string => `^${words.join(' ')}`;

/** The names of all terms of an offer. */
export function namesOfTerms({ words, quantities, terms }: AnalysedOffer): Set<string> {
  const folded = words.map(term);
  const forms = words.map(exactFormOf);
  return new Set([
    ...terms.word.first.map((place) => folded[place]),
    ...terms.form.first.map((place) => exactTerm(forms[place]!)),
    ...terms.pair.first.map((place, i) => pairTerm(folded[place], folded[terms.pair.second[i]])),
    ...terms.opening.first.map((place) => openingTerm(folded[place])),
    ...terms.lead.first.map((place, i) => openingTerm(folded[place], folded[terms.lead.second[i]])),
    ...terms.quantity.first.map((place) => quantities[place]),
  ]);
}

const LETTERS = /^[a-z]+$/;
/** Completions are looked for among words that begin with the same letters. */
const OPENING = 2;

const isWord = (text: string): boolean => !/[_=^#]/.test(text);

/** Whether a word goes on after something within one edit of this. */
const beginsNear = (name: string, prefix: string): boolean =>
  [-1, 0, 1].some((more) => name.length > prefix.length + more && editDistance(prefix, name.slice(0, prefix.length + more), 1) <= 1);

/** Terms with numbers and live document counts; also the vocabulary that spelling is corrected against. */
export class TermDictionary implements Lexicon {
  documents = 0;
  private readonly ids = new Map<string, number>();
  /** Pairs by the numbers of their words: far quicker to find than by their text. */
  private readonly pairs = new PairNumbers();
  private terms = 0;
  private readonly counts = new Growable(new Int32Array(4096));
  private readonly openings = new Map<string, { id: number; name: string }[]>();
  /** Words of letters only, by their length. */
  private readonly lettered: { id: number; name: string; mask: number }[][] = [];
  private readonly spellings = new Map<string, string>();
  private readonly keys: { keys: string; mask: number; folded: string; form: string }[] = [];
  private readonly accented = new Map<string, Set<string>>();

  get size(): number {
    return this.terms;
  }

  idOf(name: string): number {
    const gap = name.indexOf('_');
    return gap < 0 ? (this.ids.get(name) ?? -1) : this.pairId(name.slice(0, gap), name.slice(gap + 1));
  }

  add(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.terms++;
    this.ids.set(name, id);
    this.counts.set(id, 0);
    if (isWord(name)) this.addWord(id, name);
    return id;
  }

  private addWord(id: number, name: string): void {
    const opening = name.slice(0, OPENING);
    const kin = this.openings.get(opening);
    if (kin) kin.push({ id, name });
    else this.openings.set(opening, [{ id, name }]);
    // Words with digits are never near to anything (`spelling.ts`).
    if (LETTERS.test(name)) (this.lettered[name.length] ??= []).push({ id, name, mask: letterMask(name) });
  }

  /** Quick when pairs come in the order of a text. */
  addPair(first: number, second: number): number {
    const known = this.pairs.getNext(first, second);
    if (known >= 0) return known;
    const id = this.terms++;
    this.pairs.set(first, second, id);
    this.counts.set(id, 0);
    return id;
  }

  private pairId(first: string, second: string): number {
    const [a, b] = [this.ids.get(first), this.ids.get(second)];
    return a === undefined || b === undefined ? -1 : this.pairs.get(a, b);
  }

  addExact(folded: string, form: string, surface: string): number {
    const known = this.ids.get(exactTerm(form));
    if (known !== undefined) return known;
    this.spellings.set(form, surface.toLowerCase());
    const forms = this.accented.get(folded) ?? new Set<string>();
    this.accented.set(folded, forms.add(form));
    const keys = telexKeys(form);
    this.keys.push({ keys, mask: letterMask(keys), folded, form });
    return this.add(exactTerm(form));
  }

  count(id: number, change: 1 | -1): void {
    this.counts.values[id] += change;
  }

  /** One document more for each of these. */
  countAll(ids: Int32Array): void {
    const counts = this.counts.values;
    for (let i = 0; i < ids.length; i++) counts[ids[i]]++;
  }

  dfOf(id: number): number {
    return id < 0 ? 0 : this.counts.values[id];
  }

  df(name: string): number {
    return this.dfOf(this.idOf(name));
  }

  exactDf(form: string): number {
    return this.df(exactTerm(form));
  }

  pairDf(first: string, second: string): number {
    return this.dfOf(this.pairId(first, second));
  }

  formsOf(folded: string): string[] {
    return [...(this.accented.get(folded) ?? [])].filter((form) => this.exactDf(form) > 0);
  }

  near(word: string, distance: number): { term: string; distance: number }[] {
    const mask = letterMask(word);
    const found: { term: string; distance: number }[] = [];
    for (let length = Math.max(1, word.length - distance); length <= word.length + distance; length++) {
      for (const { id, name, mask: other } of this.lettered[length] ?? []) {
        if (popCount(mask ^ other) > 2 * distance || this.dfOf(id) === 0) continue;
        const edits = editDistance(word, name, distance);
        if (edits <= distance) found.push({ term: name, distance: edits });
      }
    }
    return found;
  }

  nearKeys(typed: string): { folded: string; form: string }[] {
    const mask = letterMask(typed);
    return this.keys.flatMap(({ keys, mask: other, folded, form }) => {
      if (popCount(mask ^ other) > 2 || Math.abs(keys.length - typed.length) > 1 || this.exactDf(form) === 0) return [];
      return editDistance(typed, keys, 1) <= 1 ? [{ folded, form }] : [];
    });
  }

  nearCompletions(prefix: string): string[] {
    const mask = letterMask(prefix);
    const found: string[] = [];
    for (const words of this.lettered.slice(prefix.length)) {
      for (const { id, name, mask: other } of words ?? []) {
        if (popCount(mask & ~other) <= 1 && !name.startsWith(prefix) && beginsNear(name, prefix) && this.dfOf(id) > 0) found.push(name);
      }
    }
    return found;
  }

  completions(prefix: string, limit: number): string[] {
    return (this.openings.get(prefix.slice(0, OPENING)) ?? [])
      .filter(({ id, name }) => name.length > prefix.length && name.startsWith(prefix) && this.dfOf(id) > 0)
      .sort((a, b) => this.dfOf(b.id) - this.dfOf(a.id) || a.id - b.id)
      .slice(0, limit)
      .map(({ name }) => name);
  }

  spelling(folded: string, likeForm: string): string {
    // What was typed as keys tells the word exactly.
    const surface = this.spellings.get(likeForm);
    if (surface !== undefined && this.exactDf(likeForm) > 0 && this.accented.get(folded)?.has(likeForm)) return surface;
    const tone = likeForm.split('~')[1];
    let best = folded;
    let bestScore = this.df(folded) / 2;
    for (const form of this.accented.get(folded) ?? []) {
      const count = this.exactDf(form);
      const score = count * (tone && form.endsWith(`~${tone}`) ? 10 : 1);
      if (count === 0 || score <= bestScore) continue;
      bestScore = score;
      best = this.spellings.get(form) ?? folded;
    }
    return best;
  }
}
