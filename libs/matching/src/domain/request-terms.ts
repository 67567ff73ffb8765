import type { TermStatistics, WeightedTerm } from './match-facts.js';

// Measured on real needs and awards (SEARCH.md): the heaviest words by idf^1.5, pairs of syllables worth 1.4 times as much.
const IDF_POWER = 1.5;
const PAIR_WEIGHT = 1.4;
const TITLE_WEIGHT = 2;
const MAX_TERMS = 48;
const COMMON_SHARE = 0.2;
const SMALL_CATALOGUE = 50;

export const isPair = (term: string): boolean => term.includes('_');

/** The weight of a word in this catalogue; 0 for one that a fifth of all offers have, or that none has. */
export const termWeight = (term: string, statistics: TermStatistics): number => {
  const df = statistics.df(term);
  if (df === 0) return 0;
  if (statistics.documents > SMALL_CATALOGUE && df > COMMON_SHARE * statistics.documents) return 0;
  const idf = Math.log(1 + (statistics.documents - df + 0.5) / (df + 0.5));
  return idf ** IDF_POWER * (isPair(term) ? PAIR_WEIGHT : 1);
};

/** The words by which a request is looked for: the heaviest 48, each once, those of the title counting double. */
export const heaviestTerms = (titleTerms: string[], needTerms: string[], statistics: TermStatistics): WeightedTerm[] => {
  const inTitle = new Set(titleTerms);
  const weighted = [...new Set([...titleTerms, ...needTerms])].map((term) => ({
    term,
    weight: termWeight(term, statistics) * (inTitle.has(term) ? TITLE_WEIGHT : 1),
  }));
  return weighted
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS);
};
