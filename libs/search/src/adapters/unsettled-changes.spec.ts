import { setTimeout as sleep } from 'node:timers/promises';
import { UnsettledChanges } from './unsettled-changes.js';

const holding = (versions: Map<string, number>) => ({ versionsOf: async (ids: readonly string[]) => new Map([...versions].filter(([id]) => ids.includes(id))) });
const QUICK = { graceMs: 60, lookMs: 5 };

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
    await sleep(20);
    expect(changes.size).toBe(1);
    held.delete('gone');
    await sleep(20);
    expect([changes.size, ...reasons]).toEqual([0]);
  });

  it('go on as long as some arrive, also when there are more than are looked at together', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `offer-${i}`);
    for (const id of ids) wanted.set(id, 1);
    changes.add(ids);
    for (const id of ids.reverse()) {
      held.set(id, 1);
      if (held.size % 100 === 0) await sleep(20);
    }
    await sleep(60);
    expect([changes.size, ...reasons]).toEqual([0]);
  });

  it('give up when nothing arrives, and begin anew with the next', async () => {
    wanted.set('a', 1);
    changes.add(['a']);
    await sleep(150);
    expect([changes.size, ...reasons]).toEqual([0, 'The index is not complete: 1 offers are missing or old, 0 should not be there.']);
    changes.add(['a']);
    expect(changes.size).toBe(1);
  });

  it('give up at once when the other index cannot be asked', async () => {
    const away = { versionsOf: () => Promise.reject(new Error('away')) };
    const given = new UnsettledChanges(holding(wanted), away, { ...QUICK, gaveUp: ({ message }) => reasons.push(message) });
    given.add(['a']);
    await sleep(20);
    expect([given.size, ...reasons]).toEqual([0, 'away']);
  });
});
