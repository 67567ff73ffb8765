import { setTimeout as sleep } from 'node:timers/promises';
import { OneAtATime } from './one-at-a-time.js';

describe('OneAtATime', () => {
  it('begins a work when the one before has ended, also when that has failed', async () => {
    const row = new OneAtATime();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async (): Promise<string> => {
      seen.push(`${name} begins`);
      await sleep(ms);
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
      return name;
    };
    const all = await Promise.allSettled([row.run(work('a', 20)), row.run(work('b', 1)), row.run(work('c', 1))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as Error).message))).toEqual(['a', 'b failed', 'c']);
  });
});
