import { setImmediate } from 'node:timers/promises';
import { breather } from './breather.js';

const SLICE_MS = 6;
const work = (): void => {
  const from = performance.now();
  while (performance.now() - from < SLICE_MS);
};

describe('breather', () => {
  it('lets other work of the process go on after each slice, also between several long loops', async () => {
    const seen: string[] = [];
    const loop = async (name: string): Promise<void> => {
      const breathe = breather();
      for (let round = 0; round < 5; round++) {
        work();
        seen.push(name);
        await breathe();
      }
    };
    const loops = Promise.all(['a', 'b', 'c'].map(loop));
    let running = true;
    void loops.finally(() => (running = false));
    while (running) {
      await setImmediate();
      seen.push('-');
    }
    // The first slices begin with the calls themselves.
    const later = seen.slice(3).join('');
    expect(later.replaceAll('-', '')).toHaveLength(12);
    expect(later).not.toMatch(/[abc]{2}/);
  });
});
