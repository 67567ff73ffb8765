import { dueAt, moreSeldom, periodStart } from './preferences.js';

describe('dueAt', () => {
  const friday = new Date('2026-11-20T10:00:00Z');

  it('sends at once, or never', () => {
    expect(dueAt('at-once', friday)).toEqual(friday);
    expect(dueAt('never', friday)).toBeNull();
  });

  it('sends a daily digest at seven in the morning in Viet Nam', () => {
    expect(dueAt('daily', friday)).toEqual(new Date('2026-11-21T00:00:00Z'));
    expect(dueAt('daily', new Date('2026-11-20T23:30:00Z'))).toEqual(new Date('2026-11-21T00:00:00Z'));
  });

  it('sends a weekly digest on Monday', () => {
    expect(dueAt('weekly', friday)).toEqual(new Date('2026-11-23T00:00:00Z'));
  });
});

describe('digests', () => {
  it('gather from one to the next', () => {
    expect(periodStart('daily', new Date('2026-11-20T10:00:00Z'))).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(periodStart('weekly', new Date('2026-11-20T10:00:00Z'))).toEqual(new Date('2026-11-16T00:00:00Z'));
    expect(periodStart('at-once', new Date())).toBeNull();
  });

  it('come as seldom as the more seldom of two wishes', () => {
    expect([moreSeldom('at-once', 'daily'), moreSeldom('never', 'weekly'), moreSeldom('daily', 'daily')]).toEqual(['daily', 'never', 'daily']);
  });
});
