import { term, tokens } from '@app/platform';
import type { WeightedTerm } from './match-facts.js';

interface Word {
  /** As the person wrote it, in lower case. */
  shown: string;
  term: string;
  /** Nothing but a space stands between it and the word before. */
  follows: boolean;
}

interface Phrase {
  shown: string;
  terms: Set<string>;
  weight: number;
}

const LONGEST = 6;

const wordsOf = (text: string): Word[] => {
  const nfc = text.normalize('NFC');
  const found = tokens(nfc);
  return found.map(({ text: word, start }, i) => ({
    shown: word.toLowerCase(),
    term: term(word),
    follows: i > 0 && /^[ \u00a0]+$/.test(nfc.slice(found[i - 1].end, start)),
  }));
};

/** Runs of words whose neighbours the offer also has side by side: what a reader takes for one expression. */
const runsOf = (words: Word[], has: ReadonlySet<string>): Word[][] => {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of words) {
    const previous = run.at(-1);
    const joins = previous !== undefined && word.follows && run.length < LONGEST && has.has(`${previous.term}_${word.term}`);
    if (joins) run.push(word);
    else {
      runs.push(run);
      run = [word];
    }
  }
  return [...runs, run].filter((words) => words.length > 0);
};

/**
 * What a request and an offer have in common, as people read it: the request's own words with their accents, neighbours
 * together, the heaviest first, nothing twice. `found` are the request's terms that the offer has.
 */
export const commonPhrases = (texts: readonly string[], found: readonly WeightedTerm[], limit: number): string[] => {
  const weights = new Map(found.map(({ term: name, weight }) => [name, weight]));
  const has = new Set(weights.keys());
  const phrases = texts.flatMap((text) => runsOf(wordsOf(text), has)).map((run) => phraseOf(run, weights));
  const chosen: Phrase[] = [];
  for (const phrase of phrases.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)) {
    if (chosen.length === limit) break;
    if (!chosen.some((other) => [...phrase.terms].every((name) => other.terms.has(name)))) chosen.push(phrase);
  }
  return chosen.map(({ shown }) => shown);
};

const phraseOf = (run: Word[], weights: ReadonlyMap<string, number>): Phrase => {
  const pairs = run.slice(1).map((word, i) => `${run[i].term}_${word.term}`);
  const terms = new Set([...run.map((word) => word.term), ...pairs]);
  const weight = [...terms].reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
  return { shown: run.map((word) => word.shown).join(' '), terms, weight };
};
