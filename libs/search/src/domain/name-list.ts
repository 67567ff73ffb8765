import { fold, nfc, term, tokens } from '@app/platform/kernel/fold.js';

/** Something that is offered by its name; of equal fits the weightier stands first. */
export interface Named<T> {
  item: T;
  name: string;
  weight: number;
}

export interface FoundName<T> extends Named<T> {
  /** Index terms of the words of the name that were begun, to be marked. */
  matched: string[];
}

interface Word {
  /** As written, in small letters. */
  written: string;
  folded: string;
  term: string;
  /** In small letters without tones, which people type last or wrong. */
  letters: string;
}

interface Candidate<T> {
  named: Named<T>;
  words: Word[];
}

interface Fit<T> extends FoundName<T> {
  /** Typed words whose accents are those of the name. */
  exact: number;
  /** The name begins as the text does. */
  opens: boolean;
}

const wordsOf = (text: string): Word[] =>
  tokens(text).map(({ text: word }) => ({ written: nfc(word).toLowerCase(), folded: fold(word), term: term(word), letters: toneless(word.toLowerCase()) }));

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const toneless = (text: string): string => nfc(text.normalize('NFD').replace(TONES, ''));

const collator = new Intl.Collator('vi');

/** Names are looked for among those that have a word with the same first letters. */
const OPENING = 2;

/** A few thousand names at most, such as those of suppliers and fields, to be found while somebody types. */
export class NameList<T> {
  private readonly candidates: Candidate<T>[];
  private readonly byOpening = new Map<string, Candidate<T>[]>();

  constructor(named: readonly Named<T>[]) {
    const ordered = [...named].sort((a, b) => b.weight - a.weight || collator.compare(a.name, b.name));
    this.candidates = ordered.map((one) => ({ named: one, words: wordsOf(one.name) }));
    for (const candidate of this.candidates) {
      for (const opening of new Set(candidate.words.map(openingOf))) {
        const kin = this.byOpening.get(opening);
        if (kin) kin.push(candidate);
        else this.byOpening.set(opening, [candidate]);
      }
    }
  }

  /**
   * Names that have for every word of the text a word of their own that begins so, bare letters and tones aside. Names with the accents that were typed
   * come first, then those that begin as the text does, then by weight.
   */
  find(text: string, limit: number): FoundName<T>[] {
    const typed = wordsOf(text);
    if (typed.length === 0) return [];
    const fits: Fit<T>[] = [];
    let perfect = 0;
    for (const candidate of this.likely(typed)) {
      const fit = fitOf(candidate, typed);
      if (!fit) continue;
      fits.push(fit);
      // They come by weight, so that none of the rest can stand before these.
      if (fit.opens && fit.exact === typed.length && ++perfect === limit) break;
    }
    return fits
      .sort((a, b) => b.exact - a.exact || Number(b.opens) - Number(a.opens))
      .slice(0, limit)
      .map(({ item, name, weight, matched }) => ({ item, name, weight, matched }));
  }

  /** The shortest list in which every name with these words stands. */
  private likely(typed: readonly Word[]): readonly Candidate<T>[] {
    const lists = typed.filter(({ folded }) => folded.length >= OPENING).map((word) => this.byOpening.get(openingOf(word)) ?? []);
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest), this.candidates);
  }
}

/** Of the term, which writes i and y alike at a word's end. */
const openingOf = (word: Word): string => word.folded.slice(0, OPENING).replace('y', 'i');

function fitOf<T>({ named, words }: Candidate<T>, typed: readonly Word[]): Fit<T> | null {
  const free = [...words];
  const matched: string[] = [];
  let exact = 0;
  for (const word of typed) {
    const at = bestOf(free, word);
    if (at < 0) return null;
    const [taken] = free.splice(at, 1);
    matched.push(taken.term);
    if (taken.written.startsWith(word.written)) exact++;
  }
  return { ...named, matched, exact, opens: begins(words[0], typed[0]) };
}

/** The word that begins as typed with its accents, else without; -1 when none does. */
function bestOf(words: readonly Word[], typed: Word): number {
  const exact = words.findIndex((word) => word.written.startsWith(typed.written));
  return exact >= 0 ? exact : words.findIndex((word) => begins(word, typed));
}

const begins = (word: Word, typed: Word): boolean => (word.folded.startsWith(typed.folded) || word.term === typed.term) && !contradicts(word, typed);

/** A hat, a horn or a bar that was typed is meant: `lơn` is no beginning of `Long`. */
const contradicts = (word: Word, typed: Word): boolean => [...typed.letters].some((letter, i) => /[ăâêôơưđ]/.test(letter) && word.letters[i] !== letter);
