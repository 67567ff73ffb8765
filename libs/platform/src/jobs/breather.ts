import { Turns } from './turns.js';

/** Of the whole process: together, long loops hold up a call of somebody else for one of their slices, however many of them there are. */
const turns = new Turns();
const SLICE_MS = 5;

/** For long loops: answers a function to be awaited in each round, which lets other work of the process go on every few milliseconds. */
export const breather = (): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE_MS) return;
    await turns.next();
    last = performance.now();
  };
};
