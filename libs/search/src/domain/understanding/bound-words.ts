import type { Lexicon } from './lexicon.js';
import type { Subject } from './openings.js';
import type { QueryGroup } from './understand.js';

const GENERIC_SHARE = 0.5;

/** What a word weighs that so many of all documents hold: the rarer, the more (BM25's inverse document frequency, which never falls below zero). */
export const weightOf = (holding: number, documents: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

/**
 * Words that the catalogue has side by side weigh together what the run of them does: the two of `cầm tay`, which hardly stand alone, about as
 * much as one. What the query is about counts in full, two words that may open any name (`thiết bị`) half. `groupAt` tells which group a place of the query made.
 */
export function withShares(groups: readonly QueryGroup[], groupAt: readonly (number | null)[], { at: subject, generic, specific }: Subject, lexicon: Lexicon): QueryGroup[] {
  const shares = groups.map(() => 1);
  for (const run of runsOf(groups, groupAt, lexicon)) {
    if (run.includes(groupAt[subject] ?? -1) || (specific !== null && run.includes(groupAt[specific] ?? -1))) continue;
    const apart = run.reduce((sum, at) => sum + weightOfGroup(groups[at], lexicon), 0);
    const together = run.slice(1).reduce((sum, at, i) => sum + addedBy(groups[run[i]], groups[at], lexicon), weightOfGroup(groups[run[0]], lexicon));
    for (const at of run) shares[at] = together / apart;
  }
  if (generic.length > 1) for (const at of new Set(generic.flatMap((place) => groupAt[place] ?? []))) shares[at] *= GENERIC_SHARE;
  return groups.map((group, at) => ({ ...group, share: shares[at] }));
}

/** A word that is typed with its marks is as rare as it is so: `kho` beside `khô` and `khó`. Of several words, the rarest pair decides. */
export function weightOfGroup({ alternatives, preferredForm, likelyForm }: QueryGroup, lexicon: Lexicon): number {
  if (alternatives.length === 0) return 0;
  const { words, form } = alternatives[0];
  if (words.length > 1) return weightOf(Math.min(...words.slice(1).map((word, i) => lexicon.pairDf(words[i], word))), lexicon.documents);
  const meant = form ?? preferredForm ?? likelyForm;
  return weightOf(meant === null ? lexicon.df(words[0]) : lexicon.exactDf(meant), lexicon.documents);
}

/** What a word adds to the one before it. */
const addedBy = (before: QueryGroup, group: QueryGroup, lexicon: Lexicon): number => {
  const both = weightOf(lexicon.pairDf(mainOf(before), mainOf(group)), lexicon.documents);
  return Math.min(weightOfGroup(group, lexicon), Math.max(0, both - weightOfGroup(before, lexicon)));
};

const mainOf = ({ alternatives }: QueryGroup): string => alternatives[0].words[0];

/** Neither a name as a whole nor part of a quantity. */
const isPlain = ({ alternatives }: QueryGroup): boolean => alternatives[0]?.words.length === 1 && !alternatives.some(({ words }) => words[0].startsWith('#'));

/** Groups of neighbouring places whose words the catalogue has side by side. */
function runsOf(groups: readonly QueryGroup[], groupAt: readonly (number | null)[], lexicon: Lexicon): number[][] {
  const runs: number[][] = [];
  const seen = new Set<number>();
  let before: number | null = null;
  for (const at of groupAt) {
    const isNew = at !== null && !seen.has(at) && isPlain(groups[at]);
    if (isNew && before !== null && lexicon.pairDf(mainOf(groups[before]), mainOf(groups[at])) > 0) runs.at(-1)!.push(at);
    else if (isNew) runs.push([at]);
    if (isNew) seen.add(at);
    before = isNew ? at : null;
  }
  return runs.filter(({ length }) => length > 1);
}
