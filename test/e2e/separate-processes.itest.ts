import { execFile } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { createServer, request as onTo, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { registeredMigrations } from '@app/platform';
import { dropFolder, freePort, makeFolderFor, RealFloor, until } from '../support/real-floor.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import '../../apps/worker/src/worker.module.js';

const base = makeFolderFor('separate');
chmodSync(base, 0o755);
const server = process.env['TEST_DATABASE_URL']!;
const databaseUrl = server.replace('/techfloor?', '/separate?');
let redis: RedisServer | undefined;
let api: RealFloor;
let worker: RealFloor;
let web: RealFloor;
let proxy: Server;
let address: string;

/** One address for both, as docker/Caddyfile makes it. */
const startProxy = (port: number, apiPort: number, webPort: number): Promise<Server> => {
  const server = createServer((incoming, outgoing) => {
    const toApi = /^\/(api|health|metrics)(\/|$|\?)/.test(incoming.url!);
    const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress!, 'x-forwarded-proto': 'http', 'x-forwarded-host': incoming.headers.host! };
    const onward = onTo({ host: '127.0.0.1', port: toApi ? apiPort : webPort, method: incoming.method, path: incoming.url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
};

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(({ rows }) => rows as Record<string, unknown>[]).finally(() => client.end());
};

beforeAll(async () => {
  await ask(server, 'create database separate');
  if (hasRedis) redis = await RedisServer.start();
  else console.log('without Redis, as there is no redis-server on this machine: the queue is in PostgreSQL');
});
afterAll(async () => {
  proxy?.close();
  await Promise.all([api, worker, web].map((floor) => floor?.stop()));
  await redis?.close();
  await dropFolder(base);
  await ask(server, 'drop database separate with (force)');
});

const run = (...words: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/start.mjs'), 'cli', ...words], { env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl } });

describe('API, pages and worker as processes of their own', () => {
  it('both know every migration', () => {
    const files = (readdirSync(join(import.meta.dirname, '../../libs'), { recursive: true }) as string[]).filter((file) => /\/migrations\/\d+-[^/]+\.ts$/.test(file));
    expect(registeredMigrations()).toHaveLength(files.length);
  });

  it('start together on an empty database, which one of them makes', async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const environment = { DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', METRICS_TOKEN: 'prometheus', PUBLIC_URL: address, TRUST_PROXY: '127.0.0.1', ...(redis ? { REDIS_URL: redis.url } : {}) };
    api = RealFloor.launch({ app: 'api', dataDir: join(base, 'api'), port: await freePort(), environment });
    worker = RealFloor.launch({ app: 'worker', dataDir: join(base, 'worker'), port: 1, environment });
    web = RealFloor.launch({ app: 'web', dataDir: join(base, 'web'), port: await freePort(), environment });
    await Promise.all([api.ready(), worker.ready(), web.ready()]);
    proxy = await startProxy(port, api.place.port, web.place.port);
    const health = async (): Promise<unknown> => (await fetch(`${api.url}/health/ready`)).json();
    expect(await health()).toMatchObject({ state: 'ok', parts: { database: { state: 'ok' }, queue: { state: 'ok' }, worker: { state: 'ok' } } });
    expect(await ask(databaseUrl, 'select count(*)::int as n, count(distinct name)::int as names from migrations')).toEqual([{ n: registeredMigrations().length, names: registeredMigrations().length }]);
  });

  it('show the worker’s memory and delay, the queues and the own process to whom has the token', async () => {
    expect((await fetch(`${api.url}/metrics`)).status).toBe(404);
    const page = await (await fetch(`${api.url}/metrics`, { headers: { authorization: 'Bearer prometheus' } })).text();
    for (const name of ['techfloor_queue_up 1', 'techfloor_queue_jobs{queue="bulk",state="waiting"} 0', 'techfloor_outbox_pending 0', 'techfloor_dead_letters 0', 'nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(page).toContain(name);
    }
    expect(page).toMatch(/techfloor_worker_memory_bytes\{worker="[^"]+\.\d+"\} \d{8,}/);
    expect(page).toMatch(/techfloor_worker_event_loop_delay_p99_seconds\{worker="[^"]+"\} 0\.\d+/);
  });

  it('share one address behind a proxy: who signs in on the page is known to the API', async () => {
    const { stdout } = await run('create-admin', 'an@techfloor.example');
    const password = /password: (\S+)/.exec(stdout)![1];
    const form = await fetch(`${address}/vi/dang-nhap`);
    expect(form.status).toBe(200);
    const action = /<form[^>]+action="([^"]*)"[^>]*method="post"|<form[^>]+method="post"[^>]+action="([^"]*)"/.exec(await form.text());
    const signedIn = await fetch(`${address}${action?.[1] ?? action?.[2] ?? '/vi/dang-nhap'}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email: 'an@techfloor.example', password }),
    });
    expect(signedIn.status).toBe(303);
    const cookie = signedIn.headers.getSetCookie()[0].split(';')[0];
    const me = await fetch(`${address}/api/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ email: 'an@techfloor.example', roles: ['admin'] });
    // A form of another site is refused although the browser sends the cookie.
    const foreign = await fetch(`${address}/api/v1/auth/logout`, { method: 'POST', headers: { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${address}/en/`)).status).toBe(200);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  it('list the jobs that have failed for good and send them again from the command line', async () => {
    await ask(databaseUrl, `insert into dead_letter (handler, job, queue, data, error) values ('send-mail', 'send-mail', 'interactive', '{"deliveryId": "01890000-0000-7000-8000-000000000000"}', 'the server
was away')`);
    expect(await (await fetch(`${api.url}/health/ready`)).json()).toMatchObject({ state: 'degraded', parts: { jobs: { state: 'degraded' } } });
    await expect(run('dead-letters')).rejects.toMatchObject({ code: 3, stdout: expect.stringMatching(/^\d+\t\S+Z\tsend-mail\t-\t-\tthe server was away\n$/) });
    expect(await run('dead-letters', '--retry')).toMatchObject({ stdout: 'sent=1\n' });
    expect(await run('dead-letters')).toMatchObject({ stdout: '' });
    await expect(run('dead-letters', '--retry', 'x')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Usage: dead-letters') });
  });

  it('health says that nobody works when the worker has left, and goes on', async () => {
    await worker.stop();
    const health = async (): Promise<{ state: string; parts: { worker: { state: string } } }> => (await fetch(`${api.url}/health/ready`)).json() as never;
    await until('degraded', async () => (await health()).parts.worker.state === 'degraded');
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
  });
});
