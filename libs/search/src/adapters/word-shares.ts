import type { QueryGroup } from '../domain/understanding/understand.js';

/** Of the weight of all words that the catalogue knows, this much must be found when not all are. */
export const LEAST_COVERAGE = 0.6;
/** Or this much in the title. */
export const LEAST_TITLED = 0.45;

/** What a word weighs that so many of all documents hold: the rarer, the more (BM25's inverse document frequency, which never falls below zero). */
export const weightOf = (holding: number, documents: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

const MANY_WORDS = 5;

/** How many words of a query may be taken for slips although the catalogue has them. */
export const mostGuesses = (groups: readonly QueryGroup[]): number => (groups.length < MANY_WORDS ? 1 : 2);
