import { setTimeout as sleep } from 'node:timers/promises';

type Versions = ReadonlyMap<string, number>;

/** How long the writer may need for changes of the last moment, and how often they are looked for meanwhile. */
const PATIENCE: Patience = { graceMs: 10_000, stepMs: 500 };

export interface Patience {
  graceMs: number;
  stepMs: number;
}

/** The index lacks something, or holds something that is no longer to be found. */
export class Behind extends Error {
  constructor(readonly missing: number, readonly strays: number) {
    super(`The index is not complete: ${missing} offers are missing or old, ${strays} should not be there.`);
  }
}

/** Whether an index holds an offer as it is wanted: in that version or a newer one, or not at all. */
export const isAsWanted = (id: string, wanted: Versions, held: Versions): boolean => {
  const version = wanted.get(id);
  return version === undefined ? !held.has(id) : (held.get(id) ?? -1) >= version;
};

/**
 * Throws {@link Behind} when an index is not as new as what should be in it. Changes go on meanwhile, and a server that is
 * busy takes them some seconds later: what was missing at the first look must have arrived by the last.
 */
export async function assertCaughtUp(wanted: () => Promise<Versions>, held: () => Promise<Versions>, { graceMs, stepMs }: Patience = PATIENCE): Promise<void> {
  const until = performance.now() + graceMs;
  let lack = difference(await wanted(), await held());
  while (sizeOf(lack) > 0) {
    if (performance.now() >= until) throw new Behind(lack.missing.size, lack.strays.length);
    await sleep(stepMs, undefined, { ref: false });
    lack = remaining(lack, await wanted(), await held());
  }
}

interface Lack {
  missing: Map<string, number>;
  strays: string[];
}

const sizeOf = ({ missing, strays }: Lack): number => missing.size + strays.length;

/** What has not arrived of it since, of all that is still to be so. */
const remaining = ({ missing, strays }: Lack, wanted: Versions, held: Versions): Lack => ({
  missing: new Map([...missing].filter(([id]) => wanted.has(id) && !isAsWanted(id, missing, held))),
  strays: strays.filter((id) => !wanted.has(id) && held.has(id)),
});

const difference = (wanted: Versions, held: Versions): Lack => ({
  missing: new Map([...wanted].filter(([id]) => !isAsWanted(id, wanted, held))),
  strays: [...held.keys()].filter((id) => !wanted.has(id)),
});
