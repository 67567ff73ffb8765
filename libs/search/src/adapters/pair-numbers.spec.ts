import fc from 'fast-check';
import { PairNumbers } from './pair-numbers.js';

describe('PairNumbers', () => {
  it('answers as a map does', () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2 ** 26 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { maxLength: 2_000, size: 'max' }), (pairs) => {
        const [numbers, plain] = [new PairNumbers(), new Map<string, number>()];
        for (const [first, second] of pairs) {
          expect(numbers.get(first, second)).toBe(plain.get(`${first} ${second}`) ?? -1);
          expect(numbers.getNext(first, second)).toBe(plain.get(`${first} ${second}`) ?? -1);
          if (plain.has(`${first} ${second}`)) continue;
          numbers.set(first, second, plain.size);
          plain.set(`${first} ${second}`, plain.size);
        }
        for (const [first, second] of [...pairs, ...pairs.toReversed()]) expect(numbers.getNext(first, second)).toBe(plain.get(`${first} ${second}`));
        for (const [first, second] of pairs) expect(numbers.get(first, second)).toBe(plain.get(`${first} ${second}`));
      }),
      { numRuns: 20 },
    );
  });

  it('holds many', () => {
    const numbers = new PairNumbers();
    for (let i = 0; i < 300_000; i++) numbers.set(i % 1_000, i, i);
    for (let i = 0; i < 300_000; i += 7) expect(numbers.get(i % 1_000, i)).toBe(i);
    expect(numbers.get(5, 6)).toBe(-1);
  });
});
