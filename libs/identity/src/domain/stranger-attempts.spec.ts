import { isLocked, LOCK_MS, MAX_FAILURES } from './lock-out.js';
import { StrangerAttempts } from './stranger-attempts.js';

const now = new Date('2026-11-25T02:00:00Z');
const fail = (strangers: StrangerAttempts, email: string, times: number): void => {
  for (let i = 0; i < times; i++) strangers.fail(email, now);
};

describe('attempts for addresses without an account', () => {
  it('lock after as many failures and for as long as an account, each for itself', () => {
    const strangers = new StrangerAttempts();
    fail(strangers, 'a@x.example', MAX_FAILURES - 1);
    expect(isLocked(strangers.of('a@x.example'), now)).toBe(false);
    fail(strangers, 'a@x.example', 1);
    expect(strangers.of('a@x.example').lockedUntil).toEqual(new Date(now.getTime() + LOCK_MS));
    expect(isLocked(strangers.of('b@x.example'), now)).toBe(false);
  });

  it('are kept for a bounded number, the latest ones', () => {
    const strangers = new StrangerAttempts();
    fail(strangers, 'old@x.example', MAX_FAILURES);
    fail(strangers, 'kept@x.example', 1);
    for (let i = 0; i < 9_998; i++) strangers.fail(`${i}@x.example`, now);
    fail(strangers, 'kept@x.example', MAX_FAILURES - 1);
    strangers.fail('new@x.example', now);
    expect(isLocked(strangers.of('old@x.example'), now)).toBe(false);
    expect(isLocked(strangers.of('kept@x.example'), now)).toBe(true);
  });
});
