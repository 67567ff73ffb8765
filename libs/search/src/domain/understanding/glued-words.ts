import { openSyllable } from '@app/platform/kernel/fold.js';
import type { Lexicon } from './lexicon.js';
import { pairCost } from './pair-cost.js';
import type { Reading } from './spelling.js';

const MOST_WORDS = 10;
const KEPT = 6;
const MOST_WAYS = 3;
/** What two or more words cost that were typed as one, and each further word. */
const COST = { split: 2, further: 0.7 };
/** Words that the catalogue never has side by side are believed only in a long run or between fitting neighbours, else `metan` became `me tan`. */
const UNSEEN_FROM_LETTERS = 8;
const UNSEEN_FROM_WORDS = 3;
const LONGEST_WORD = 16;

interface Way {
  words: string[];
  cost: number;
  unseen: number;
}

/** What stands before and after, each as it may have been meant. */
interface Neighbours {
  before: readonly string[];
  after: readonly string[];
}

/** Ways to part a word that nobody knows into words of the catalogue, the likeliest first. */
export function splits(folded: string, { before, after }: Neighbours, lexicon: Lexicon): Reading[] {
  const ways: Way[][] = [[{ words: [], cost: COST.split, unseen: 0 }]];
  const mayBeUnseen = 1 + Math.floor(folded.length / 16);
  // Two words that never stand together may be the end of one phrase and the beginning of the next (`ho tieumay tron`).
  const fits = (words: readonly string[]): boolean => {
    const left = before.some((word) => lexicon.pairDf(word, words[0]) > 0);
    const right = after.some((word) => lexicon.pairDf(words.at(-1)!, word) > 0);
    return (left || before.length === 0) && (right || after.length === 0) && (left || right);
  };
  for (let end = 1; end <= folded.length; end++) {
    const found: Way[] = [];
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      if (!ways[start]?.length) continue;
      const word = openSyllable(folded.slice(start, end));
      if (lexicon.df(word) === 0) continue;
      for (const way of ways[start]) {
        const next = extend(way, word, lexicon);
        if (next.unseen <= mayBeUnseen && next.words.length <= MOST_WORDS) found.push(next);
      }
    }
    ways[end] = found.sort((a, b) => a.cost - b.cost).slice(0, KEPT);
  }
  return ways[folded.length]
    .filter(({ words, unseen }) => words.length > 1 && (unseen === 0 || (words.length >= UNSEEN_FROM_WORDS && folded.length >= UNSEEN_FROM_LETTERS) || fits(words)))
    .slice(0, MOST_WAYS)
    .map(({ words, cost }) => ({ words, form: null, cost, how: 'split' as const }));
}

function extend({ words, cost, unseen }: Way, word: string, lexicon: Lexicon): Way {
  const before = words.at(-1);
  if (before === undefined) return { words: [word], cost, unseen };
  const seen = lexicon.pairDf(before, word) > 0;
  return { words: [...words, word], cost: cost + COST.further + pairCost(before, word, lexicon), unseen: unseen + (seen ? 0 : 1) };
}
