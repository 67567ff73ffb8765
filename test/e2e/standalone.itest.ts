import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { parseConfig } from '@app/platform';
import pg from 'pg';
import { makeAccounts, PASSWORD } from '../support/floor.js';
import { dropFolder, type FloorPlace, freePort, isAlive, makeFolderFor, RealFloor, until, wait } from '../support/real-floor.js';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const base = makeFolderFor('standalone');
chmodSync(base, 0o755);

let place: FloorPlace;
let floor: RealFloor;
beforeAll(async () => void (place = { dataDir: join(base, 'dữ liệu'), port: await freePort() }));
afterAll(() => dropFolder(base));

const health = async (of: RealFloor): Promise<{ state: string }> => (await fetch(`${of.url}/health/ready`)).json() as Promise<{ state: string }>;
const start = async (): Promise<number> => {
  floor = RealFloor.launch(place);
  return floor.ready();
};

describe('the floor with nothing configured', () => {
  it('opens on an empty folder, says where as its last line, and stops whole', async () => {
    const first = await start();
    expect(floor.output.trimEnd().split('\n').at(-1)).toBe(`Techfloor is ready at ${floor.url}`);
    expect(await health(floor)).toMatchObject({ state: 'ok', parts: { database: { state: 'ok' }, search: { state: 'ok' } } });
    expect(floor.worker()).toBeDefined();
    floor.signal('SIGTERM');
    const { code, afterMs } = await floor.exit;
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(5_000);
    await floor.gone();
    expect(existsSync(join(place.dataDir, 'floor.lock'))).toBe(false);
    const second = await start();
    console.log(`ready after ${Math.round(first)} ms on an empty folder, after ${Math.round(second)} ms with its data`);
    expect(second).toBeLessThan(30_000);
    // The terminal was closed.
    floor.signal('SIGHUP');
    expect(await floor.exit).toMatchObject({ code: 0 });
    await floor.gone();
  });

  it('stops whole on Ctrl-C at the terminal although somebody’s request is never finished', async () => {
    await start();
    const socket = connect(place.port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
    await wait(100);
    floor.signal('SIGINT', 'group');
    const { code, afterMs } = await floor.exit;
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(5_000);
    await floor.gone();
    socket.destroy();
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('ends with the npm that started it: %s', async (signal) => {
    floor = RealFloor.launch({ ...place, npm: true });
    await floor.ready();
    floor.signal(signal);
    const { code } = await floor.exit;
    if (signal !== 'SIGKILL') expect(code).toBe(0);
    await floor.gone();
  });

  it('keeps the memory of each process small by the flags of package.json, as the containers do', async () => {
    const root = join(import.meta.dirname, '../..');
    const flags = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { config: { memory: string } }).config.memory;
    floor = RealFloor.launch({ ...place, npm: true });
    await floor.ready();
    const node = floor.commands().filter((command) => command.includes('node ') && !command.startsWith('sh '));
    floor.signal('SIGTERM');
    await floor.exit;
    await floor.gone();
    expect(node.map((command) => [/(standalone|worker)/.exec(command)?.[0], command.includes(` ${flags} `)]).sort()).toEqual([['standalone', true], ['worker', true]]);
    const compose = readFileSync(join(root, 'docker/compose.yaml'), 'utf8');
    expect(compose.match(/--max-semi-space-size.*?(?=, dist)/g)).toEqual([flags, flags].map((line) => line.replaceAll(' ', ', ')));
  });

  it.each([700, 1_800])('leaves nothing behind when it is stopped %i ms into its start', async (ms) => {
    const early = RealFloor.launch({ dataDir: join(base, `early-${ms}`), port: await freePort() });
    await wait(ms);
    early.signal('SIGTERM');
    const { code, signal, afterMs } = await early.exit;
    // Before the program has begun to listen for signals, the signal itself ends it.
    expect([0, null]).toContain(code);
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
    expect(afterMs).toBeLessThan(5_000);
    await early.gone();
  });

  it('starts again after any of its processes was killed', async () => {
    for (const parts of [['floor'], ['floor', 'worker', 'database']] as const) {
      await start();
      const worker = floor.worker()!;
      await floor.kill(...parts);
      await until('the worker has ended with its parent', () => !isAlive(worker), 8_000);
    }
    await start();
    expect(await health(floor)).toMatchObject({ state: 'ok' });
  });

  it('goes on by itself when its worker or its database server is killed', async () => {
    const worker = floor.worker()!;
    await floor.kill('worker');
    await until('another worker', () => ![undefined, worker].includes(floor.worker()));
    expect(floor.output).toMatch(/the worker process has ended \(SIGKILL\); it is started again in 0\.5 s/);
    const server = floor.postmaster();
    await floor.kill('database');
    await until('another server', () => ![undefined, server].includes(floor.postmaster()));
    await until('all well', async () => (await health(floor)).state === 'ok');
    await until('signing in works', async () => (await signIn()) === 401);
  });

  const signIn = async (): Promise<number> =>
    (await fetch(`${floor.url}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"email":"x@y.vn","password":"wrong words"}' })).status;

  it('lets a second floor on the same folder wait for the first to end', async () => {
    const second = RealFloor.launch({ ...place, port: await freePort() });
    await until('it says whom it waits for', () => second.output.includes(`Another floor holds ${place.dataDir}: process ${floor.pid}`));
    await floor.stop();
    await second.ready();
    await second.stop();
    await second.gone();
  });
});

const refused = async (where: Partial<FloorPlace>): Promise<string> => {
  const attempt = RealFloor.launch({ dataDir: join(base, 'refused'), port: await freePort(), ...where });
  const { code } = await attempt.exit;
  expect(code).not.toBe(0);
  await attempt.gone();
  expect(attempt.output.trim().split('\n').filter((line) => !/^(making the database|database started)/.test(line))).toHaveLength(1);
  return attempt.output;
};

describe('what prevents a start is said in one line', () => {
  it('names a port that is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((done) => taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)));
    expect(await refused({ port })).toContain(`EADDRINUSE: port ${port} is already in use`);
    taken.close();
  });

  it('names every wrong variable', async () => {
    const attempt = RealFloor.launch({ dataDir: base, port: 1, environment: { PORT: 'x', SMTP_URL: 'mailto:a' } });
    expect((await attempt.exit).code).not.toBe(0);
    expect(attempt.output).toMatch(/PORT must be.*\n.*SMTP_URL must be/);
  });

  it('names a folder that cannot be', async () => {
    writeFileSync(join(base, 'file'), '');
    expect(await refused({ dataDir: join(base, 'file/data') })).toContain(`ENOTDIR: the folder ${join(base, 'file/data')}`);
  });

  it('names a folder that may not be written', async () => {
    const dataDir = join(base, 'closed');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o500);
    if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
    if (isRoot && !canRead(NOBODY)) return console.log('skipped: an ordinary user may not read this checkout');
    expect(await refused({ dataDir, ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) })).toContain(`EACCES: the folder ${dataDir}`);
  });

  it('names the release of PostgreSQL that made the data, and the way out', async () => {
    const dataDir = join(base, 'older');
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    expect(await refused({ dataDir })).toContain('is of PostgreSQL 17, this release brings 18. With the old release run `backup FILE`, then with this one `restore FILE` into a new TECHFLOOR_DATA.');
  });

  it('names a full disk, and goes on when the disk is full later and has room again', async () => {
    const dataDir = join(base, 'small');
    mkdirSync(dataDir);
    if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', dataDir]).status !== 0) {
      return console.log('skipped: only root may make a small disk here');
    }
    try {
      expect(await refused({ dataDir })).toContain(`ENOSPC: the folder ${dataDir} has no space left`);
      expect(readdirSync(dataDir)).toEqual([]);
      spawnSync('mount', ['-o', 'remount,size=170m', dataDir]);
      const small = RealFloor.launch({ dataDir, port: await freePort(), environment: { LOG_LEVEL: 'silent' } });
      await small.ready();
      const { databaseUrl } = JSON.parse(readFileSync(join(dataDir, 'floor.lock'), 'utf8')) as { databaseUrl: string };
      const write = await supplierOf(small, databaseUrl);
      const before = await write();
      const fill = join(dataDir, 'fill');
      fillDisk(fill);
      // Writes go on in the files that are there until one must grow, and each answer is true.
      const acknowledged = [before.body.id];
      let answer = await write();
      for (; answer.status === 201 && acknowledged.length < 5_000; answer = await write()) acknowledged.push(answer.body.id);
      expect(answer).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8', body: { status: 503, requestId: expect.any(String) as string } });
      // The log needs a new file, for which there is no room: the server ends.
      await writeLog(databaseUrl);
      await until('it says why', () => small.output.includes('ENOSPC: the database did not start'));
      expect(await write()).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8' });
      rmSync(fill);
      await until('all well', async () => (await health(small)).state === 'ok');
      expect((await write()).status).toBe(201);
      const kept = new Set((await asked<{ id: string }>(databaseUrl, 'select id from offer')).map(({ id }) => id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      console.log(`${acknowledged.length} writes were acknowledged until the full disk made them 503; all are there`);
      await small.stop();
      await small.gone();
    } finally {
      spawnSync('umount', ['-l', dataDir]);
    }
  });
});

const asked = async <T extends pg.QueryResultRow>(databaseUrl: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Makes a supplier's account on a running floor; the answer posts an offer as that person. */
const supplierOf = async (of: RealFloor, databaseUrl: string): Promise<() => Promise<{ status: number; type: string | null; body: { id: string } }>> => {
  await makeAccounts(parseConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }));
  const post = async (path: string, body: object, token?: string): Promise<{ status: number; type: string | null; body: { id: string; token: string } }> => {
    const response = await fetch(`${of.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as { id: string; token: string } };
  };
  const { token } = (await post('auth/login', { email: 'supplier@techfloor.example', password: PASSWORD })).body;
  const description = randomBytes(600).toString('base64');
  return () => post('offers', { title: 'Máy sấy', kind: 'equipment', description }, token);
};

const fillDisk = (file: string): void => {
  const chunk = Buffer.alloc(1024 * 1024);
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
};

const writeLog = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  for (let i = 0; i < 20; i++) {
    const ended = await client.query(`select pg_logical_emit_message(false, 'x', repeat('y', 4000000)), pg_switch_wal()`).then(() => false, () => true);
    if (ended) break;
  }
  await client.end().catch(() => undefined);
};

const canRead = (uid: number): boolean =>
  spawnSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(join(import.meta.dirname, '../../package.json'))})`], { uid, gid: uid, cwd: '/' }).status === 0;

it('leaves no server behind when a command on a floor that does not run is cut off', async () => {
  const dataDir = join(base, 'command');
  const command = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/start.mjs'), 'cli', 'reconcile'], { env: { PATH: process.env['PATH'], TECHFLOOR_DATA: dataDir }, stdio: 'ignore' });
  await until('its server runs', () => existsSync(join(dataDir, 'floor.lock')) && readFileSync(join(dataDir, 'floor.lock'), 'utf8').includes('databaseUrl'));
  command.kill('SIGINT');
  const code = await new Promise((done) => command.once('exit', done));
  expect(code).toBe(130);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(dataDir, 'floor.lock'))).toBe(false);
});

(isRoot ? it : it.skip)('opens as an ordinary user too', async () => {
  if (!canRead(NOBODY)) return console.log('skipped: an ordinary user may not read this checkout');
  const dataDir = join(base, 'ordinary');
  mkdirSync(dataDir);
  chownSync(dataDir, NOBODY, NOBODY);
  const ordinary = RealFloor.launch({ dataDir, port: await freePort(), uid: NOBODY, gid: NOBODY });
  await ordinary.ready();
  expect(readFileSync(`/proc/${ordinary.postmaster()!}/status`, 'utf8')).toMatch(new RegExp(`Uid:\\s+${NOBODY}`));
  await ordinary.stop();
  await ordinary.gone();
});
