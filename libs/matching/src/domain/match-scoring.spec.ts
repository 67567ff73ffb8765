import { parseQuantity } from '@app/platform/kernel/quantity.js';
import type { OfferFacts, RequestFacts } from './match-facts.js';
import { scoreMatch, withoutBudget } from './match-scoring.js';
import { heaviestTerms } from './request-terms.js';

const quantity = (value: string, unit: string) => parseQuantity({ name: 'Công suất', value, unit });

const request = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  titleTerms: ['may', 'say', 'may_say'], needTerms: ['xoai', 'say'], texts: ['Máy sấy', 'Sấy xoài'], fields: ['food-technology'], province: '92', budgetMax: 500_000_000,
  trlMin: 7, transferModes: ['turnkey'], quantities: [quantity('500', 'kg/mẻ')], ...more,
});
const terms = [{ term: 'may_say', weight: 5 }, { term: 'xoai', weight: 4 }, { term: 'say', weight: 3 }];
const offer = (more: Partial<OfferFacts> = {}): OfferFacts => ({
  terms: new Set(['may', 'say', 'may_say', 'xoai']), titleTerms: new Set(['may', 'say', 'may_say']), fields: ['food-technology'], province: '92',
  trl: 9, transferModes: ['turnkey'], price: { kind: 'firm', min: 300_000_000, max: 400_000_000 }, quantities: [quantity('400-600', 'kg/mẻ')], ...more,
});
const codes = (o: OfferFacts, r = request()) => scoreMatch(r, terms, o).parts.map((p) => p.code);

describe('scoreMatch', () => {
  it('gives a full fit with a reason for each part', () => {
    const { score, passes } = scoreMatch(request(), terms, offer());
    expect(passes).toBe(true);
    expect(score).toBeGreaterThan(0.95);
    expect(codes(offer())).toEqual(['text.common', 'field.same', 'transferMode.same', 'price.within', 'trl.enough', 'place.same', 'quantities.fit']);
  });

  it('is the same for the same inputs', () => {
    expect(scoreMatch(request(), terms, offer())).toEqual(scoreMatch(request(), terms, offer()));
  });

  it('lowers for soft limits, removes for hard ones', () => {
    const full = scoreMatch(request(), terms, offer()).score;
    const over = scoreMatch(request(), terms, offer({ price: { kind: 'firm', min: 600_000_000, max: null } }));
    expect(over.passes).toBe(true);
    expect(over.score).toBeLessThan(full);
    const farOver = scoreMatch(request(), terms, offer({ price: { kind: 'firm', min: 1_200_000_000, max: null } }));
    expect(farOver.beyondBudget).toBe(true);
    expect(over.beyondBudget).toBe(false);
    expect(scoreMatch(request(), terms, offer({ trl: 3 })).passes).toBe(false);
  });

  it('says what is unknown without judging it', () => {
    const bare = offer({ price: null, trl: null, transferModes: [], quantities: [] });
    expect(codes(bare)).toEqual(expect.arrayContaining(['price.unknown', 'trl.unknown', 'transferMode.unknown', 'quantities.unknown']));
    expect(scoreMatch(request(), terms, bare).score).toBeGreaterThan(0.9);
  });

  it('decides without the budget whether there is a match, which the supplier sees', () => {
    const weak = offer({ terms: new Set(['say']), titleTerms: new Set(), fields: [], transferModes: [], quantities: [] });
    const outcomes = [null, 1, 100_000_000, 299_000_000, 5_000_000_000].map((budgetMax) => [weak, offer()].map((o) => scoreMatch(request({ budgetMax }), terms, o).passes));
    expect(new Set(outcomes.map(String))).toEqual(new Set([String([true, true])]));
  });

  it('has the same to say without the budget, whatever it is and whether there is one', () => {
    const told = [null, 1, 310_000_000, 5_000_000_000].map((budgetMax) => JSON.stringify(withoutBudget(scoreMatch(request({ budgetMax }), terms, offer()).parts)));
    expect(new Set(told).size).toBe(1);
  });

  it('makes no match without words in common', () => {
    expect(scoreMatch(request(), terms, offer({ terms: new Set(['gao']) })).passes).toBe(false);
  });
});

describe('heaviestTerms', () => {
  const statistics = { documents: 1000, df: (term: string) => ({ may: 400, say: 30, may_say: 20, xoai: 15, la: 0 })[term] ?? 0 };

  it('drops common and unknown words, prefers pairs and the title', () => {
    const heavy = heaviestTerms(['may', 'say', 'may_say'], ['xoai', 'la', 'say'], statistics);
    expect(heavy.map((t) => t.term)).toEqual(['may_say', 'say', 'xoai']);
  });
});
