import fc from 'fast-check';
import { term } from '@app/platform/kernel/fold.js';
import { understand } from '../domain/understanding/understand.js';
import { offerDocument } from '../testing/offer-document.builder.js';
import { EmbeddedIndex } from './embedded-index.js';
import { QueryScorer } from './query-scorer.js';

const WORDS = ['máy', 'sấy', 'xoài', 'cá', 'tra', 'say', 'dầu', 'dừa'];
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });

describe('QueryScorer', () => {
  it('finds those that have every word, and weighs them as when all offers are scored', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 5, maxLength: 40 }), fc.array(fc.nat(39)), sentence, (titles, removed, typed) => {
        const index = new EmbeddedIndex();
        titles.forEach((words, at) => index.put(offerDocument(`${at}`, words.join(' '), { summary: words.toReversed().join(' ') })));
        for (const at of removed) index.remove(`${at}`);
        const query = understand(typed.join(' '), index.dictionary, true);
        const scorer = new QueryScorer(index, query);
        const complete = scorer.complete();
        const totals = new Map([...(complete?.matches ?? [])].map((number) => [number, complete!.total(number)]));
        const held = titles.flatMap((words, at) => (index.numberOf(`${at}`) === undefined ? [] : [{ number: index.numberOf(`${at}`)!, words: new Set(words.map(term)) }]));
        const known = typed.map(term).filter((word) => held.some(({ words }) => words.has(word)));
        const having = held.filter(({ words }) => known.length > 0 && known.every((word) => words.has(word))).map(({ number }) => number);
        expect([...totals.keys()].sort((a, b) => a - b)).toEqual(having.sort((a, b) => a - b));
        // Scores all offers anew, in the same place.
        scorer.mostlyTitled({ named: true });
        for (const [number, total] of totals) expect(complete!.total(number)).toBeCloseTo(total, 9);
        found += totals.size;
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
