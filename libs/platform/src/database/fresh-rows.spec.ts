import { FreshRows, type HeldStamps } from './fresh-rows.js';

interface Row {
  id: string;
  stamp: string | null;
  name: string;
}

/** A table of names, whose statement gives what is not as the asker knows it. */
const tableOf = (names: Record<string, string>) => {
  const stamps = new Map(Object.keys(names).map((id) => [id, 1]));
  const given: string[][] = [];
  const split = (literal: string): string[] => literal.slice(1, -1).split(',');
  const changed = ({ ids, stamps: known }: HeldStamps): Row[] => {
    const wanted = split(ids).map((id, at) => ({ id, stamp: split(known)[at] }));
    const rows = wanted
      .filter(({ id, stamp }) => String(stamps.get(id) ?? 'null') !== stamp)
      .map(({ id }) => ({ id, name: names[id], stamp: stamps.has(id) ? String(stamps.get(id)) : null }));
    given.push(rows.map(({ id }) => id));
    return rows;
  };
  const write = (id: string, name: string): void => {
    names[id] = name;
    stamps.set(id, (stamps.get(id) ?? 0) + 1);
  };
  return { changed, given, write, remove: (id: string) => void stamps.delete(id) };
};

describe('rows that are held and asked for again', () => {
  const setUp = (most = 10) => {
    const table = tableOf({ a: 'An', b: 'Bình', c: 'Cúc' });
    const rows = new FreshRows<Row, { name: string }>(({ name }) => ({ name }), most);
    const read = (ids: string[]): { name: string }[] => {
      const reading = rows.reading(ids);
      return reading.values(table.changed(reading));
    };
    return { table, read };
  };

  it('gives them in the order asked for, and reads none twice', () => {
    const { table, read } = setUp();
    expect(read(['b', 'a'])).toEqual([{ name: 'Bình' }, { name: 'An' }]);
    const [c, a] = read(['c', 'a']);
    expect([c, a]).toEqual([{ name: 'Cúc' }, { name: 'An' }]);
    expect(table.given).toEqual([['b', 'a'], ['c']]);
    expect((read(['a']))[0]).toBe(a);
  });

  it('reads again what has changed, forgets what is gone and finds what has come', () => {
    const { table, read } = setUp();
    read(['a', 'b', 'd']);
    table.write('a', 'Anh');
    table.remove('b');
    table.write('d', 'Dũng');
    expect(read(['a', 'b', 'c', 'd'])).toEqual([{ name: 'Anh' }, { name: 'Cúc' }, { name: 'Dũng' }]);
    table.write('b', 'Bảo');
    expect(read(['b'])).toEqual([{ name: 'Bảo' }]);
  });

  it('holds no more than twice the most', () => {
    const { table, read } = setUp(1);
    for (const id of ['a', 'b', 'c']) read([id]);
    read(['c', 'b', 'a']);
    expect(table.given.at(-1)).toEqual(['a']);
  });
});
