import { fold } from '@app/platform/kernel/fold.js';

/** Words as keys: no accents, case or punctuation, one blank between. */
export const wordKey = (text: string): string => fold(text).replace(/[^a-z0-9%]+/g, ' ').trim();

interface Phrase {
  code: string;
  words: string[];
  grams: Set<string>;
}

/** Below this a suggestion would be a guess. */
const LEAST = 0.34;
const SHARED_WORDS_COUNT = 0.95;

const gramsOf = (key: string): Set<string> => {
  const padded = ` ${key} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
};

const dice = (a: Set<string>, b: Set<string>): number => {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

const isSame = (a: string, b: string): boolean => a === b || (a.length >= 5 && b.length >= 5 && (a.startsWith(b.slice(0, 5)) && Math.abs(a.length - b.length) <= 4));

/** How near words stand to the phrases of a vocabulary: shared letters for slips, shared rare words for other wordings. */
export class WordSimilarity {
  private readonly phrases: Phrase[] = [];
  private readonly seen = new Map<string, Set<string>>();

  add(key: string, code: string): void {
    if (key === '') return;
    const words = key.split(' ');
    this.phrases.push({ code, words, grams: gramsOf(key) });
    for (const word of words) this.seen.set(word, (this.seen.get(word) ?? new Set()).add(code));
  }

  /** The code of the nearest phrase; null when nothing is near. */
  nearest(key: string): string | null {
    const words = key.split(' ').filter(Boolean);
    const grams = gramsOf(key);
    let best: { code: string | null; score: number } = { code: null, score: LEAST };
    for (const phrase of this.phrases) {
      const score = Math.max(dice(grams, phrase.grams), SHARED_WORDS_COUNT * this.shared(words, phrase.words));
      if (score > best.score) best = { code: phrase.code, score };
    }
    return best.code;
  }

  private shared(words: string[], others: string[]): number {
    const total = (list: string[]): number => list.reduce((sum, word) => sum + this.weight(word), 0);
    const common = words.filter((word) => others.some((other) => isSame(word, other)));
    const all = total(words) + total(others);
    return all === 0 ? 0 : (2 * total(common)) / all;
  }

  /** A word that stands in many entries (`và`, `công nghệ`, `engineering`) says little. */
  private weight(word: string): number {
    const codes = this.seen.get(word)?.size ?? 1;
    return word.length < 2 ? 0.05 : 1 / (codes * codes);
  }
}
