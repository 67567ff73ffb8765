import { pairTerm } from '../domain/analysis/term-names.js';
import type { Alternative } from '../domain/understanding/understand.js';
import { exactTerm } from './term-dictionary.js';

/** The terms that an offer must all have for an alternative. */
export function namesOf({ words, form }: Pick<Alternative, 'words' | 'form'>): string[] {
  if (form !== null) return [exactTerm(form)];
  if (words.length === 1) return [words[0]];
  return words.slice(1).map((word, i) => pairTerm(words[i], word));
}
