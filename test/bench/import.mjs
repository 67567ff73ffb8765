// An import until every offer can be searched, against COPY of the same rows with the same indexes into the same database.
// The floor runs beside it as real processes: API with its engine in memory, and the worker. Needs a build; run:
//   node test/bench/import.mjs [offers=4600] [file]
// Meanwhile two callers search. Prints seconds, rows a second, the ratio, and how long the API's event loop was held up.
import { fork, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { WORDS, writeRows } from './import-rows.mjs';

const [offers, given] = [Number(process.argv[2] ?? 4600), process.argv[3]];
const PORT = 4210;
const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const { EmbeddedPostgres } = await import(join(dist, 'libs/platform/src/database/embedded/index.js'));

const seconds = (ms) => (ms / 1000).toFixed(2);
const since = (start) => performance.now() - start;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const children = [];
const start = (app, env) => {
  const child = fork(join(dist, `apps/${app}/src/main.js`), [], { env: { ...process.env, ...env, PORT: String(PORT), RATE_LIMIT: '0', LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
};

const api = (path) => fetch(`http://127.0.0.1:${PORT}${path}`);
const ready = async () => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await api('/health/ready').then((r) => r.status === 200, () => false)) return;
    await pause(100);
  }
  throw new Error('The API did not start');
};
const found = async () => (await (await api('/api/v1/offers?size=1&facets=none')).json()).total;

const runImport = (file, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(dist, 'apps/cli/src/main.js'), 'import', 'offers', file, '--publish'], { env: { ...process.env, ...env, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('close', (code) => (code === 0 ? resolve(out.trim().split('\n').at(-1)) : reject(new Error(`The import ended with ${code}: ${out}`))));
  });

/** The longest holdings-up of the API's event loop, asked from outside: a trivial call every 10 ms. */
const probe = async (stop) => {
  const waits = [];
  while (!stop.done) {
    const from = performance.now();
    await (await api('/health/live')).arrayBuffer();
    waits.push(since(from));
    await pause(10);
  }
  const sorted = waits.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)], max: sorted.at(-1) };
};

/** Somebody who searches without a break; answers how many searches there were. */
const searching = async (stop) => {
  let count = 0;
  for (; !stop.done; count++) {
    const asked = Array.from({ length: 2 + (count % 3) }, (_, i) => WORDS[(count * 7 + i) % WORDS.length]).join(' ');
    const answer = await api(`/api/v1/offers?q=${encodeURIComponent(asked)}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`A search was answered with ${answer.status}`);
  }
  return count;
};

/** The event loop's delays since they were last asked for, in ms. */
const loopDelays = async () => {
  const text = await (await api('/metrics')).text();
  const value = (name) => (1000 * Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1])).toFixed(1);
  return `p50 ${value('p50')} ms, p90 ${value('p90')} ms, p99 ${value('p99')} ms, longest ${value('max')} ms`;
};

const TABLES = ['offer', 'offer_revision', 'offer_specification', 'search_document'];

const copyTime = async (client, folder) => {
  for (const table of TABLES) await client.query(`copy ${table} to '${join(folder, table)}'`);
  for (const table of TABLES) await client.query(`create table copy_of_${table} (like ${table} including all)`);
  const from = performance.now();
  await client.query('begin');
  for (const table of TABLES) await client.query(`copy copy_of_${table} from '${join(folder, table)}'`);
  await client.query('commit');
  return since(from);
};

const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
const copies = mkdtempSync(join(tmpdir(), 'techfloor-copies-'));
chmodSync(dataDir, 0o755);
chmodSync(copies, 0o777);
const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
const client = new pg.Client({ connectionString: server.url });
try {
  await client.connect();
  const env = { DATABASE_URL: server.url };
  const file = given ?? join(dataDir, 'offers.jsonl');
  if (!given) writeRows(file, offers);
  start('api', env);
  start('worker', env);
  await ready();
  await pause(2_000);

  const stop = { done: false };
  await loopDelays();
  const probing = probe(stop);
  const callers = [searching(stop), searching(stop)];
  const from = performance.now();
  let written = 0;
  const line = runImport(file, env).then((last) => ((written = since(from)), last));
  const expected = await line.then((last) => Number(/created=(\d+)/.exec(last)[1]));
  while ((await found()) < expected) await pause(20);
  const searchable = since(from);
  stop.done = true;
  const waits = await probing;
  const searches = (await Promise.all(callers)).reduce((sum, count) => sum + count, 0);
  const delays = await loopDelays();
  const copy = await copyTime(client, copies);

  console.log(`${await line}`);
  console.log('| | s | rows/s |\n| --- | ---: | ---: |');
  console.log(`| COPY of the same rows with their indexes | ${seconds(copy)} | ${Math.round(expected / (copy / 1000))} |`);
  console.log(`| import, all written (with the start of the command) | ${seconds(written)} | ${Math.round(expected / (written / 1000))} |`);
  console.log(`| import until all are searchable | ${seconds(searchable)} | ${Math.round(expected / (searchable / 1000))} |`);
  console.log(`ratio import until searchable : COPY = ${(searchable / copy).toFixed(1)}`);
  console.log(`a trivial call to the API meanwhile: p50 ${waits.p50.toFixed(1)} ms, p99 ${waits.p99.toFixed(1)} ms, longest ${waits.max.toFixed(0)} ms`);
  console.log(`delay of its event loop (nodejs_eventloop_lag), with ${searches} searches: ${delays}`);
} finally {
  await client.end().catch(() => undefined);
  await Promise.all(children.map((child) => new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGTERM')))));
  await server.stop();
  for (const folder of [dataDir, copies]) rmSync(folder, { recursive: true, force: true });
}
