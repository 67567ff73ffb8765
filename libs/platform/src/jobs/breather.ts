import { setImmediate } from 'node:timers/promises';

/** For long loops: answers a function to be awaited in each round, which lets other work of the process go on every few milliseconds. */
export const breather = (everyMs = 15): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < everyMs) return;
    await setImmediate();
    last = performance.now();
  };
};
