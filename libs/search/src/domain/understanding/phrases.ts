import { exactForm, term } from '@app/platform/kernel/fold.js';
import type { SpokenWord } from './synonyms.js';

interface PhraseWord {
  folded: string;
  form: string;
}

/** Phrases by their first folded word, the longest first. */
export type Phrases = ReadonlyMap<string, PhraseWord[][]>;

export function phrasesByFirst(phrases: readonly string[]): Phrases {
  const byFirst = new Map<string, PhraseWord[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ').map((word) => ({ folded: term(word), form: exactForm(word) }));
    const kin = byFirst.get(words[0].folded) ?? [];
    byFirst.set(words[0].folded, [...kin, words].sort((a, b) => b.length - a.length));
  }
  return byFirst;
}

/** How many words the longest phrase has that begins at this place, 0 when none does. A word without a form may have any marks. */
export function phraseAt(phrases: Phrases, words: readonly SpokenWord[], at: number): number {
  const phrase = phrases.get(words[at]?.folded)?.find((kin) =>
    kin.every(({ folded, form }, i) => {
      const word = words[at + i];
      return word !== undefined && (word.form === null ? word.folded === folded : word.form === form);
    }),
  );
  return phrase?.length ?? 0;
}
