import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits for something to become true; throws with `what` after a while. */
export const until = async (what: string, test: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> => {
  const deadline = performance.now() + withinMs;
  while (!(await test())) {
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
    await wait(25);
  }
};

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

export const isAlive = (pid: number): boolean => {
  const stat = readStat(pid);
  return stat !== null && stat.state !== 'Z';
};

const readStat = (pid: number | string): { state: string; parent: number } | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return { state: fields[0], parent: Number(fields[1]) };
  } catch {
    return null;
  }
};

const childrenOf = (pid: number): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && readStat(name)?.parent === pid).map(Number);

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

const READY = { standalone: 'Techfloor is ready at', api: 'The API answers at', web: 'The pages answer at', worker: 'The worker is at work' };

export interface FloorPlace {
  dataDir: string;
  port: number;
  environment?: Record<string, string>;
  uid?: number;
  gid?: number;
  app?: 'standalone' | 'api' | 'web' | 'worker';
  /** As `npm start`; its process is then npm's. */
  npm?: boolean;
}

/** The built app as its own processes, as `npm start` runs it. */
export class RealFloor {
  output = '';
  readonly pid: number;
  readonly startedAt = performance.now();
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null; afterMs: number }>;
  private stoppedAt = performance.now();

  private constructor(private readonly child: ChildProcess, readonly place: FloorPlace) {
    this.pid = child.pid!;
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.exit = new Promise((done) => child.once('close', (code, signal) => done({ code, signal, afterMs: performance.now() - this.stoppedAt })));
  }

  static launch(place: FloorPlace): RealFloor {
    const { dataDir, port, environment, uid, gid, app = 'standalone', npm } = place;
    const [command, args] = npm ? ['npm', ['start']] : [process.execPath, [join(root, 'scripts/start.mjs'), app]];
    const child = spawn(command, args, {
      cwd: npm ? root : '/',
      // A group of its own, as a shell makes one for what it runs.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], TECHFLOOR_DATA: dataDir, PORT: String(port), TECHFLOOR_DEMO: 'off', RATE_LIMIT: '0', LOGIN_RATE_LIMIT: '0', ...environment },
      ...(uid === undefined ? {} : { uid, gid }),
    });
    return new RealFloor(child, place);
  }

  get url(): string {
    return `http://127.0.0.1:${this.place.port}`;
  }

  /** Resolves with the milliseconds it took; throws with the output when it ends instead. */
  async ready(withinMs = 180_000): Promise<number> {
    const line = READY[this.place.app ?? 'standalone'];
    await until('ready', () => this.output.includes(line) || this.child.exitCode !== null || this.child.signalCode !== null, withinMs).catch(() => undefined);
    if (!this.output.includes(line)) throw new Error(`It did not start: ${this.output}`);
    return performance.now() - this.startedAt;
  }

  worker(): number | undefined {
    return childrenOf(this.pid).find((pid) => commandOf(pid).includes('apps/worker'));
  }

  /** How each of its apps' processes was started. */
  commands(): string[] {
    return processesOn(this.place.dataDir).map((pid) => commandOf(pid).replaceAll('\0', ' ')).filter((command) => /start\.mjs|apps\//.test(command));
  }

  postmaster(): number | undefined {
    const file = join(this.place.dataDir, 'postgres/postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined : undefined;
  }

  /** Sends a signal to the floor's process, or to its whole group as Ctrl-C at a terminal does. */
  signal(signal: NodeJS.Signals, to: 'process' | 'group' = 'process'): void {
    this.stoppedAt = performance.now();
    try {
      process.kill(to === 'group' ? -this.pid : this.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Kills with no chance to tidy up. */
  async kill(...what: ('floor' | 'worker' | 'database')[]): Promise<void> {
    const pids = { floor: this.pid, worker: this.worker(), database: this.postmaster() };
    for (const part of what) {
      const pid = pids[part];
      if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
    if (what.includes('floor')) await this.exit;
  }

  /** Nothing of the floor runs any more, the database's server and the worker included. */
  async gone(): Promise<void> {
    await until('all processes ended', () => processesOn(this.place.dataDir).length === 0 && !isAlive(this.pid), 8_000).catch((error: Error) => {
      throw new Error(`${error.message}: ${processesOn(this.place.dataDir).map((pid) => `${pid} ${commandOf(pid).replaceAll('\0', ' ')}`).join('; ')}`);
    });
  }

  async stop(): Promise<void> {
    this.signal('SIGTERM');
    await this.exit;
  }
}

/** Whatever has to do with a data folder: servers name it among their words, apps in their environment. */
const processesOn = (dataDir: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => isAlive(pid) && (commandOf(pid).includes(`${dataDir}/`) || environmentOf(pid).includes(`TECHFLOOR_DATA=${dataDir}\0`)));

const environmentOf = (pid: number): string => {
  try {
    return `${readFileSync(`/proc/${pid}/environ`, 'utf8')}\0`;
  } catch {
    return '';
  }
};

/** A folder for a test's floor, open to the database's own user; removed by `dropFolder`. */
export const makeFolderFor = (name: string): string => mkdtempSync(join(tmpdir(), `techfloor-${name}-`));

/** Ends what may still run on a folder, then removes it. */
export const dropFolder = async (folder: string): Promise<void> => {
  for (const pid of processesOn(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  await wait(100);
  rmSync(folder, { recursive: true, force: true });
};
