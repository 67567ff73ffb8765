import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '@app/platform';
import { makeAccounts } from '../support/floor.js';
import { dropFolder, freePort, makeFolderFor, RealFloor, until, wait } from '../support/real-floor.js';
import { RedisServer } from '../support/redis.js';
import { inspect } from './checks.js';
import { Load, randomFrom } from './load.js';

// Set by `npm run chaos`; without it a short run.
const minutes = Number(process.env['CHAOS_MINUTES'] ?? 0);
const seedNumber = Number(process.env['CHAOS_SEED'] ?? 20261125);
const RUN_MS = minutes > 0 ? minutes * 60_000 : 20_000;
const withRedis = process.env['CHAOS_REDIS'] === 'yes';
/** `queue`: Redis, which then comes back empty. */
const KILLS = [...(withRedis ? ([['queue'], ['queue', 'worker']] as const) : []), ['database'], ['worker'], ['floor'], ['floor', 'worker', 'database'], ['worker', 'database'], ['floor', 'database']] as const;

const base = makeFolderFor('chaos');
chmodSync(base, 0o755);
let floor: RealFloor;
let redis: RedisServer | undefined;
const floors: RealFloor[] = [];
afterAll(async () => {
  await floor?.stop();
  await redis?.close();
  await dropFolder(base);
});

const open = async (port: number): Promise<void> => {
  floor = RealFloor.launch({ dataDir: join(base, 'data'), port, environment: { LOG_LEVEL: 'error', ...(redis ? { REDIS_URL: redis.url } : {}) } });
  floors.push(floor);
  await floor.ready();
};

const databaseUrl = (): string => (JSON.parse(readFileSync(join(base, 'data/floor.lock'), 'utf8')) as { databaseUrl: string }).databaseUrl;
const configuration = () => parseConfig({ DATABASE_URL: databaseUrl(), LOG_LEVEL: 'silent', TECHFLOOR_DATA: join(base, 'data') });

/** A fault with what the floor logged of its request. */
const explained = (fault: string): string => {
  const id = /"requestId":"([^"]+)"/.exec(fault)?.[1];
  const lines = floors.flatMap(({ output }) => output.split('\n')).filter((line) => id && line.includes(id));
  return [fault, ...lines].join('\n');
};

/** What the command of that name finds; it uses the running floor's database. */
const reconcile = (): string[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/start.mjs'), 'cli', 'reconcile'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TECHFLOOR_DATA: join(base, 'data') },
  });
  return status === 0 ? [] : [`reconcile ends with ${status}: ${stdout}${stderr}`];
};

const well = (): Promise<void> =>
  until('all well', async () => {
    const report = await fetch(`${floor.url}/health/ready`).then((response) => response.json() as Promise<{ state: string }>, () => null);
    return report?.state === 'ok';
  });

it('loses nothing and tells nobody twice, whatever is killed and when', async () => {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  if (withRedis) redis = await RedisServer.start();
  const port = await freePort();
  await open(port);
  await makeAccounts(configuration());
  const random = randomFrom(seedNumber);
  const load = new Load(floor.url, random);
  await load.signIn();
  load.start(6);
  const deadline = performance.now() + RUN_MS;
  const killed: Record<string, number> = {};
  for (let round = 0; performance.now() < deadline || round < KILLS.length; round++) {
    await wait(500 + random() * (minutes > 0 ? 8_000 : 2_000));
    // Every kind once, then by chance.
    const parts = KILLS[round < KILLS.length ? round : Math.floor(random() * KILLS.length)];
    if (redis && (parts as readonly string[]).includes('queue')) await redis.kill().then(() => redis!.startAgain());
    await floor.kill(...parts.filter((part) => part !== 'queue'));
    killed[parts.join('+')] = (killed[parts.join('+')] ?? 0) + 1;
    if ((parts as readonly string[]).includes('floor')) await open(port);
    await well();
    if (minutes > 0 && round % 10 === 9) say(`${round + 1} kills, ${JSON.stringify(load.counts)}, ${load.faults.length} faults`);
  }
  await load.stop();
  await load.compare();
  const { faults, figures } = await inspect(configuration(), join(base, 'data/mail'), floor.url);
  say(`chaos (seed ${seedNumber}): killed ${JSON.stringify(killed)}; calls ${JSON.stringify(load.counts)}; then ${JSON.stringify(figures)}`);
  const reconciled = reconcile();
  expect([...load.faults.map(explained), ...faults, ...reconciled]).toEqual([]);
  expect(load.counts.acknowledged).toBeGreaterThan(100);
  expect(figures['matches']).toBeGreaterThan(0);
  expect(figures['findable']).toBeGreaterThan(0);
}, RUN_MS * 2 + 240_000);
