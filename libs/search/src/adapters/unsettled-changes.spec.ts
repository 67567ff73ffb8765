import { setTimeout as sleep } from 'node:timers/promises';
import { UnsettledChanges } from './unsettled-changes.js';

const holding = (versions: Map<string, number>) => ({ versionsOf: async (ids: readonly string[]) => new Map([...versions].filter(([id]) => ids.includes(id))) });
const QUICK = { graceMs: 300, lookMs: 5 };

const until = async (holds: () => boolean): Promise<void> => {
  for (let attempt = 0; attempt < 1_000 && !holds(); attempt++) await sleep(5);
};

describe('UnsettledChanges', () => {
  const [wanted, held] = [new Map<string, number>(), new Map<string, number>()];
  const reasons: string[] = [];
  const changes = new UnsettledChanges(holding(wanted), holding(held), { ...QUICK, gaveUp: ({ message }) => reasons.push(message) });
  beforeEach(() => {
    wanted.clear();
    held.clear();
    reasons.length = 0;
    changes.forget();
  });

  it('are settled when the other index has them in this version or a newer one, or has them no longer', async () => {
    wanted.set('new', 1).set('changed', 3);
    held.set('changed', 2).set('gone', 1);
    changes.add(['new', 'changed', 'gone']);
    await sleep(20);
    expect(changes.size).toBe(3);
    held.set('new', 1).set('changed', 4);
    await until(() => changes.size < 2);
    expect(changes.size).toBe(1);
    held.delete('gone');
    await until(() => changes.size === 0);
    expect([changes.size, ...reasons]).toEqual([0]);
  });

  it('go on as long as some arrive, also when there are more than are looked at together', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `offer-${i}`);
    for (const id of ids) wanted.set(id, 1);
    changes.add(ids);
    for (const id of ids.reverse()) {
      held.set(id, 1);
      if (held.size % 100 === 0) await sleep(50);
    }
    await until(() => changes.size === 0);
    expect([changes.size, ...reasons]).toEqual([0]);
  });

  it('go on also when it takes longer than the grace until each has been looked at in turn', async () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `offer-${i}`);
    for (const id of ids) wanted.set(id, 1);
    changes.add(ids);
    for (const id of ids) {
      held.set(id, 1);
      if (held.size % 50 === 0) await sleep(1);
    }
    await sleep(20);
    changes.forget();
    expect(reasons).toEqual([]);
  });

  it('are not settled by what was seen before they changed again', async () => {
    let answer = (): void => undefined;
    const slow = {
      versionsOf: async (ids: readonly string[]) => {
        const seen = new Map([...held].filter(([id]) => ids.includes(id)));
        await new Promise<void>((resolve) => (answer = resolve));
        return seen;
      },
    };
    const watched = new UnsettledChanges(holding(wanted), slow, { graceMs: 1_000, lookMs: 5, gaveUp: ({ message }) => reasons.push(message) });
    wanted.set('a', 1);
    held.set('a', 1);
    watched.add(['a']);
    await sleep(5);
    wanted.delete('a');
    watched.add(['a']);
    answer();
    await sleep(5);
    expect(watched.size).toBe(1);
    held.delete('a');
    answer();
    for (let i = 0; i < 20 && watched.size > 0; i++) {
      await sleep(5);
      answer();
    }
    expect([watched.size, ...reasons]).toEqual([0]);
  });

  it('tell how long the first of them has waited', async () => {
    expect(changes.oldestMs).toBe(0);
    wanted.set('a', 1).set('b', 1);
    changes.add(['a', 'b']);
    await sleep(30);
    expect(changes.oldestMs).toBeGreaterThan(25);
    const again = performance.now();
    changes.add(['a']);
    held.set('b', 1);
    await until(() => changes.size === 1);
    expect(changes.oldestMs).toBeLessThanOrEqual(performance.now() - again);
  });

  it('give up when nothing arrives, and begin anew with the next', async () => {
    wanted.set('a', 1);
    changes.add(['a']);
    await until(() => reasons.length > 0);
    expect([changes.size, ...reasons]).toEqual([0, 'The index is not complete: 1 offers are missing or old, 0 should not be there.']);
    changes.add(['a']);
    expect(changes.size).toBe(1);
  });

  it('give up at once when the other index cannot be asked', async () => {
    const away = { versionsOf: () => Promise.reject(new Error('away')) };
    const given = new UnsettledChanges(holding(wanted), away, { ...QUICK, gaveUp: ({ message }) => reasons.push(message) });
    given.add(['a']);
    await until(() => reasons.length > 0);
    expect([given.size, ...reasons]).toEqual([0, 'away']);
  });
});
