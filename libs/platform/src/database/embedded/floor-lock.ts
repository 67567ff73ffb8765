import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FILE = 'floor.lock';
const WAIT_MS = 20_000;
const POLL_MS = 200;

export interface FloorHolder {
  pid: number;
  /** When the process was started, in the kernel's ticks: a pid alone may have been given to another process. */
  startedTicks: string | null;
  since: string;
  address?: string;
  databaseUrl?: string;
}

export interface FloorLock {
  /** Says where the floor answers and where its database is, for the command line and for messages. */
  updateHolder(facts: { address?: string; databaseUrl?: string }): Promise<void>;
  release(): Promise<void>;
}

/**
 * One floor per data folder. A lock left by a killed process is taken over; a living holder is waited for.
 * Throws with who holds it after `waitMs` (20 s), or with the system's code when the folder cannot be written.
 */
export const acquireFloorLock = async (dataDir: string, { waitMs = WAIT_MS }: { waitMs?: number }): Promise<FloorLock> => {
  const holder: FloorHolder = { pid: process.pid, startedTicks: await startTicks(process.pid), since: new Date().toISOString() };
  const deadline = Date.now() + waitMs;
  for (;;) {
    if (await tryTake(dataDir, holder)) return lockOf(dataDir, holder);
    const other = await livingHolder(dataDir);
    if (!other) {
      await rm(join(dataDir, FILE), { force: true });
      continue;
    }
    if (Date.now() >= deadline) throw new Error(describe(dataDir, other));
    await sleep(POLL_MS);
  }
};

/** The floor that runs on a data folder now, with its database; null when none does. */
export const readRunningFloor = async (dataDir: string): Promise<{ pid: number; databaseUrl: string } | null> => {
  const holder = await livingHolder(dataDir);
  return holder?.databaseUrl ? { pid: holder.pid, databaseUrl: holder.databaseUrl } : null;
};

const tryTake = async (dataDir: string, holder: FloorHolder): Promise<boolean> => {
  const draft = join(dataDir, `${FILE}.${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    // A hard link fails when the name exists and never shows a half-written file.
    await link(draft, join(dataDir, FILE));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw Object.assign(new Error(`${code}: the folder ${dataDir} cannot be written. Give this user the right to it, or set TECHFLOOR_DATA.`), { code });
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
};

const lockOf = (dataDir: string, holder: FloorHolder): FloorLock => ({
  updateHolder: async (facts) => {
    Object.assign(holder, facts);
    const draft = join(dataDir, `${FILE}.${process.pid}`);
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    await rename(draft, join(dataDir, FILE));
  },
  release: async () => {
    const current = await readHolder(dataDir);
    if (current?.pid === process.pid) await rm(join(dataDir, FILE), { force: true });
  },
});

const readHolder = async (dataDir: string): Promise<FloorHolder | null> => {
  try {
    return JSON.parse(await readFile(join(dataDir, FILE), 'utf8')) as FloorHolder;
  } catch {
    return null;
  }
};

const livingHolder = async (dataDir: string): Promise<FloorHolder | null> => {
  const holder = await readHolder(dataDir);
  return holder && (await isAlive(holder)) ? holder : null;
};

const isAlive = async ({ pid, startedTicks }: FloorHolder): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startedTicks === null || (await startTicks(pid)) === startedTicks;
};

/** Field 22 of /proc/<pid>/stat; null where there is no /proc. A zombie counts as gone. */
const startTicks = async (pid: number): Promise<string | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? null);
};

const describe = (dataDir: string, holder: FloorHolder): string =>
  `Another floor holds ${dataDir}: process ${holder.pid}, since ${holder.since}${holder.address ? `, at ${holder.address}` : ''}. ` +
  'Stop it first, or set TECHFLOOR_DATA to another folder.';
