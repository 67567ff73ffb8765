import { afterFailure, isLocked, LOCK_MS } from './lock-out.js';

describe('lock-out', () => {
  const now = new Date('2026-11-24T00:00:00Z');

  it('locks at the fifth failure, for a quarter of an hour', () => {
    let attempts = { failedLogins: 0, lockedUntil: null as Date | null };
    for (let i = 0; i < 4; i++) attempts = afterFailure(attempts, now);
    expect(isLocked(attempts, now)).toBe(false);
    attempts = afterFailure(attempts, now);
    expect(isLocked(attempts, now)).toBe(true);
    expect(isLocked(attempts, new Date(now.getTime() + LOCK_MS))).toBe(false);
  });

  it('stays locked when a failure arrives that had begun before', () => {
    const locked = { failedLogins: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) };
    expect(afterFailure(locked, now)).toEqual(locked);
  });
});
