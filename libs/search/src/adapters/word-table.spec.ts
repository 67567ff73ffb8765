import fc from 'fast-check';
import { Growable } from './growable.js';
import { WordTable } from './word-table.js';

const read = (table: WordTable, line: string): number[] => {
  const [bytes, found] = [Buffer.from(`?${line}!`, 'utf8'), new Growable(new Int32Array(1))];
  table.findAll(bytes, 1, bytes.length - 1, found);
  return line === '' ? [] : [...found.values.subarray(0, line.split(' ').length)];
};

describe('WordTable', () => {
  it('numbers words as a map does, whatever stood beside them before', () => {
    const word = fc.oneof(fc.constantFrom('máy', 'mái', 'may', 'sấy', 'sấ', 's', 'xoài'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, '_')));
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 30 }), (lines) => {
        const learnt: string[] = [];
        const table = new WordTable((text) => void learnt.push(text));
        const numbers = new Map<string, number>();
        for (const words of lines) {
          const line = words.join(' ');
          for (const text of line === '' ? [] : line.split(' ')) if (!numbers.has(text)) numbers.set(text, numbers.size);
          expect(read(table, line)).toEqual(line === '' ? [] : line.split(' ').map((text) => numbers.get(text)));
        }
        expect(learnt).toEqual([...numbers.keys()]);
        expect(learnt.map((_, number) => table.text(number))).toEqual(learnt);
      }),
    );
  });

  it('holds many', () => {
    const table = new WordTable(() => undefined);
    for (let i = 0; i < 20_000; i++) expect(read(table, `từ${i}`)).toEqual([i]);
    for (let i = 0; i < 20_000; i += 7) expect(read(table, `từ${i}`)).toEqual([i]);
  });
});
