import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../files/make-folder.js';
import { inFolder } from './folder-error.js';
import { isAlive, pidSpace, startTicks } from './process-identity.js';

const FILE = 'floor.lock';
const WAIT_MS = 20_000;
const POLL_MS = 100;
const HEARTBEAT_MS = 4_000;
/** A holder whose pid cannot be judged from here (another container or machine) is alive while its file is younger than this. */
const SILENCE_MS = 14_000;

/** Who holds a data folder, as written in its lock file. */
export interface FloorHolder {
  /** Tells this holding from any other, also of the same process. */
  token: string;
  pid: number;
  startedTicks: string | null;
  /** Where `pid` has a meaning. */
  pidSpace: string;
  /** ISO time of the taking. */
  since: string;
  /** What it does or where it answers, in words for people. */
  address?: string;
  databaseUrl?: string;
}

export interface FloorLock {
  /** Says where the floor answers and where its database is, for the command line and for messages. */
  updateHolder(facts: { address?: string; databaseUrl?: string }): Promise<void>;
  /** Lets the next one in; a second call does nothing. */
  release(): Promise<void>;
}

export interface FloorLockOptions {
  waitMs?: number;
  now?: () => Date;
  /** Ends the waiting. */
  signal?: AbortSignal;
  /** Told once, in words, whom it waits for. */
  onWait?: (holder: string) => void;
}

/**
 * One floor per data folder. The lock of a killed process is taken over at once; a living holder is waited for.
 * Throws one line with who holds it after `waitMs` (20 s), or with the system's code when the folder cannot be written.
 */
export const acquireFloorLock = async (dataDir: string, { waitMs = WAIT_MS, now = () => new Date(), signal, onWait }: FloorLockOptions = {}): Promise<FloorLock> => {
  const folder = resolve(dataDir);
  await inFolder(folder, () => makeFolder(folder));
  const holder: FloorHolder = {
    token: randomUUID(),
    pid: process.pid,
    startedTicks: await startTicks(process.pid),
    pidSpace: await pidSpace(),
    since: now().toISOString(),
  };
  const deadline = performance.now() + waitMs;
  let told = false;
  for (;;) {
    if (await inFolder(folder, () => tryTake(folder, holder))) return new HeldLock(folder, holder);
    const other = await livingHolder(folder);
    if (!other && (await inFolder(folder, () => removeStale(folder)))) continue;
    if (performance.now() >= deadline) throw new Error(describeHolder(folder, other));
    if (!told) onWait?.(describeHolder(folder, other));
    told = true;
    await sleep(POLL_MS, undefined, { signal });
  }
};

/** The floor that runs on a data folder now, with its database; null when none does or it is still starting. */
export const readRunningFloor = async (dataDir: string): Promise<{ pid: number; databaseUrl: string } | null> => {
  const holder = await livingHolder(resolve(dataDir));
  return holder?.databaseUrl ? { pid: holder.pid, databaseUrl: holder.databaseUrl } : null;
};

const describeHolder = (dataDir: string, holder: FloorHolder | null): string => {
  if (!holder) return `Another floor is just starting on ${dataDir}. Try again, or set TECHFLOOR_DATA to another folder.`;
  const address = holder.address ? `, at ${holder.address}` : '';
  return `Another floor holds ${dataDir}: process ${holder.pid}, since ${holder.since}${address}. Stop it first, or set TECHFLOOR_DATA to another folder.`;
};

class HeldLock implements FloorLock {
  private readonly heartbeat: NodeJS.Timeout;
  private released = false;

  constructor(
    private readonly folder: string,
    private readonly holder: FloorHolder,
  ) {
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
  }

  async updateHolder(facts: { address?: string; databaseUrl?: string }): Promise<void> {
    Object.assign(this.holder, facts);
    if (this.released || !(await this.isOurs())) return;
    await inFolder(this.folder, async () => {
      const draft = draftOf(this.folder, this.holder);
      await writeFile(draft, JSON.stringify(this.holder), { mode: 0o600 });
      await rename(draft, join(this.folder, FILE));
    });
  }

  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    clearInterval(this.heartbeat);
    if (await this.isOurs()) await rm(join(this.folder, FILE), { force: true });
  }

  private async beat(): Promise<void> {
    if (!(await this.isOurs())) return;
    const now = Date.now() / 1000;
    await utimes(join(this.folder, FILE), now, now).catch(() => undefined);
  }

  private async isOurs(): Promise<boolean> {
    const current = await readHolder(this.folder).catch(() => null);
    return current?.token === this.holder.token;
  }
}

const draftOf = (folder: string, holder: FloorHolder): string => join(folder, `.${FILE}.${holder.token}`);

const tryTake = async (folder: string, holder: FloorHolder): Promise<boolean> => {
  const draft = draftOf(folder, holder);
  try {
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    // A hard link fails when the name exists and never shows a half-written file.
    await link(draft, join(folder, FILE));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
};

/**
 * Removes a dead holder's file; false when another process is doing so now. Judging and removing are two steps, and a
 * third process may take the lock between them: so only one at a time does both.
 */
const removeStale = async (folder: string): Promise<boolean> => {
  const guard = await enterGuard(folder);
  if (guard === 'busy') return false;
  try {
    if (!(await livingHolder(folder))) await rm(join(folder, FILE), { force: true });
    return true;
  } finally {
    if (guard !== 'none') await new Promise((done) => guard.close(done));
  }
};

/** An abstract socket of Linux: the kernel gives its name to one process only and takes it back however that one ends. */
const enterGuard = async (folder: string): Promise<Server | 'busy' | 'none'> => {
  if (process.platform !== 'linux') return 'none';
  const { dev, ino } = await stat(folder);
  const name = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16);
  const guard = createServer();
  return new Promise((done) => {
    guard.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EADDRINUSE' ? 'busy' : 'none'));
    guard.listen({ path: `\0techfloor-takeover-${name}`, exclusive: true }, () => done(guard));
  });
};

/** Null without a file, and for a file that is not whole: it was cut off by a power loss. Throws when it may not be read. */
const readHolder = async (folder: string): Promise<FloorHolder | null> => {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  try {
    const holder = JSON.parse(text ?? 'null') as FloorHolder | null;
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch {
    return null;
  }
};

const livingHolder = async (folder: string): Promise<FloorHolder | null> => {
  const holder = await inFolder(folder, () => readHolder(folder));
  return holder && (await lives(folder, holder)) ? holder : null;
};

const lives = async (folder: string, holder: FloorHolder): Promise<boolean> => {
  if (holder.pidSpace !== (await pidSpace())) return isBeating(folder);
  if (!(await isAlive(holder.pid))) return false;
  return holder.startedTicks === null || (await startTicks(holder.pid)) === holder.startedTicks;
};

const isBeating = async (folder: string): Promise<boolean> => {
  const info = await stat(join(folder, FILE)).catch(() => null);
  return info !== null && Math.abs(Date.now() - info.mtimeMs) < SILENCE_MS;
};
