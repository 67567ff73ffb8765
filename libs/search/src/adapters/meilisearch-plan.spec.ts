import type { Lexicon } from '../domain/understanding/lexicon.js';
import type { Alternative, QueryGroup } from '../domain/understanding/understand.js';
import { searchQuery } from '../testing/offer-document.builder.js';
import { MeilisearchPlan } from './meilisearch-plan.js';

const word = (text: string, guess: boolean): Alternative => ({ words: [text], form: null, weight: 1, equal: false, guess });
/** A word, and a slip for which it may have been typed. */
const guessedGroup = (at: number): QueryGroup => ({ alternatives: [word(`w${at}`, false), word(`s${at}`, true)], preferredForm: null, likelyForm: null, required: true, share: 1 });
const groupsOf = (count: number): QueryGroup[] => Array.from({ length: count }, (_, at) => guessedGroup(at));
const titledOf = (groups: QueryGroup[]): string => new MeilisearchPlan('offers', searchQuery('q'), { groups, subject: [] }, {} as Lexicon).titled ?? '';

/** Whether a document with these words passes, as the server would say. */
function passes(filter: string, words: ReadonlySet<string>): boolean {
  const isIn = (_: string, list: string): string => (list.split(', ').some((value) => words.has(value.slice(1, -1))) ? 'T' : 'F');
  let left = filter.replace(/titled IN \[([^\]]*)\]/g, isIn);
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/([TF]) AND ([TF])/, (_, a, b) => (a === 'T' && b === 'T' ? 'T' : 'F'));
    if (left === before) left = left.replace(/\(([TF](?: OR [TF])*)\)/, (_, parts: string) => (parts.includes('T') ? 'T' : 'F'));
  }
  return left === 'T';
}

describe('MeilisearchPlan', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('finds titles that have all of %d words, few of them by a guess', (count) => {
    const filter = titledOf(groupsOf(count));
    for (let slips = 0; slips < 2 ** count; slips++) {
      const isSlip = (at: number): boolean => (slips & (2 ** at)) !== 0;
      const words = new Set(Array.from({ length: count }, (_, at) => (isSlip(at) ? `s${at}` : `w${at}`)));
      const guesses = Array.from({ length: count }, (_, at) => at).filter(isSlip).length;
      expect([slips, passes(filter, words)]).toEqual([slips, guesses <= (count < 5 ? 1 : 2)]);
    }
    expect(passes(filter, new Set(['w0', 's1'].slice(0, count - 1)))).toBe(false);
  });

  it('takes no more guesses where some words are nothing else', () => {
    const guessesOnly = (at: number): QueryGroup => ({ ...guessedGroup(at), alternatives: [word(`s${at}`, true)] });
    const filter = titledOf([guessesOnly(0), guessedGroup(1), guessedGroup(2)]);
    expect(passes(filter, new Set(['s0', 'w1', 'w2']))).toBe(true);
    expect(passes(filter, new Set(['s0', 's1', 'w2']))).toBe(false);
    expect(titledOf([guessesOnly(0), guessesOnly(1)])).toBe('');
  });

  it('asks for what comes first only where more may be found than the window holds', () => {
    const aheadOf = (documents: number, preferredForm: string | null): string | null => {
      const lexicon = { documents: 5_000, df: () => documents, exactDf: () => documents } as unknown as Lexicon;
      return new MeilisearchPlan('offers', searchQuery('q'), { groups: [{ ...guessedGroup(0), alternatives: [word('w0', false)], preferredForm }], subject: [] }, lexicon).ahead;
    };
    expect(aheadOf(200, 'wó')).toBeNull();
    expect(aheadOf(201, 'wó')).toMatch(/^exact = /);
    expect(aheadOf(201, null)).toMatch(/^titled IN /);
  });

  it('asks for a long query in a short filter', () => {
    expect(titledOf(groupsOf(40)).length).toBeLessThan(40_000);
  });
});
