import { bootContext, type TestFloor } from '../testing/index.js';

let floor: TestFloor;
beforeAll(async () => void (floor = await bootContext({ imports: [] })));
afterAll(() => floor?.close());

/** Longer than one piece of what the connection brings. */
const LONG = 'Máy sấy\n'.repeat(50_000);
const texts = (rows: (Buffer | null)[][]): (string | null)[][] => rows.map((row) => row.map((column) => column && column.toString()));

describe('rows that are copied', () => {
  it('have their columns as they stand: empty, none, long, in every script', async () => {
    const rows = await floor.database.copied(`select * from (values (1, 'x', ''), (2, null, '\u{1F33E} đ'), (3, repeat(E'Máy sấy\\n', 50000), null)) as r(n, a, b) order by n`);
    expect(texts(rows.map(([, ...columns]) => columns))).toEqual([['x', ''], [null, '\u{1F33E} đ'], [LONG, null]]);
    expect(rows.map(([number]) => number!.readInt32BE())).toEqual([1, 2, 3]);
  });

  it('may be none', async () => {
    expect(await floor.database.copied('select 1 where false')).toEqual([]);
  });

  it('are those that a transaction sees, which goes on after them', async () => {
    await floor.database.transaction(async (tx) => {
      await tx.query(`create temporary table copied (word text) on commit drop`);
      await tx.query(`insert into copied values ('một')`);
      expect(texts(await tx.copied('select word from copied'))).toEqual([['một']]);
      expect(await tx.query('select count(*)::int as n from copied')).toEqual([{ n: 1 }]);
    });
  });

  it('throw what the database says, and leave the connection of use', async () => {
    await expect(floor.database.copied('select 1 / (2 - n) from generate_series(1, 5) as n')).rejects.toMatchObject({ code: '22012' });
    expect(texts(await floor.database.copied(`select 'sau'`))).toEqual([['sau']]);
  });
});
