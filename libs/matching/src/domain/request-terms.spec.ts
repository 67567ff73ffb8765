import { termWeight } from './request-terms.js';

describe('termWeight', () => {
  it('is larger for a rare word, and nothing for one that no offer has', () => {
    const df = (term: string): number => ({ rare: 1, common: 4 })[term] ?? 0;
    const [rare, common] = ['rare', 'common'].map((term) => termWeight(term, { documents: 10, df }));
    expect(rare).toBeGreaterThan(common);
    expect(termWeight('unknown', { documents: 10, df })).toBe(0);
  });
});
