import { isEnglish } from './english-words.js';
import type { Lexicon } from './lexicon.js';
import type { Position } from './likely-path.js';
import { isBareSyllable } from './syllables.js';
import type { SynonymHit } from './synonyms.js';

/** One or two words that a title may be about. */
export interface Opening {
  words: string[];
  weight: number;
}

/** A name that is known as one says what is looked for, beyond the first words of any query. */
const NAMED = 2;
const OTHER_NAME = 0.8;

/** What a query is about: a place of its path, and whether that is an English word. */
export interface Subject {
  at: number;
  isEnglish: boolean;
}

/** A Vietnamese name begins with what it is about, an English one ends so, at `head`. */
export function subjectOf(path: readonly Position[], stops: readonly boolean[], head: number | null, lexicon: Lexicon): Subject {
  const said = path.map(({ chosen }) => chosen.words[0]);
  if (head !== null && head < said.length && isEnglish(said[head]) && !isBareSyllable(said[head])) return { at: head, isEnglish: true };
  return { at: Math.max(0, said.findIndex((word, at) => !stops[at] && lexicon.df(word) > 0)), isEnglish: false };
}

/** What titles may be about that are about the same as the query; its synonyms are names of that, too. */
export function openingsOf(path: readonly Position[], stops: readonly boolean[], hits: readonly SynonymHit[], subject: Subject, lexicon: Lexicon): Opening[] {
  if (path.length === 0) return [];
  const { at, isEnglish: ends } = subject;
  const said = path.map(({ chosen }) => chosen.words[0]);
  const second = said.find((word, place) => place > at && !stops[place] && lexicon.df(word) > 0);
  const named = hits.filter(({ start, length }) => (ends ? start + length - 1 === at : start === at));
  const worth = named.length > 0 ? NAMED : 1;
  const own = ends || second === undefined ? [[said[at]]] : [[said[at]], [said[at], second]];
  const forms = ends ? formsOf(path[at]) : [];
  const others = named.flatMap(({ synonyms }) => synonyms.flatMap(({ words }) => (words.length === 1 ? [words] : [words.slice(0, 2), words.slice(-1)])));
  const isPart = (words: readonly string[]): boolean => !ends && words.length === 1 && named.some(({ length }) => length > 1);
  return [...own.map((words) => ({ words, weight: isPart(words) ? 1 : worth })), ...[...forms, ...others].map((words) => ({ words, weight: OTHER_NAME * worth }))];
}

const formsOf = ({ others }: Position): string[][] => others.flatMap(({ reading }) => (reading.how === 'form' ? [reading.words] : []));
