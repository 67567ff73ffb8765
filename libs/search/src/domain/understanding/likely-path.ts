import type { Lexicon } from './lexicon.js';
import { pairCost } from './pair-cost.js';
import type { Reading } from './spelling.js';

/** One position of the query: the likeliest reading and others that are nearly as likely, with their weights. */
export interface Position {
  chosen: Reading;
  others: { reading: Reading; weight: number }[];
}

/** How many rivals are kept, and how much less likely they may be; more of both for a query that is doubted. */
const KEPT = { usual: { others: 5, delta: 2.5 }, doubted: { others: 10, delta: 6 } };
const LIKELIEST = 0.9;
/** The first word has no context to speak for it, so mere frequency must not decide. */
const FIRST_WORD_DAMPING = 0.4;

/** The readings that best fit each other by the catalogue's pairs of neighbours (Viterbi), and their close rivals. */
export function likelyPath(lattice: readonly Reading[][], lexicon: Lexicon, doubted = false): Position[] {
  const most = doubted ? KEPT.doubted : KEPT.usual;
  const steps = lattice.slice(1).map((readings, at) => lattice[at].map((from) => readings.map((to) => pairCost(from.words.at(-1)!, to.words[0], lexicon))));
  const forward = pass(lattice, steps, lexicon);
  const backward = backwardPass(lattice, steps);
  return lattice.map((readings, at) => {
    const totals = readings.map((_, i) => forward[at][i] + backward[at][i]);
    const least = Math.min(...totals);
    const chosen = totals.indexOf(least);
    // When the word itself finds nothing, its likeliest rival is what doubt is measured from.
    const others = totals.filter((_, i) => i !== chosen);
    const base = others.length > 0 && lexicon.df(readings[chosen].words[0]) === 0 ? Math.min(...others) : least;
    const rivals = readings
      .map((reading, i) => ({ reading, i, delta: totals[i] - base }))
      .filter(({ reading, i, delta }) => i !== chosen && (delta < most.delta || reading.how === 'typed'))
      .sort((a, b) => a.delta - b.delta)
      .filter(({ reading }, rank) => rank < most.others || reading.how === 'typed' || reading.how === 'prefix');
    return {
      chosen: readings[chosen],
      others: rivals.map(({ reading, delta }) => ({ reading, weight: LIKELIEST * Math.exp(-0.35 * Math.min(delta, most.delta)) })),
    };
  });
}

/** The same places with the rivals of a more doubtful reading beside their own. */
export function withRivals(likely: readonly Position[], doubted: readonly Position[]): Position[] {
  return likely.map(({ chosen, others }, at) => {
    const known = new Set([chosen, ...others.map(({ reading }) => reading)].map(wordsOf));
    const more = [{ reading: doubted[at].chosen, weight: LIKELIEST }, ...doubted[at].others];
    return { chosen, others: [...others, ...more.filter(({ reading }) => !known.has(wordsOf(reading)))] };
  });
}

const wordsOf = ({ words }: Reading): string => words.join(' ');

/** `steps[at][i][j]` is the cost of going from reading i of place `at` to reading j of the next one. */
type Steps = readonly number[][][];

function pass(lattice: readonly Reading[][], steps: Steps, lexicon: Lexicon): number[][] {
  const costs: number[][] = [];
  lattice.forEach((readings, at) => {
    if (at === 0) return costs.push(readings.map((reading) => reading.cost + first(reading, lexicon)));
    return costs.push(readings.map((reading, j) => reading.cost + Math.min(...costs[at - 1].map((cost, i) => cost + steps[at - 1][i][j]))));
  });
  return costs;
}

function backwardPass(lattice: readonly Reading[][], steps: Steps): number[][] {
  const costs: number[][] = [];
  for (let at = lattice.length - 1; at >= 0; at--) {
    const after = lattice[at + 1];
    costs[at] = lattice[at].map((_, i) => (after ? Math.min(...after.map((to, j) => costs[at + 1][j] + to.cost + steps[at][i][j])) : 0));
  }
  return costs;
}

const first = (reading: Reading, lexicon: Lexicon): number =>
  -FIRST_WORD_DAMPING * Math.log((lexicon.df(reading.words[0]) + 0.5) / (lexicon.documents + 1));
