// What a worker holds while it works off the events of an import. Needs a build; run:
//   node test/bench/worker-memory.mjs [rows=100000] [demo=23000] [folder]
// Loads a demo floor and imports with no worker beside it, then starts one with the flags of `npm start`, until the outbox is empty and a
// minute longer. Prints each ten seconds the most that was resident, what the heap held after its last full collection, and buffers.
import { fork, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { writeRows } from './import-rows.mjs';
import { MEMORY_FLAGS } from './memory-flags.mjs';

const [rows, demo] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 23_000)];
const dist = join(import.meta.dirname, '../../dist');
const STEP_S = 10;
const QUIET_S = 60;
const MIB = 1024 * 1024;
const { EmbeddedPostgres } = await import(join(dist, 'libs/platform/src/database/embedded/index.js'));

const dataDir = process.argv[4] ?? mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
mkdirSync(dataDir, { recursive: true });
chmodSync(dataDir, 0o755);

/** Runs within the worker: tells its memory each second. */
const telling = () => {
  let live = 0;
  const { PerformanceObserver } = process.getBuiltinModule('node:perf_hooks');
  const FULL_COLLECTION = 4;
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ detail }) => detail.kind === FULL_COLLECTION)) live = process.memoryUsage().heapUsed;
  }).observe({ entryTypes: ['gc'] });
  setInterval(() => process.send?.({ memory: { ...process.memoryUsage(), live } }), 1_000).unref();
};

const cli = (env, ...args) => {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...MEMORY_FLAGS, join(dist, 'apps/cli/src/main.js'), ...args], { encoding: 'utf8', env: { ...process.env, ...env, LOG_LEVEL: 'error' } });
  if (status !== 0) throw new Error(stderr);
  console.log(`${args[0]}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
};

const watch = async (env, client) => {
  const preload = `data:text/javascript,${encodeURIComponent(`(${telling})()`)}`;
  const worker = fork(join(dist, 'apps/worker/src/main.js'), [], { env: { ...process.env, ...env, LOG_LEVEL: 'error' }, execArgv: [...MEMORY_FLAGS, '--import', preload], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let seen = [];
  worker.on('message', ({ memory }) => memory && seen.push(memory));
  const most = (name) => Math.round(Math.max(0, ...seen.map((memory) => memory[name])) / MIB);
  const count = async (table) => (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n;
  console.log('| s | resident | heap after a collection | buffers | in the outbox | documents |\n| ---: | ---: | ---: | ---: | ---: | ---: |');
  for (let [second, quiet] = [0, 0]; quiet < QUIET_S && worker.exitCode === null; ) {
    await pause(STEP_S * 1_000);
    second += STEP_S;
    const waiting = await count('outbox');
    quiet = waiting === 0 ? quiet + STEP_S : 0;
    console.log(`| ${second} | ${most('rss')} | ${most('live')} | ${most('arrayBuffers')} | ${waiting} | ${await count('search_document')} |`);
    seen = [];
  }
  await new Promise((resolve) => (worker.once('exit', resolve), worker.kill('SIGTERM')));
};

const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
const client = new pg.Client({ connectionString: server.url });
try {
  await client.connect();
  const env = { DATABASE_URL: server.url, TECHFLOOR_DATA: dataDir, TECHFLOOR_DEMO_PASSWORD: 'benchmark' };
  const file = join(dataDir, 'offers.jsonl');
  writeRows(file, rows);
  if (demo > 0) cli(env, 'demo', '--size', String(demo), '--seed', '7');
  cli(env, 'import', 'offers', file, '--publish');
  await watch(env, client);
} finally {
  await client.end().catch(() => undefined);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
