import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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
  await Promise.all([api, worker].map((floor) => floor?.stop()));
  await redis?.close();
  await dropFolder(base);
  await ask(server, 'drop database separate with (force)');
});

describe('API and worker as processes of their own', () => {
  it('both know every migration', () => {
    const files = (readdirSync(join(import.meta.dirname, '../../libs'), { recursive: true }) as string[]).filter((file) => /\/migrations\/\d+-[^/]+\.ts$/.test(file));
    expect(registeredMigrations()).toHaveLength(files.length);
  });

  it('start together on an empty database, which one of them makes', async () => {
    const environment = { DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:1', METRICS_TOKEN: 'prometheus', ...(redis ? { REDIS_URL: redis.url } : {}) };
    api = RealFloor.launch({ app: 'api', dataDir: join(base, 'api'), port: await freePort(), environment });
    worker = RealFloor.launch({ app: 'worker', dataDir: join(base, 'worker'), port: 1, environment });
    await Promise.all([api.ready(), worker.ready()]);
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

  it('health says that nobody works when the worker has left, and goes on', async () => {
    await worker.stop();
    const health = async (): Promise<{ state: string; parts: { worker: { state: string } } }> => (await fetch(`${api.url}/health/ready`)).json() as never;
    await until('degraded', async () => (await health()).parts.worker.state === 'degraded');
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
  });
});
