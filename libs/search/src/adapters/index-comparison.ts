import { setTimeout as sleep } from 'node:timers/promises';

type Versions = ReadonlyMap<string, number>;

/** What the writer may need for changes of the last moment. */
const GRACE_MS = 1_500;

/** The index lacks something, or holds something that is no longer to be found. */
export class Behind extends Error {
  constructor(readonly missing: number, readonly strays: number) {
    super(`The index is not complete: ${missing} offers are missing or old, ${strays} should not be there.`);
  }
}

/**
 * Throws {@link Behind} when an index is not as new as what should be in it. Changes go on meanwhile: only what was so
 * before a moment counts, and still is after it.
 */
export async function assertCaughtUp(wanted: () => Promise<Versions>, held: () => Promise<Versions>, graceMs = GRACE_MS): Promise<void> {
  const first = difference(await wanted(), await held());
  if (first.missing.size + first.strays.length === 0) return;
  await sleep(graceMs, undefined, { ref: false });
  const [now, later] = [await wanted(), await held()];
  const missing = [...first.missing].filter(([id, version]) => now.has(id) && (later.get(id) ?? -1) < version);
  const strays = first.strays.filter((id) => !now.has(id) && later.has(id));
  if (missing.length + strays.length > 0) throw new Behind(missing.length, strays.length);
}

function difference(wanted: Versions, held: Versions): { missing: Map<string, number>; strays: string[] } {
  return {
    missing: new Map([...wanted].filter(([id, version]) => (held.get(id) ?? -1) < version)),
    strays: [...held.keys()].filter((id) => !wanted.has(id)),
  };
}
