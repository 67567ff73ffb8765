import type { QueryGroup } from '../domain/understanding/understand.js';

/** Of the weight of all words that the catalogue knows, this much must be found when not all are. */
export const LEAST_COVERAGE = 0.6;
/** Or this much in the title. */
export const LEAST_TITLED = 0.45;

export const MANY_WORDS = 5;

/** How many words of a query may be taken for slips although the catalogue has them. */
export const mostGuesses = (groups: readonly QueryGroup[]): number => (groups.length < MANY_WORDS ? 1 : 2);
