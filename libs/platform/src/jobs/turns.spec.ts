import { setImmediate } from 'node:timers';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets other work in between computations that are asked for at once, and keeps their order', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const others = (): void => {
      seen.push('other');
      if (seen.filter((one) => one !== 'other').length < 3) setImmediate(others);
    };
    setImmediate(others);
    await Promise.all([1, 2, 3].map(async (number) => {
      await turns.next();
      seen.push(String(number));
    }));
    expect(seen.filter((one) => one !== 'other')).toEqual(['1', '2', '3']);
    expect(seen.join(' ')).toMatch(/1 other.* 2 other.* 3/);
  });
});
