import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inFolder, saysFull } from './folder-error.js';
import { commandLine, isAlive } from './process-identity.js';
import type { SystemUser } from './system-user.js';

const ROLE = 'techfloor';
/** A server that replays its log after a crash says so; it is given longer than one that says nothing. */
const SILENT_MS = 15_000;
const RECOVERY_MS = 300_000;
/** Together with what the floor itself takes to stop, these stay under its 5 s. */
const FAST_STOP_MS = 1_800;
const IMMEDIATE_STOP_MS = 500;
const LOG_LIMIT = 10 * 1024 * 1024;
/** What the children of a killed server may need to see that it is gone. */
const LEFTOVER_TRIES = 25;
const TOO_EARLY = /starting up|not yet accepting|recovery mode|shutting down/;
const LEFTOVERS = /still in use|lock file .* already exists/i;

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  // Its compiling costs more than the short queries of a floor take.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

export interface PostmasterOptions {
  postgres: string;
  cluster: string;
  socketDir: string;
  logFile: string;
  user: SystemUser | undefined;
  /** Aborted when the start is given up: no server is left running then. */
  signal?: AbortSignal | undefined;
}

/** One running server process, ours or one that outlived the process that started it. */
export class Postmaster {
  private constructor(
    readonly pid: number,
    readonly socketDir: string,
    readonly adopted: boolean,
  ) {}

  /** Takes over the server that already runs on the cluster, else starts one. Resolves when it answers. */
  static async open(options: PostmasterOptions): Promise<Postmaster> {
    const running = await runningOn(options.cluster);
    if (running) {
      const orphan = new Postmaster(running.pid, running.socketDir ?? options.socketDir, true);
      if ((await untilAnswer(orphan.socketDir, () => isAlive(orphan.pid), options.signal)) === 'answers') return orphan;
      await orphan.stop();
    }
    for (let tries = 1; ; tries++) {
      options.signal?.throwIfAborted();
      const outcome = await launch(options);
      if (typeof outcome === 'number') return new Postmaster(outcome, options.socketDir, false);
      options.signal?.throwIfAborted();
      if (tries >= LEFTOVER_TRIES || !LEFTOVERS.test(outcome.said)) throw new Error(startMessage(options.logFile, outcome.said));
      await sleep(200);
    }
  }

  isRunning(): Promise<boolean> {
    return isAlive(this.pid);
  }

  /** Ends the server: orderly, after a while without a checkpoint, at last by force. Nothing of it runs when this resolves. */
  stop(): Promise<void> {
    return endServer(this.pid);
  }
}

const endServer = async (pid: number): Promise<void> => {
  if (await endBy(pid, 'SIGINT', FAST_STOP_MS)) return;
  if (await endBy(pid, 'SIGQUIT', IMMEDIATE_STOP_MS)) return;
  await endBy(pid, 'SIGKILL', IMMEDIATE_STOP_MS);
};

const endBy = async (pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    throw error;
  }
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (!(await isAlive(pid))) return true;
    await sleep(10);
  }
  return false;
};

/** The server of a cluster by its pid file. A file whose pid now belongs to another program is removed: the server would refuse to start. */
const runningOn = async (cluster: string): Promise<{ pid: number; socketDir?: string } | null> => {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await isAlive(pid))) return null;
  if (await isServerOf(pid, cluster)) return { pid, ...(lines[4] ? { socketDir: lines[4] } : {}) };
  await rm(file, { force: true });
  return null;
};

const isServerOf = async (pid: number, cluster: string): Promise<boolean> => {
  const words = await commandLine(pid);
  // Where the system does not tell, the pid file is believed.
  if (words === null) return true;
  const names = [cluster, await realpath(cluster)];
  return basename(words[0] ?? '').startsWith('postgres') && words.some((word) => names.includes(word));
};

/** The pid of a server that answers, or what it said before it gave up. */
const launch = async (options: PostmasterOptions): Promise<number | { said: string }> => {
  const settings = { ...SETTINGS, unix_socket_directories: `"${options.socketDir.replaceAll('"', '""')}"` };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(options.logFile);
  const before = (await log.stat()).size;
  // Detached: a session of its own, so that Ctrl-C at the terminal reaches the floor only, and the floor stops its server.
  const child = spawn(options.postgres, ['-D', options.cluster, ...words], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment,
    ...asUser(options.user),
  });
  const failed = new Promise<Error>((done) => child.once('error', done));
  await log.close();
  if (child.pid === undefined) throw new Error(`The database server could not be run: ${(await failed).message}`);
  child.unref();
  const outcome = await untilAnswer(options.socketDir, async () => child.exitCode === null && child.signalCode === null, options.signal);
  if (outcome === 'answers') return child.pid;
  if (options.signal?.aborted) await endServer(child.pid);
  else if (outcome === 'silent') child.kill('SIGKILL');
  return { said: (await readFile(options.logFile)).subarray(before).toString() || `no answer within ${SILENT_MS / 1000} s` };
};

const openLog = async (file: string): ReturnType<typeof open> =>
  inFolder(file, async () => {
    const size = (await stat(file).catch(() => null))?.size ?? 0;
    if (size > LOG_LIMIT) await rename(file, `${file}.1`);
    return open(file, 'a', 0o600);
  });

const untilAnswer = async (socketDir: string, isUp: () => Promise<boolean>, signal?: AbortSignal): Promise<'answers' | 'gone' | 'silent'> => {
  const start = performance.now();
  for (let limit = SILENT_MS; performance.now() - start < limit; await sleep(15)) {
    if (signal?.aborted || !(await isUp())) return 'gone';
    const outcome = await tryConnect(socketDir);
    if (outcome === 'answers') return 'answers';
    if (outcome === 'starting') limit = RECOVERY_MS;
  }
  return 'silent';
};

/** `starting`: there is a server, which replays its log or closes down; or one whose places are all taken for now. */
const tryConnect = async (socketDir: string): Promise<'answers' | 'starting' | 'silent'> => {
  if (!existsSync(join(socketDir, '.s.PGSQL.5432'))) return 'silent';
  const client = new pg.Client({ host: socketDir, port: 5432, user: ROLE, database: 'postgres', connectionTimeoutMillis: 2_000 });
  // An idle client whose server dies emits this; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'answers';
  } catch (error) {
    const { code } = error as { code?: string };
    return code === '57P03' || code === '53300' ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
};

const startMessage = (logFile: string, said: string): string => {
  const lines = said.trim().split('\n');
  // Connections that came too early are refused as fatally as what ended the server.
  const reason = lines.findLast((line) => /FATAL|PANIC/.test(line) && !TOO_EARLY.test(line)) ?? lines.at(-1) ?? '';
  const code = saysFull(said) ? 'ENOSPC: the' : /Permission denied/.test(said) ? 'EACCES: the' : 'The';
  return `${code} database did not start: ${reason.replace(/^.*?(FATAL|PANIC): */, '')} (see ${logFile})`;
};

/** Nothing of the floor's environment reaches the server: PG* variables would change what it does. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

export const asUser = (user: SystemUser | undefined): { uid?: number; gid?: number } => (user ? { uid: user.uid, gid: user.gid } : {});
