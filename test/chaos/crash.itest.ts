import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '@app/platform';
import pg from 'pg';
import { makeAccounts } from '../support/floor.js';
import { hasMeilisearch } from '../support/meilisearch.js';
import { dropFolder, freePort, makeFolderFor, RealFloor, until, wait } from '../support/real-floor.js';
import { type Ask, inspect, settle } from './checks.js';
import { type FaultKind, kills, type Part, Surroundings } from './faults.js';
import { Load, randomFrom } from './load.js';

// Set by `npm run chaos`; without it a short run with kills only.
const minutes = Number(process.env['CHAOS_MINUTES'] ?? 0);
const seedNumber = Number(process.env['CHAOS_SEED'] ?? 20261125);
const withRedis = process.env['CHAOS_REDIS'] === 'yes';
const only = new RegExp(process.env['CHAOS_ONLY'] ?? '');
const isLong = minutes > 0;
const RUN_MS = isLong ? minutes * 60_000 : 20_000;
/** So many acknowledged writes lie between two looks whether everything agrees. */
const CHECKED_EVERY = 1_000;
const PEOPLE = 6;
/** Characters of the floor's log that are shown when it does not become well again. */
const LOG_SHOWN = 5_000;

const base = makeFolderFor('chaos');
chmodSync(base, 0o755);
let floor: RealFloor;
let surroundings: Surroundings;
const floors: RealFloor[] = [];
afterAll(async () => {
  await floor?.stop();
  await surroundings?.close();
  await dropFolder(base);
});

const open = async (port: number): Promise<void> => {
  floor = RealFloor.launch({ dataDir: join(base, 'data'), port, environment: { LOG_LEVEL: isLong ? 'info' : 'error', ...surroundings.environment } });
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

/** Waits until the floor says that all is well, and says else what it says and has logged. */
const well = async (): Promise<void> => {
  let report: { state: string } | null = null;
  await until('all well', async () => {
    report = await fetch(`${floor.url}/health/ready`).then((response) => response.json() as Promise<{ state: string }>, () => null);
    return report?.state === 'ok';
  }, 120_000).catch((error: Error) => {
    throw new Error(`${error.message}, but ${JSON.stringify(report)}\n${floor.output.slice(-LOG_SHOWN)}`);
  });
};

/** A connection of its own for each statement: the server may be killed between two. */
const ask: Ask = async (sql, params) => {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, params)).rows;
  } finally {
    await client.end();
  }
};

const faultsOf = (port: number): FaultKind[] => {
  let isDown = false;
  const target = {
    kill: async (...parts: Part[]) => {
      await floor.kill(...parts);
      isDown = parts.includes('floor');
    },
    bringBack: async () => {
      if (isDown) await open(port);
      isDown = false;
    },
    passTimeForMails: async (minutesPassed: number) =>
      void (await ask(`update delivery set due_at = due_at - make_interval(mins => $1) where state = 'waiting' and error is not null`, [minutesPassed])),
  };
  return [...kills(target), ...(isLong ? surroundings.kinds(target) : [])].filter(({ name }) => only.test(name));
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Lets people rest, waits until nothing is on its way, and compares everything with the log. */
const checkpoint = async (load: Load): Promise<string[]> => {
  await load.stop();
  const found = [...(await settle(ask)), ...reconcile()];
  load.start(PEOPLE);
  return found;
};

it('loses nothing and tells nobody twice, whatever fails and when', async () => {
  const mailFolder = join(base, 'sent');
  surroundings = await Surroundings.open(mailFolder, { redis: withRedis, meilisearch: isLong && hasMeilisearch });
  if (isLong && !hasMeilisearch) say('Meilisearch is left out: set TEST_MEILI_BINARY to its program');
  if (isLong && !withRedis) say('Redis is left out: it comes with --redis');
  const port = await freePort();
  await open(port);
  await makeAccounts(configuration());
  const random = randomFrom(seedNumber);
  const load = new Load(floor.url, random);
  await load.signIn();
  load.start(PEOPLE);
  const kinds = faultsOf(port);
  const checks: { writes: number; drift: string[] }[] = [];
  const deadline = performance.now() + RUN_MS;
  for (let round = 0; performance.now() < deadline || round < kinds.length; round++) {
    await wait(500 + random() * (isLong ? 4_000 : 2_000));
    // Every kind once, then by chance.
    const kind = kinds[round < kinds.length ? round : Math.floor(random() * kinds.length)];
    load.tally.begin(kind.name);
    const began = performance.now();
    await kind.begin();
    if (isLong) await wait(random() * 6_000);
    await kind.end();
    await well();
    load.tally.end((performance.now() - began) / 1_000);
    if (isLong && load.counts.acknowledged >= CHECKED_EVERY * (checks.length + 1)) {
      checks.push({ writes: load.counts.acknowledged, drift: await checkpoint(load) });
      say(`${round + 1} faults, ${JSON.stringify(load.counts)}, ${load.faults.length} findings; reconcile: ${checks.at(-1)!.drift.join('; ') || 'no drift'}`);
    }
  }
  await load.stop();
  await load.compare();
  const { faults, figures } = await inspect(configuration(), mailFolder, floor.url);
  const seenFaults = kinds.filter(({ unseen }) => unseen).flatMap(({ name }) => noticed(name, load));
  const findings = [...load.faults.map(explained), ...seenFaults, ...checks.flatMap(({ drift }) => drift), ...faults, ...reconcile()];
  say(reportOf(load, figures, checks, findings));
  expect(findings).toEqual([]);
  expect(load.counts.acknowledged).toBeGreaterThan(100);
  expect(figures['matches']).toBeGreaterThan(0);
  expect(figures['findable']).toBeGreaterThan(0);
}, RUN_MS * 2 + 600_000);

/** The servers around the floor may fail without anybody's noticing. */
const noticed = (name: string, load: Load): string[] => {
  const seen = load.tally.byFault.get(name);
  if (!seen || seen.later + seen.failed + seen.cut + seen.searchesNotAnswered === 0) return [];
  return [`people noticed "${name}": ${JSON.stringify(seen)}`];
};

const reportOf = (load: Load, figures: Record<string, number>, checks: { writes: number; drift: string[] }[], findings: string[]): string => {
  const without = checks.filter(({ drift }) => drift.length === 0).length;
  const report = [
    `# Chaos, seed ${seedNumber}, ${isLong ? `${minutes} minutes` : 'short'}`,
    `Calls that write: ${JSON.stringify(load.counts)} (unknown: cut off, so that it may have happened).`,
    load.tally.table(),
    `After it: ${JSON.stringify(figures)}.`,
    `reconcile at every ${CHECKED_EVERY} acknowledged writes: ${without} of ${checks.length} without drift.`,
    findings.length === 0 ? 'Nothing lost, nobody told twice, no drift.' : `Findings:\n${findings.map((finding) => `- ${finding}`).join('\n')}`,
  ].join('\n\n');
  const file = process.env['CHAOS_REPORT'];
  if (file) writeFileSync(file, `${report}\n`);
  return report;
};
