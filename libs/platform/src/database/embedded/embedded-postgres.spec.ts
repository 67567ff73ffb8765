import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { EmbeddedPostgres } from './embedded-postgres.js';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
chmodSync(base, 0o755);
const dataDir = join(base, 'dữ liệu');
const running = new Set<EmbeddedPostgres>();
const lines: string[] = [];

const start = async (dir = dataDir): Promise<EmbeddedPostgres> => {
  const server = await EmbeddedPostgres.start({ dataDir: dir, log: (line) => lines.push(line) });
  running.add(server);
  return server;
};

/** What the killing of the process that holds it does to a server: nothing. */
const abandon = (server: EmbeddedPostgres): void => {
  running.delete(server);
  clearInterval((server as unknown as { watch: NodeJS.Timeout }).watch);
};

const stop = async (server: EmbeddedPostgres): Promise<void> => {
  await server.stop();
  running.delete(server);
};

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows.map((row: unknown[]) => row[0]);
  } finally {
    await client.end();
  }
};

const pidFile = (dir = dataDir): string => join(dir, 'postgres/postmaster.pid');
const pidOf = (dir = dataDir): number => Number(readFileSync(pidFile(dir), 'utf8').split('\n')[0]);
const alive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

afterAll(async () => {
  for (const server of running) await server.stop();
  rmSync(base, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  it('makes a Vietnamese database at the first start, for pg and TypeORM, over a private socket only', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(server.url).toBe(`postgres://techfloor@localhost/techfloor?host=${encodeURIComponent(server.socketDir)}`);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(join(server.socketDir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
    expect(await ask(server.url, "select current_database() || ' ' || current_user || ' ' || current_setting('server_version_num')::int / 10000")).toEqual(['techfloor techfloor 18']);
    expect(await ask(server.url, "select current_setting('listen_addresses') || current_setting('max_connections') || current_setting('fsync')")).toEqual(['200on']);
    expect(await ask(server.url, "select lower('ĐƯỜNG ỐNG')")).toEqual(['đường ống']);
    expect(await ask(server.url, "select v from unnest(array['đa','ơn','dz','ăn','on','an','ân','ôn']) v order by v")).toEqual(['an', 'ăn', 'ân', 'dz', 'đa', 'on', 'ôn', 'ơn']);
    await ask(server.url, "create table kept as select 'máy sấy' as name");
    const source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    expect(await source.query('select name from kept')).toEqual([{ name: 'máy sấy' }]);
    await source.destroy();
    await stop(server);
  });

  it('leaves nothing running, nothing half-made and no socket after a stop', async () => {
    const server = await start();
    const pid = pidOf();
    expect(alive(pid)).toBe(true);
    await server.stop();
    await stop(server);
    expect(alive(pid)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
    expect(readdirSync(server.socketDir)).toEqual([]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('stops promptly although a client is connected', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    const before = performance.now();
    await stop(server);
    expect(performance.now() - before).toBeLessThan(4_000);
    await client.end().catch(() => undefined);
  });

  it('takes over a server that outlived its process, with its data, and stops it', async () => {
    const first = await start();
    abandon(first);
    const pid = pidOf();
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(pidOf()).toBe(pid);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select name from kept')).toEqual(['máy sấy']);
    await stop(second);
    expect(alive(pid)).toBe(false);
  });

  it('starts again after the server was killed', async () => {
    const first = await start();
    abandon(first);
    await ask(first.url, "insert into kept values ('sau khi ghi')");
    process.kill(pidOf(), 'SIGKILL');
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select name from kept order by name')).toEqual(['máy sấy', 'sau khi ghi']);
    await stop(second);
  });

  it('starts a server again that was killed while it was in use', async () => {
    const server = await start();
    const killed = pidOf();
    process.kill(killed, 'SIGKILL');
    const again = async (): Promise<unknown[]> => ask(server.url, 'select count(*)::int from kept').catch(() => (alive(killed) ? again() : new Promise((done) => setTimeout(done, 100)).then(again)));
    expect(await again()).toEqual([2]);
    expect(pidOf()).not.toBe(killed);
    await stop(server);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('leaves no server behind when the start is given up', async () => {
    const giveUp = new AbortController();
    const starting = EmbeddedPostgres.start({ dataDir, log: () => undefined, signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 40);
    await expect(starting.then((server) => server.stop().then(() => giveUp.signal.throwIfAborted()))).rejects.toThrow(/abort/i);
    expect(existsSync(pidFile())).toBe(false);
    const first = new AbortController();
    const making = EmbeddedPostgres.start({ dataDir: join(base, 'given-up'), log: () => setTimeout(() => first.abort(), 100), signal: first.signal });
    await expect(making).rejects.toThrow(/abort/i);
    expect(readdirSync(join(base, 'given-up'))).toEqual([]);
  });

  it('neither waits for nor harms another program that was given the server’s old pid', async () => {
    const identity = isRoot ? { uid: statSync(join(dataDir, 'postgres')).uid, gid: statSync(join(dataDir, 'postgres')).gid } : {};
    const other = spawn('/bin/sleep', ['60'], { stdio: 'ignore', ...identity });
    await new Promise((done) => other.once('spawn', done));
    writeFileSync(pidFile(), `${other.pid}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n${join(dataDir, 'socket')}\n\n  1 1\nready   \n`);
    const server = await start();
    expect(pidOf()).not.toBe(other.pid);
    expect(alive(other.pid!)).toBe(true);
    other.kill('SIGKILL');
    await stop(server);
  });

  it('is in no process group that a terminal’s Ctrl-C reaches', async () => {
    const server = await start();
    const fields = readFileSync(`/proc/${pidOf()}/stat`, 'utf8').split(') ')[1].split(' ');
    const ours = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    expect(fields[2]).not.toBe(ours[2]);
    expect(fields[3]).not.toBe(ours[3]);
    await stop(server);
  });

  it('makes the database anew when the making was cut off', async () => {
    const dir = join(base, 'cut');
    mkdirSync(join(dir, '.postgres-abcdef/base'), { recursive: true });
    writeFileSync(join(dir, '.postgres-abcdef/PG_VERSION'), '18\n');
    // A path too long for a socket, too: the socket goes to the folder for temporary files.
    const long = join(base, 'x'.repeat(100));
    renameSync(dir, long);
    const server = await start(long);
    expect(server.socketDir.startsWith(long)).toBe(false);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
    expect(await ask(server.url, 'select 1')).toEqual([1]);
    expect(readdirSync(long).filter((name) => name.startsWith('.'))).toEqual([]);
    await stop(server);
    rmSync(server.socketDir, { recursive: true });
  });

  it('refuses the data of another release of PostgreSQL and says the way out', async () => {
    const dir = join(base, 'old');
    mkdirSync(join(dir, 'postgres'), { recursive: true });
    writeFileSync(join(dir, 'postgres/PG_VERSION'), '16\n');
    chmodSync(join(dir, 'postgres'), 0o755);
    await expect(start(dir)).rejects.toThrow(/of PostgreSQL 16, this release brings 18\. With the old release run `backup FILE`/);
    rmSync(join(dir, 'postgres/PG_VERSION'));
    writeFileSync(join(dir, 'postgres/notes.txt'), '');
    await expect(start(dir)).rejects.toThrow(/holds files that are no database/);
  });

  it('says why the server did not start', async () => {
    const config = join(dataDir, 'postgres/postgresql.conf');
    const good = readFileSync(config, 'utf8');
    writeFileSync(config, `${good}\nno_such_setting = 1\n`);
    await expect(start()).rejects.toThrow(/^The database did not start: .*(no_such_setting|configuration file).*postgres\.log\)$/);
    writeFileSync(config, good);
  });

  (isRoot ? it : it.skip)('keeps the database where its own user may enter, when that is not the data folder, and notes where', async () => {
    const dir = join(base, 'closed/data');
    mkdirSync(dir, { recursive: true });
    chmodSync(join(base, 'closed'), 0o700);
    const first = await start(dir);
    const note = readFileSync(join(dir, 'DATABASE_IS_ELSEWHERE.txt'), 'utf8');
    const home = note.split('\n')[1];
    try {
      expect(home).toMatch(/^\/var\/lib\/techfloor\/[0-9a-f]{16}$/);
      await ask(first.url, 'create table kept as select 1 as n');
      await stop(first);
      // The note counts, not the path: the folder may be moved.
      renameSync(join(base, 'closed'), join(base, 'moved'));
      const second = await start(join(base, 'moved/data'));
      expect(await ask(second.url, 'select n from kept')).toEqual([1]);
      await stop(second);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
    await expect(start(join(base, 'moved/data'))).rejects.toThrow(`was in ${home} and is not there any more`);
  });

  (isRoot ? it : it.skip)('goes on with a cluster that was copied by root', async () => {
    spawnSync('chown', ['-R', '0:0', join(dataDir, 'postgres')]);
    chmodSync(join(dataDir, 'postgres'), 0o755);
    const server = await start();
    expect(await ask(server.url, 'select count(*)::int from kept')).toEqual([2]);
    await stop(server);
  });

  (isRoot ? it.skip : it)('names the folder it may not write to', async () => {
    const dir = join(base, 'readonly');
    mkdirSync(dir);
    chmodSync(dir, 0o500);
    await expect(start(dir)).rejects.toThrow(`EACCES: the folder ${dir} cannot be written`);
  });
});
