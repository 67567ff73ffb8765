import { Passes } from './passes.js';

const held = () => {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const passes = new Passes(() => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })));
  return { ends, passes };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Passes', () => {
  it('gives who asks during a pass the one after it, and all of them the same', async () => {
    const { ends, passes } = held();
    const first = passes.next();
    let done = 0;
    const waiting = [passes.next(), passes.next()].map((pass) => pass.then(() => done++));
    expect(ends).toHaveLength(1);
    ends[0].resolve();
    await first;
    await settled();
    expect([ends.length, done]).toEqual([2, 0]);
    ends[1].resolve();
    await Promise.all(waiting);
    expect(ends).toHaveLength(2);
  });

  it('goes on after a pass that failed, and tells only who waited for it', async () => {
    const { ends, passes } = held();
    const first = passes.next();
    const second = passes.next();
    ends[0].reject(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await settled();
    ends[1].resolve();
    await expect(second).resolves.toBeUndefined();
  });
});
