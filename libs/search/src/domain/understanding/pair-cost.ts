import type { Lexicon } from './lexicon.js';

/** Next to a word that the catalogue lacks, everything is equally unlikely. */
const BESIDE_UNKNOWN = 8;

/** −log of how often the second follows the first; a little of its plain frequency for pairs never seen. */
export function pairCost(left: string, right: string, lexicon: Lexicon): number {
  const [leftDf, rightDf] = [lexicon.df(left), lexicon.df(right)];
  if (leftDf === 0 || rightDf === 0) return BESIDE_UNKNOWN;
  const pair = lexicon.pairDf(left, right) / leftDf;
  const alone = rightDf / Math.max(1, lexicon.documents);
  return -Math.log(0.8 * pair + 0.05 * alone + 1e-6);
}
