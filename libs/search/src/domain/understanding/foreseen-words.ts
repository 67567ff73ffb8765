import { exactForm, fold, hasMarks, openSyllable, term } from '@app/platform/kernel/fold.js';
import { pairTerm } from '../analysis/term-names.js';
import { editDistance } from './edit-distance.js';
import { possibleForms } from './english-forms.js';
import { joinedOf, markedParts, partedOf } from './joined-words.js';
import { quantityTerms } from './quantity-terms.js';
import { distanceFor, LONGEST_CORRECTED, type TypedWord } from './spelling.js';
import { stopWords } from './stop-words.js';
import type { Synonyms } from './synonyms.js';
import { decodeTelex, decodeVni } from './typing-keys.js';
import { wordsOf } from './understand.js';

/** What a word of a query needs of an offer that has all of the query, whatever the catalogue's vocabulary is. */
export interface ForeseenWord {
  /** From 0, without gaps. */
  number: number;
  typed: TypedWord;
  /** Terms of which the offer has at least one, or a word that begins with `prefix`; unless the word is read as a slip. */
  needs: readonly string[];
  prefix: string | null;
  /** Readings that make no group of their own where the catalogue lacks them. */
  led: readonly string[];
  /** What else the offer may have when slips are looked for behind the word; null when they never are. */
  slips: ForeseenSlips | null;
}

export interface ForeseenSlips {
  /** A word within so many edits of one of these. */
  of: readonly string[];
  distance: number;
  /** Terms that stand for a name that is within so many edits. */
  kin: readonly string[];
  led: readonly string[];
  /** The first and the last of several words that may have been typed as one: a term of each. */
  heads: readonly string[];
  tails: readonly string[];
  /** Raw keys with a slip may be anything. */
  anything: boolean;
}

const LEAST_PREFIX = 2;
const LEAST_PART = 2;

/** Foresees the words of queries; the same word among the same neighbours is one object. */
export class ForeseenWords {
  private readonly known = new Map<string, ForeseenWord>();
  private readonly byNeed = new Map<string, number[]>();
  private readonly byPrefix = new Map<string, number[]>();
  private readonly vocabulary: readonly string[];

  constructor(private readonly synonyms: Synonyms) {
    this.vocabulary = synonyms.vocabulary;
  }

  get count(): number {
    return this.known.size;
  }

  /** The numbers of words of which a document that has this term has enough. */
  thatNeed(name: string): readonly number[] {
    return this.byNeed.get(name) ?? [];
  }

  /** The numbers of words that may be the beginning of this one. */
  thatBegin(word: string): number[] {
    const numbers: number[] = [];
    for (let length = LEAST_PREFIX; length <= word.length; length++) numbers.push(...(this.byPrefix.get(word.slice(0, length)) ?? []));
    return numbers;
  }

  /** Words that make no group whatever the catalogue is, or that may make none, are left out. */
  of(q: string, exact: boolean): ForeseenWord[] {
    const { query, words, open } = wordsOf(q, exact);
    const stops = stopWords(words.map((word) => word.text), () => false);
    const folded = words.map((word) => term(word.text));
    const measures = exact ? [] : quantityTerms(query);
    // Some catalogue may let any mark count for the whole query; more doubt only lets more pass.
    const amongMarks = words.some((word) => hasMarks(word.text));
    const amongKeys = words.some((word) => decodeTelex(word.text.toLowerCase()) !== null);
    return words.flatMap((word, i): ForeseenWord[] => {
      // What is said twice makes one group, which the first stands for.
      if (stops[i] || folded.indexOf(folded[i]) < i) return [];
      const typed: TypedWord = {
        folded: folded[i],
        raw: fold(word.text),
        form: hasMarks(word.text) ? exactForm(word.text) : null,
        parts: markedParts(word.text),
        before: folded.slice(Math.max(0, i - 1), i),
        after: folded.slice(i + 1, i + 2),
        open: open && i === words.length - 1 && folded[i].length >= LEAST_PREFIX,
        name: false,
        amongMarks,
        amongKeys,
        meant: 'no',
        doubted: 'none',
      };
      const quantities = measures.filter(({ start, end }) => word.start >= start && word.start < end).map((measure) => measure.term);
      return [this.foreseen(typed, exact, quantities)];
    });
  }

  private foreseen(typed: TypedWord, exact: boolean, quantities: readonly string[]): ForeseenWord {
    const key = JSON.stringify([typed, exact, quantities]);
    const known = this.known.get(key);
    if (known) return known;
    const foreseen = { number: this.known.size, typed, ...(exact ? { needs: [typed.folded], prefix: null, led: [], slips: null } : this.foresee(typed, quantities)) };
    this.known.set(key, foreseen);
    for (const name of new Set(foreseen.needs)) listIn(this.byNeed, name).push(foreseen.number);
    if (foreseen.prefix !== null) listIn(this.byPrefix, foreseen.prefix).push(foreseen.number);
    return foreseen;
  }

  private foresee(typed: TypedWord, quantities: readonly string[]): Omit<ForeseenWord, 'number' | 'typed'> {
    const { folded, open } = typed;
    const completed = open ? this.vocabulary.filter((name) => name.startsWith(folded)) : [];
    const keys = [decodeTelex(folded), decodeVni(folded)].flatMap((decoded) => decoded?.folded ?? []);
    const readings = [...formsOf(typed), ...keys, ...completed];
    return {
      needs: [...new Set([...this.withKin(readings), ...quantities, ...spellingsOf(typed)])],
      prefix: open ? folded : null,
      led: this.ledAmong(readings),
      slips: /^\d/.test(folded) && this.synonyms.kinOf(folded).terms.length === 0 ? null : this.slipsOf(typed),
    };
  }

  private slipsOf({ folded, raw, parts, amongKeys }: TypedWord): ForeseenSlips {
    const isCorrected = /^[a-z]+$/.test(folded) && folded.length <= LONGEST_CORRECTED;
    const of = isCorrected ? [...new Set([folded, raw])] : [];
    const distance = distanceFor(folded);
    const near = this.vocabulary.filter((name) => of.some((word) => editDistance(word, name, distance) <= distance));
    const cuts = Array.from({ length: Math.max(0, folded.length - 2 * LEAST_PART + 1) }, (_, more) => LEAST_PART + more);
    return {
      of,
      distance,
      kin: near.flatMap((name) => this.synonyms.kinOf(name).terms),
      led: this.ledAmong(near),
      heads: this.partsOf([parts[0], ...cuts.map((cut) => openSyllable(folded.slice(0, cut)))]),
      tails: this.partsOf([parts.at(-1)!, ...cuts.map((cut) => openSyllable(folded.slice(cut)))]),
      anything: amongKeys,
    };
  }

  private withKin(words: readonly string[]): string[] {
    return [...words, ...words.flatMap((word) => this.synonyms.kinOf(word).terms)];
  }

  private ledAmong(words: readonly string[]): string[] {
    return words.filter((word) => this.synonyms.kinOf(word).leads.length > 0);
  }

  /** A part may be one that the catalogue lacks. */
  private partsOf(words: readonly string[]): string[] {
    return [...this.withKin(words), ...words.flatMap((word) => this.synonyms.kinOf(word).leads)];
  }
}

/** What an offer may have instead: the word and a neighbour as one, or the word as two. */
function spellingsOf({ folded, form, before, after }: TypedWord): string[] {
  if (form !== null) return [];
  const some = (): boolean => true;
  const joined = [...before.map((word) => joinedOf(word, folded, some)), ...after.map((word) => joinedOf(folded, word, some))];
  return [...joined.flatMap((whole) => whole ?? []), ...partedOf(folded).map(([first, second]) => pairTerm(first, second))];
}

/** The word with its other forms, and theirs: a form stands for a word that the catalogue lacks. */
function formsOf({ folded, form }: TypedWord): string[] {
  if (form !== null) return [folded];
  const forms = possibleForms(folded);
  return [...new Set([folded, ...forms, ...forms.flatMap(possibleForms)])];
}

const listIn = (lists: Map<string, number[]>, key: string): number[] => {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};
