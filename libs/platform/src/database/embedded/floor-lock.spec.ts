import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireFloorLock, readRunningFloor } from './floor-lock.js';

const FILE = 'floor.lock';
const here: string[] = [];
const children: ChildProcess[] = [];

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'floor-lock-'));
  here.push(made);
  return made;
};

const written = (dir: string): Record<string, unknown> => JSON.parse(readFileSync(join(dir, FILE), 'utf8'));
const rewrite = (dir: string, facts: Record<string, unknown>): void => writeFileSync(join(dir, FILE), JSON.stringify({ ...written(dir), ...facts }));

/** Leaves the lock of a process that lives, of another one's pid. */
const heldByAnother = async (dir: string, facts: Record<string, unknown> = {}): Promise<ChildProcess> => {
  await (await acquireFloorLock(dir)).updateHolder({});
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  children.push(child);
  await new Promise((done) => child.once('spawn', done));
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  rewrite(dir, { pid: child.pid, startedTicks: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19], token: 'another', ...facts });
  return child;
};

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const dir of here.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('floor lock', () => {
  it('is held until released and leaves no file behind', async () => {
    const dir = folder();
    const lock = await acquireFloorLock(dir, { now: () => new Date('2026-11-24T08:00:00Z') });
    expect(written(dir)).toMatchObject({ pid: process.pid, since: '2026-11-24T08:00:00.000Z' });
    expect(readdirSync(dir)).toEqual([FILE]);
    await lock.release();
    await lock.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('says in one line who holds it, since when and where', async () => {
    const dir = folder();
    const child = await heldByAnother(dir, { since: '2026-11-24T08:00:00.000Z', address: 'http://127.0.0.1:3000' });
    const refused = await acquireFloorLock(dir, { waitMs: 150 }).catch((error: Error) => error.message);
    expect(refused).toBe(
      `Another floor holds ${dir}: process ${child.pid}, since 2026-11-24T08:00:00.000Z, at http://127.0.0.1:3000. ` +
        'Stop it first, or set TECHFLOOR_DATA to another folder.',
    );
  });

  it('waits for the holder to end', async () => {
    const dir = folder();
    const first = await acquireFloorLock(dir);
    setTimeout(() => void first.release(), 250);
    const started = performance.now();
    const second = await acquireFloorLock(dir, { waitMs: 5_000 });
    expect(performance.now() - started).toBeGreaterThan(200);
    await second.release();
  });

  it('is taken over at once from a killed process', async () => {
    const dir = folder();
    const child = await heldByAnother(dir);
    await expect(acquireFloorLock(dir, { waitMs: 0 })).rejects.toThrow(/Another floor holds/);
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    const lock = await acquireFloorLock(dir, { waitMs: 0 });
    expect(written(dir)).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is not kept by another process that was given the same pid', async () => {
    const dir = folder();
    await heldByAnother(dir, { startedTicks: '1' });
    await (await acquireFloorLock(dir, { waitMs: 0 })).release();
  });

  it('is not kept by a file cut off by a power loss', async () => {
    const dir = folder();
    writeFileSync(join(dir, FILE), '{"pid": 1');
    await (await acquireFloorLock(dir, { waitMs: 0 })).release();
  });

  it('goes by signs of life where the pid means nothing: in another container', async () => {
    const dir = folder();
    await heldByAnother(dir, { pidSpace: 'another', pid: 2 ** 22 + 1 });
    await expect(acquireFloorLock(dir, { waitMs: 0 })).rejects.toThrow(/Another floor holds/);
    const longAgo = Date.now() / 1000 - 60;
    utimesSync(join(dir, FILE), longAgo, longAgo);
    await (await acquireFloorLock(dir, { waitMs: 0 })).release();
  });

  it('lets exactly one of many in when all find a dead holder', async () => {
    const dir = folder();
    await heldByAnother(dir, { startedTicks: '1' });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acquireFloorLock(dir, { waitMs: 300 })));
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0].value.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('does not remove or overwrite a lock that has become another process’s', async () => {
    const dir = folder();
    const lost = await acquireFloorLock(dir);
    rewrite(dir, { token: 'another', address: 'elsewhere' });
    await lost.updateHolder({ address: 'here' });
    await lost.release();
    expect(written(dir)).toMatchObject({ token: 'another', address: 'elsewhere' });
  });

  it('tells the command line the running floor’s database', async () => {
    const dir = folder();
    expect(await readRunningFloor(join(dir, 'missing'))).toBeNull();
    const lock = await acquireFloorLock(dir);
    expect(await readRunningFloor(dir)).toBeNull();
    await lock.updateHolder({ databaseUrl: 'postgres://a@/b?host=%2Fc', address: 'http://127.0.0.1:3000' });
    expect(await readRunningFloor(dir)).toEqual({ pid: process.pid, databaseUrl: 'postgres://a@/b?host=%2Fc' });
    await lock.release();
    expect(await readRunningFloor(dir)).toBeNull();
  });

  it('names the system’s code and the folder when it cannot be written', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    await expect(acquireFloorLock(join(dir, 'file', 'data'))).rejects.toThrow(`ENOTDIR: the folder ${join(dir, 'file', 'data')}`);
    if (process.getuid?.() === 0) {
      await expect(acquireFloorLock('/proc/techfloor')).rejects.toMatchObject({ message: expect.stringMatching(/^E[A-Z]+: the folder \/proc\/techfloor /) });
      return;
    }
    chmodSync(dir, 0o500);
    await expect(acquireFloorLock(dir)).rejects.toMatchObject({ code: 'EACCES', message: expect.stringContaining(`EACCES: the folder ${dir} `) });
    chmodSync(dir, 0o700);
  });
});
