import { heaviestTerms, termWeight } from './request-terms.js';

describe('termWeight', () => {
  it('is larger for a rare word, and nothing for one that no offer has', () => {
    const df = (term: string): number => ({ rare: 1, common: 4 })[term] ?? 0;
    const [rare, common] = ['rare', 'common'].map((term) => termWeight(term, { documents: 10, df }));
    expect(rare).toBeGreaterThan(common);
    expect(termWeight('unknown', { documents: 10, df })).toBe(0);
  });

  it('stays a weight when the index has grown since its offers were counted', () => {
    expect(termWeight('say', { documents: 6, df: () => 9 })).toBeGreaterThan(0);
    expect(heaviestTerms(['say'], [], { documents: 6, df: () => 9 }).map(({ term }) => term)).toEqual(['say']);
  });
});
