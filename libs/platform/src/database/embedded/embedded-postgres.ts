import { spawn } from 'node:child_process';
import { chown, mkdtemp, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type ClusterHome, findClusterHome, makeSocketFolder, noteWhere } from './cluster-home.js';
import { folderError, inFolder, saysFull } from './folder-error.js';
import { asUser, Postmaster, serverEnvironment } from './postmaster.js';
import { findBinaries, type ServerBinaries } from './server-binaries.js';

const ROLE = 'techfloor';
const DATABASE = 'techfloor';
const MAJOR = '18';
const HALF_MADE = '.postgres-';
const WATCH_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

export interface EmbeddedPostgresOptions {
  /** The floor's data folder, whose lock the caller holds; the cluster is its subfolder `postgres`. */
  dataDir: string;
  /** Takes what happens, one line each, for the log. */
  log(line: string): void;
  /** Aborted when the start is given up; `start` then throws, and nothing of it runs. */
  signal?: AbortSignal;
}

/** A real PostgreSQL server over a unix socket only, run by an unprivileged user also when we are root. */
export class EmbeddedPostgres {
  private readonly watch: NodeJS.Timeout;
  private restarting: Promise<void> | undefined;
  private readonly stopped = new AbortController();

  private constructor(
    /** Works for `pg` and TypeORM alike; names the database `techfloor`. */
    readonly url: string,
    private server: Postmaster,
    private readonly restart: (stop: AbortSignal) => Promise<Postmaster>,
    private readonly log: (line: string) => void,
  ) {
    this.watch = setInterval(() => void this.look(), WATCH_MS).unref();
  }

  /** Starts (or adopts) the server; makes the cluster at the first start. Throws with one line that says what to change. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const { dataDir, signal } = options;
    const log = (line: string): void => options.log(line);
    const place = await findClusterHome(resolve(dataDir));
    const binaries = await findBinaries(place.user);
    await ensureCluster(place, binaries, log, signal);
    await noteWhere(dataDir, place.home);
    const how = {
      postgres: binaries.postgres,
      cluster: place.cluster,
      socketDir: await makeSocketFolder(place),
      logFile: join(place.home, 'postgres.log'),
      user: place.user,
    };
    const server = await Postmaster.open({ ...how, signal });
    log(`database ${server.adopted ? 'taken over' : 'started'}: process ${server.pid}, ${place.cluster}`);
    try {
      await ensureDatabase(server.socketDir);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const url = `postgres://${ROLE}@localhost/${DATABASE}?host=${encodeURIComponent(server.socketDir)}`;
    return new EmbeddedPostgres(url, server, (stop) => Postmaster.open({ ...how, socketDir: server.socketDir, signal: stop }), log);
  }

  get socketDir(): string {
    return this.server.socketDir;
  }

  /** True when a server that outlived a killed process was taken over. */
  get adopted(): boolean {
    return this.server.adopted;
  }

  /** Stops the server, adopted or not. A second call does nothing. */
  async stop(): Promise<void> {
    this.stopped.abort();
    clearInterval(this.watch);
    await this.restarting;
    await this.server.stop();
  }

  /** A server that was killed while the floor runs is started again; the pools then find it under the same address. */
  private async look(): Promise<void> {
    if (this.restarting || this.stopped.signal.aborted || (await this.server.isRunning()) || this.stopped.signal.aborted || this.restarting) return;
    this.restarting = this.startAgain().finally(() => (this.restarting = undefined));
  }

  private async startAgain(): Promise<void> {
    this.log('the database server has ended; it is started again');
    for (let pauseMs = WATCH_MS; !this.stopped.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        this.server = await this.restart(this.stopped.signal);
        return;
      } catch (error) {
        // A full disk, say: it may have room again later.
        this.log((error as Error).message);
        await sleep(pauseMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
      }
    }
  }
}

const ensureCluster = async (place: ClusterHome, { initdb }: ServerBinaries, log: (line: string) => void, signal?: AbortSignal): Promise<void> => {
  const version = await clusterVersion(place.cluster);
  if (version === MAJOR) return;
  if (version !== null) {
    throw new Error(
      `The data in ${place.cluster} is of PostgreSQL ${version}, this release brings ${MAJOR}. ` +
        'With the old release run `backup FILE`, then with this one `restore FILE` into a new TECHFLOOR_DATA.',
    );
  }
  await inFolder(place.home, async () => {
    await removeHalfMade(place.home);
    // Made beside and renamed, so that a crash leaves nothing half-made. The name is new each time: a killed floor's initdb may go on.
    const half = await mkdtemp(join(place.home, HALF_MADE));
    if (place.user) await chown(half, place.user.uid, place.user.gid);
    log(`making the database in ${place.cluster}`);
    await runInitdb(initdb, half, place, signal);
    await rename(half, place.cluster);
    await syncFolder(place.home);
  });
};

const clusterVersion = async (cluster: string): Promise<string | null> => {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw folderError(error, cluster);
  }
  const found = await readdir(cluster).catch(() => []);
  if (found.length === 0) return null;
  throw new Error(`${cluster} holds files that are no database (PG_VERSION is missing). Move them away, or set TECHFLOOR_DATA to another folder.`);
};

const removeHalfMade = async (home: string): Promise<void> => {
  for (const name of await readdir(home)) {
    if (name.startsWith(HALF_MADE)) await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
};

const runInitdb = async (initdb: string, folder: string, { home, user }: ClusterHome, signal?: AbortSignal): Promise<void> => {
  const flags = ['-U', ROLE, '-A', 'trust', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8'];
  const child = spawn(initdb, ['-D', folder, ...flags], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment,
    ...asUser(user),
  });
  const giveUp = (): void => void child.kill('SIGTERM');
  signal?.addEventListener('abort', giveUp, { once: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  signal?.removeEventListener('abort', giveUp);
  if (code === 0) return;
  await rm(folder, { recursive: true, force: true });
  signal?.throwIfAborted();
  if (saysFull(said)) throw folderError({ code: 'ENOSPC' }, home);
  const reason = said.split('\n').findLast((line) => /error|fatal|could not/i.test(line)) ?? `initdb ended with ${code}`;
  throw new Error(`The database could not be made in ${home}: ${reason.trim()}`);
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const ensureDatabase = async (socketDir: string): Promise<void> => {
  const client = new pg.Client({ host: socketDir, port: 5432, user: ROLE, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};
