import fc from 'fast-check';
import { NumberSort } from './number-sort.js';

it('sorts whole numbers of every size, few and many', () => {
  const sorter = new NumberSort();
  const number = fc.oneof(fc.nat(3), fc.nat(255), fc.nat(70_000), fc.nat(2 ** 31 - 1));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 2_000, size: 'max' }), (numbers) => {
      const sorted = Int32Array.from(numbers);
      sorter.sort(sorted);
      expect([...sorted]).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});
