import { isEnglish } from './english-words.js';
import { genericLength } from './generic-openings.js';
import type { Lexicon } from './lexicon.js';
import type { Position } from './likely-path.js';
import { isBareSyllable } from './syllables.js';
import type { SynonymHit } from './synonyms.js';

/** One or two words that a title may be about. */
export interface Opening {
  words: string[];
  weight: number;
}

/** What comes after the opening of another name: `máy lọc nước`, `hệ thống lọc nước`. */
const SPECIFIC = 0.8;
/** A name that is known as one says what is looked for, beyond the first words of any query. */
const NAMED = 2;
const OTHER_NAME = 0.8;

/** So many words begin a Vietnamese name and say what it is one of. */
const NAMING = 2;

/** What a query is about: a place of its path, and whether that is an English word. */
export interface Subject {
  at: number;
  isEnglish: boolean;
  /** The places of the words that the catalogue has and that say something. */
  telling: number[];
  /** The places of what may open any name, if the query begins so, and the place after them. */
  generic: number[];
  specific: number | null;
  /** The places of the words that name it in a title: two of a Vietnamese name that has more, none of an English one. */
  named: number[];
}

/** A Vietnamese name begins with what it is about, an English one ends so, at `head`. */
export function subjectOf(path: readonly Position[], stops: readonly boolean[], head: number | null, amongMarks: boolean, lexicon: Lexicon): Subject {
  const said = path.map(({ chosen }) => chosen.words[0]);
  const telling = said.flatMap((word, at) => (!stops[at] && lexicon.df(word) > 0 ? [at] : []));
  if (head !== null && head < said.length && isEnglish(said[head]) && !isBareSyllable(said[head])) return { at: head, isEnglish: true, telling, generic: [], specific: null, named: [] };
  const at = telling[0] ?? 0;
  const generic = genericLength(path.slice(at).map(({ chosen: { words: [folded], form } }) => ({ folded, form: form ?? (amongMarks ? folded : null) })));
  const specific = telling.filter((place) => place >= at + generic);
  if (generic === 0 || specific.length === 0) return { at, isEnglish: false, telling, generic: [], specific: null, named: namedBy(telling) };
  // `máy` says little, but with the word after it what a thing is.
  return { at, isEnglish: false, telling, generic: Array.from({ length: generic }, (_, i) => at + i), specific: specific[0], named: namedBy(generic > 1 ? specific : telling) };
}

const namedBy = (telling: readonly number[]): number[] => (telling.length > NAMING ? telling.slice(0, NAMING) : []);

/** What titles may be about that are about the same as the query; its synonyms are names of that, too. */
export function openingsOf(path: readonly Position[], hits: readonly SynonymHit[], { at, isEnglish: ends, telling, specific }: Subject): Opening[] {
  if (path.length === 0) return [];
  const said = path.map(({ chosen }) => chosen.words[0]);
  const begins = (first: number): string[][] => {
    const second = telling.find((place) => place > first);
    return second === undefined ? [[said[first]]] : [[said[first]], [said[first], said[second]]];
  };
  const named = hits.filter(({ start, length }) => (ends ? start + length - 1 === at : start === at));
  const worth = named.length > 0 ? NAMED : 1;
  const own = ends ? [[said[at]]] : begins(at);
  const after = specific === null ? [] : begins(specific);
  const forms = ends ? formsOf(path[at]) : [];
  const others = named.flatMap(({ synonyms }) => synonyms.flatMap(({ words }) => (words.length === 1 ? [words] : [words.slice(0, 2), words.slice(-1)])));
  const isPart = (words: readonly string[]): boolean => !ends && words.length === 1 && named.some(({ length }) => length > 1);
  return [...own.map((words) => ({ words, weight: isPart(words) ? 1 : worth })), ...after.map((words) => ({ words, weight: SPECIFIC })), ...[...forms, ...others].map((words) => ({ words, weight: OTHER_NAME * worth }))];
}

const formsOf = ({ others }: Position): string[][] => others.flatMap(({ reading }) => (reading.how === 'form' ? [reading.words] : []));
