import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '@app/platform/database/embedded/server-binaries.js';
import { serverIdentity } from '@app/platform/database/embedded/system-user.js';
import { freePort, until } from './real-floor.js';

const PASSWORD = 'a password';
const DEBIAN = '/usr/lib/postgresql';

/**
 * A PostgreSQL server beside the floor's own, reached as an operator's is: over TCP, with a password. It is Debian's where that is
 * installed, else the one that the floor brings.
 */
export class ExternalPostgres {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly server: ReturnType<typeof spawn>,
  ) {}

  static async start(): Promise<ExternalPostgres> {
    const user = await serverIdentity();
    const { initdb, postgres } = debianBinaries() ?? (await findBinaries(user));
    const how = { cwd: '/', ...(user ? { uid: user.uid, gid: user.gid } : {}) };
    const folder = mkdtempSync(join(tmpdir(), 'external-postgres-'));
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, PASSWORD);
    for (const path of user ? [folder, passwordFile] : []) chownSync(path, user!.uid, user!.gid);
    const cluster = join(folder, 'data');
    const made = spawnSync(initdb, ['-D', cluster, '-U', 'owner', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '--no-sync'], { ...how, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    const port = await freePort();
    const server = spawn(postgres, ['-D', cluster, '-c', `port=${port}`, '-c', 'unix_socket_directories=', '-c', 'fsync=off'], { ...how, stdio: 'ignore' });
    const url = `postgres://owner:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`;
    const external = new ExternalPostgres(url, folder, server);
    await until('the external server answers', () => answers(url));
    return external;
  }

  async stop(): Promise<void> {
    this.server.kill('SIGINT');
    if (this.server.exitCode === null) await new Promise((done) => this.server.once('exit', done));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const debianBinaries = (): { initdb: string; postgres: string } | undefined => {
  const releases = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return releases
    .map((release) => ({ initdb: join(DEBIAN, release, 'bin/initdb'), postgres: join(DEBIAN, release, 'bin/postgres') }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres));
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  return client.connect().then(() => client.end().then(() => true), () => false);
};
