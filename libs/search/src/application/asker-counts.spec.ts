import { AskerCounts } from './asker-counts.js';

const HOUR_MS = 3_600_000;
let now: number;
let counts: AskerCounts;
beforeEach(() => {
  now = Date.parse('2026-11-01T10:59:00Z');
  counts = new AskerCounts({ now: () => new Date(now) }, HOUR_MS);
});

describe('askers of a text', () => {
  it('are counted once in a period, each text apart', () => {
    expect(counts.note('máy sấy', 'a')).toEqual({ isFirst: true, askers: 1 });
    expect(counts.note('máy sấy', 'a')).toEqual({ isFirst: false, askers: 1 });
    expect(counts.note('máy sấy', 'b')).toEqual({ isFirst: true, askers: 2 });
    expect(counts.note('bơm', 'a')).toEqual({ isFirst: true, askers: 1 });
  });

  it('are forgotten with the period', () => {
    counts.note('máy sấy', 'a');
    now += 60_000;
    expect(counts.note('máy sấy', 'a')).toEqual({ isFirst: true, askers: 1 });
  });

  it('are forgotten rather than filling the memory: never more are told than there were', () => {
    for (let n = 0; n < 20_000; n++) counts.note('máy sấy', `${n}`);
    expect(counts.note('máy sấy', 'a')).toEqual({ isFirst: true, askers: 1 });
  });
});
