import { assertCaughtUp, Behind } from './index-comparison.js';

type Look = Record<string, number>;

/** Both sides as they are at each look; the last one stays. */
const compare = ({ wanted, held }: { wanted: Look[]; held: Look[] }): Promise<void> => {
  const next = (looks: Look[]) => async () => new Map(Object.entries(looks.length > 1 ? looks.shift()! : looks[0]));
  return assertCaughtUp(next(wanted), next(held), { graceMs: 20, stepMs: 1 });
};

describe('assertCaughtUp', () => {
  it('is content with the same or newer documents', () => expect(compare({ wanted: [{ a: 2 }], held: [{ a: 3 }] })).resolves.toBeUndefined());
  it('lets changes of the last moment arrive', async () => {
    await compare({ wanted: [{ a: 2, b: 1 }], held: [{ a: 1 }, { a: 2, b: 1 }] });
    await compare({ wanted: [{ a: 2 }, { a: 3, c: 1 }], held: [{ a: 1 }, { a: 2 }] });
    await compare({ wanted: [{ a: 1, b: 1 }, { a: 1 }], held: [{ a: 1 }] });
    await compare({ wanted: [{ a: 1 }, { a: 1, b: 1 }], held: [{ a: 1, b: 1 }] });
    await compare({ wanted: [{ a: 2, b: 2 }], held: [{ a: 1, b: 1 }, { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 2, b: 2 }] });
  });
  it('is content with an index that is always a little behind while people write', async () => {
    let version = 10;
    const all = (at: number): Map<string, number> => new Map(['a', 'b', 'c'].map((id) => [id, at]));
    await assertCaughtUp(async () => all(version), async () => all(version++ - 4), { graceMs: 1_000, stepMs: 1 });
    expect(version).toBeGreaterThan(13);
  });
  it.each([
    ['an empty index', { wanted: [{ a: 1, b: 1 }], held: [{}] }, [2, 0]],
    ['an old document', { wanted: [{ a: 2 }], held: [{ a: 1 }] }, [1, 0]],
    ['one that should be gone', { wanted: [{ a: 1 }], held: [{ a: 1, z: 1 }] }, [0, 1]],
  ])('refuses %s', async (_, sides, [missing, strays]) => {
    const failure: unknown = await compare(sides).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Behind);
    expect(failure).toMatchObject({ missing, strays });
  });
});
