import { jest } from '@jest/globals';
import { CircuitBreaker, Late, within } from './circuit-breaker.js';

const REFUSED = new Error('refused');

const opened = (probe: () => Promise<void> = async () => undefined) => {
  const changes: string[] = [];
  const breaker = new CircuitBreaker({
    probe, firstDelayMs: 100, longestDelayMs: 400, lateLimit: 3, onChange: (state, reason) => changes.push(`${state} ${reason?.message ?? ''}`.trim()),
  });
  breaker.begin();
  return { breaker, changes };
};

describe('CircuitBreaker', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is open until its first probe has succeeded', async () => {
    const { breaker, changes } = opened();
    expect(breaker.state).toBe('open');
    await jest.advanceTimersByTimeAsync(1);
    expect([breaker.state, changes]).toEqual(['closed', ['closed']]);
  });

  it('opens at the first failure, and at the third late answer in a row', async () => {
    const { breaker, changes } = opened();
    await jest.advanceTimersByTimeAsync(1);
    for (let i = 0; i < 2; i++) breaker.failed(new Late(200));
    breaker.succeeded();
    for (let i = 0; i < 2; i++) breaker.failed(new Late(200));
    expect(breaker.state).toBe('closed');
    breaker.failed(new Late(200));
    expect(breaker.state).toBe('open');
    await jest.advanceTimersByTimeAsync(100);
    breaker.failed(REFUSED);
    expect(changes).toEqual(['closed', 'open No answer within 200 ms.', 'closed', 'open refused']);
  });

  it('tells of many failures once, and looks again after growing delays, up to the longest', async () => {
    let away = false;
    const looks: number[] = [];
    const { breaker, changes } = opened(async () => {
      looks.push(Date.now());
      if (away) throw REFUSED;
    });
    await jest.advanceTimersByTimeAsync(1);
    away = true;
    const failedAt = Date.now();
    for (let i = 0; i < 50; i++) breaker.failed(REFUSED);
    await jest.advanceTimersByTimeAsync(1_600);
    expect(looks.slice(1).map((at) => at - failedAt)).toEqual([100, 200, 400, 800, 1_200, 1_600]);
    expect(changes).toEqual(['closed', 'open refused']);
    away = false;
    await jest.advanceTimersByTimeAsync(400);
    expect([breaker.state, changes.at(-1)]).toEqual(['closed', 'closed']);
  });

  it('never runs two probes at once, and keeps callers away while one runs', async () => {
    let running = 0;
    let most = 0;
    let finish: () => void = () => undefined;
    const { breaker } = opened(() => {
      most = Math.max(most, ++running);
      return new Promise((done) => (finish = () => { running--; done(); }));
    });
    await jest.advanceTimersByTimeAsync(5_000);
    breaker.failed(REFUSED);
    expect([breaker.state, most]).toEqual(['half-open', 1]);
    finish();
    await jest.advanceTimersByTimeAsync(1);
    expect(breaker.state).toBe('closed');
  });

  it('looks no more after its end', async () => {
    let looks = 0;
    const { breaker } = opened(async () => {
      looks++;
      throw REFUSED;
    });
    await jest.advanceTimersByTimeAsync(1);
    breaker.end();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(1);
  });
});

describe('within', () => {
  it('gives an answer that is in time, and the failure of one', async () => {
    expect(await within(1_000, Promise.resolve(7))).toBe(7);
    await expect(within(1_000, Promise.reject(REFUSED))).rejects.toBe(REFUSED);
  });
  it('waits no longer than it is told', async () => {
    const started = performance.now();
    await expect(within(20, new Promise(() => undefined))).rejects.toBeInstanceOf(Late);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
