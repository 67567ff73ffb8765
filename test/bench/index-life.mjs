// How soon an approved offer can be searched, at rest and while an import runs, and what searching people see while the index is
// built anew. The floor runs as real processes (API, worker); Meilisearch too when TEST_MEILI_BINARY names its program, else the
// embedded engine answers. Needs a build; run:
//   node test/bench/index-life.mjs --data FOLDER [--offers 4600] [--samples 60] [--import 4600] [--only approve,import,rebuild]
// The folder keeps the generated floor for the next run; without --data it is made for this run only.
import { fork, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { MEMORY_FLAGS } from './memory-flags.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' }, offers: { type: 'string', default: '4600' }, samples: { type: 'string', default: '60' }, import: { type: 'string', default: '4600' },
    only: { type: 'string', default: 'approve,import,rebuild' },
  },
});
const [OFFERS, SAMPLES, IMPORTED] = [options.offers, options.samples, options.import].map(Number);
const PHASES = options.only.split(',');
const BINARY = process.env.TEST_MEILI_BINARY;
const [PORT, MEILI_PORT] = [24_310, 24_311];
const PASSWORD = 'benchmark';
const SEARCHERS = 4;
/** Two engines may answer one after the other, of which one is fresher: this late a total must count an approved offer. */
const FRESH_MS = 1_000;
const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const { EmbeddedPostgres } = await import(join(dist, 'libs/platform/src/database/embedded/index.js'));

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
mkdirSync(dataDir, { recursive: true });
const meiliDir = join(dataDir, 'meilisearch');
const children = [];

const spread = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50: at(0.5), p95: at(0.95), longest: at(1), count: sorted.length };
};

const start = (name, env) => {
  const child = fork(join(dist, `apps/${name}/src/main.js`), [], {
    env: { ...process.env, ...env, PORT: String(PORT), RATE_LIMIT: '0', LOGIN_RATE_LIMIT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: name === 'worker' ? MEMORY_FLAGS : [],
  });
  children.push(child);
  return child;
};

const startMeilisearch = async () => {
  const child = spawn(BINARY, ['--http-addr', `127.0.0.1:${MEILI_PORT}`, '--no-analytics', '--db-path', meiliDir, '--max-indexing-memory', process.env.BENCH_MEILI_MEMORY ?? '1Gb'], { cwd: dataDir, stdio: 'ignore' });
  children.push(child);
  while (!(await fetch(`http://127.0.0.1:${MEILI_PORT}/health`).then(({ ok }) => ok, () => false))) await pause(100);
  return child;
};

const indexes = async () => (await (await fetch(`http://127.0.0.1:${MEILI_PORT}/indexes?limit=100`)).json()).results.map(({ uid }) => uid);

const call = async (method, path, { body, token } = {}) => {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (response.status >= 300) throw new Error(`${method} ${path} is answered with ${response.status}: ${text.slice(0, 500)}`);
  return text.startsWith('{') ? JSON.parse(text) : text;
};
const search = (query) => call('GET', `/api/v1/offers?${query}`);
const signIn = async (name) => (await call('POST', '/api/v1/auth/login', { body: { email: `${name}@techfloor.example`, password: PASSWORD } })).token;

const wellAfter = async () => {
  const from = performance.now();
  for (;;) {
    const report = await call('GET', '/health/ready').catch(() => null);
    if (report?.state === 'ok') return performance.now() - from;
    await pause(200);
  }
};

/** Letters alone, and unlike all others: a word that no correction takes for another. */
const newWord = () => `zq${Array.from(randomBytes(8), (byte) => 'bcdghklmnprtvx'[byte % 14]).join('')}`;

/** An approved offer: the milliseconds from the answer of the approval until a search finds it, and of these until its document stood in the database. */
const approve = async (people, database) => {
  const word = newWord();
  const body = { title: `Máy sấy ${word}`, kind: 'equipment', summary: 'Sấy nông sản bằng bơm nhiệt.', description: 'Thiết bị cho cơ sở chế biến.', fields: ['food-technology'] };
  const { id } = await call('POST', '/api/v1/offers', { body, token: people.supplier });
  await call('POST', `/api/v1/offers/${id}/submit`, { token: people.supplier });
  await call('POST', `/api/v1/offers/${id}/approve`, { token: people.broker });
  const [from, answered] = [performance.now(), Date.now()];
  for (;;) {
    const { items, engine, total } = await search(`q=${word}&facets=none&size=20`);
    if (items.some((item) => item.id === id)) {
      const ms = performance.now() - from;
      const { rows } = await database.query('select updated_at from search_document where offer_id = $1', [id]);
      return { engine, ms, projectedMs: Math.max(0, rows[0].updated_at - answered) };
    }
    if (performance.now() - from > 60_000) throw new Error(`${word} was not found within a minute, but ${total} others by ${engine}`);
    await pause(10);
  }
};

const measureApprovals = async (people, database, goesOn) => {
  const [times, projected] = [[], []];
  const engines = {};
  while (goesOn(times.length)) {
    const { ms, projectedMs, engine } = await approve(people, database);
    times.push(ms);
    projected.push(projectedMs);
    engines[engine] = (engines[engine] ?? 0) + 1;
    await pause(100);
  }
  return { ...spread(times), projected: spread(projected), engines };
};

const writeRows = (path) => {
  const stamp = Date.now();
  const row = (i) => ({
    code: `L${stamp}-${i}`, supplier: `Nhà cung ứng ${i % 90}`, kind: 'equipment', title: `Máy nhập kiểu ${i}`, summary: 'Thiết bị cho cơ sở chế biến nông sản. '.repeat(4), description: 'Vận hành tự động, bảo hành hai năm, lắp đặt tại chỗ. '.repeat(12),
    lang: 'vi', fields: 'food-technology', keywords: 'máy; chế biến', province: '92', trl: 9, transferModes: 'turnkey', priceMin: 1_000_000 * (1 + i), specs: `Công suất=${i} kg/mẻ`,
  });
  writeFileSync(path, Array.from({ length: IMPORTED }, (_, i) => `${JSON.stringify(row(i))}\n`).join(''));
};

const measureImport = async (people, database, env) => {
  const file = join(dataDir, 'rows.jsonl');
  writeRows(file);
  const before = (await search('facets=none&size=1')).total;
  const from = performance.now();
  const child = spawn(process.execPath, [join(dist, 'apps/cli/src/main.js'), 'import', 'offers', file, '--publish'], { env: { ...process.env, ...env, LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'] });
  let done = false;
  const searchable = (async () => {
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`the import ended with ${code}`);
    while ((await search('facets=none&size=1')).total < before + IMPORTED) await pause(100);
    return performance.now() - from;
  })().finally(() => (done = true));
  const [, measured] = await Promise.all([searchable, measureApprovals(people, database, () => !done)]);
  return { ...measured, importSeconds: Math.round((await searchable) / 1000) };
};

const residentOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/**
 * Other synonyms need another index. Until it has taken over, people search and approve all the time: no search may fail, and a
 * total must lie between what was approved a second before it and what was asked for by its end.
 */
const measureRebuild = async (people, database, worker) => {
  const seen = { searches: 0, failed: 0, wrongTotals: 0, engines: {}, slowest: 0, memory: 0 };
  const known = { least: (await search('facets=none&size=1')).total };
  known.most = known.least;
  const before = known.least;
  let running = true;
  const searcher = async () => {
    while (running) {
      const [least, from] = [known.least, performance.now()];
      try {
        const { total, engine } = await search('facets=none&size=1');
        if (total < least || total > known.most) seen.wrongTotals++;
        seen.engines[engine] = (seen.engines[engine] ?? 0) + 1;
        await search('q=may+say&size=20');
      } catch (error) {
        console.error(error.message);
        seen.failed++;
      }
      seen.searches += 2;
      seen.slowest = Math.max(seen.slowest, performance.now() - from);
      await pause(5);
    }
  };
  const writer = async () => {
    while (running) {
      known.most++;
      await approve(people, database);
      setTimeout(() => known.least++, FRESH_MS);
      await pause(200);
    }
  };
  const observer = async () => {
    while (running) {
      seen.memory = Math.max(seen.memory, residentOf(worker.pid));
      await pause(100);
    }
  };
  const memoryBefore = residentOf(worker.pid);
  const old = new Set(await indexes());
  await database.query(`insert into synonym (id, terms) values (gen_random_uuid(), array[$1, $2])`, [newWord(), newWord()]);
  const loops = [...Array.from({ length: SEARCHERS }, searcher), writer(), observer()];
  // Every process hears of it within half a minute; then the index is built under another name and swapped in.
  const from = performance.now();
  while ((await indexes()).every((uid) => old.has(uid) || uid.endsWith('_next'))) await pause(100);
  await wellAfter();
  const took = performance.now() - from;
  await pause(3_000);
  running = false;
  await Promise.all(loops);
  const [{ n }] = (await database.query(`select count(*)::int as n from search_document where not removed`)).rows;
  const asked = performance.now();
  let last = await search('facets=none&size=1');
  while (last.total !== n && performance.now() - asked < 10_000) last = await search('facets=none&size=1');
  const endsWith = { documents: n, total: last.total, engine: last.engine, afterMs: Math.round(performance.now() - asked) };
  return { ...seen, slowest: Math.round(seen.slowest), approved: known.most - before, rebuildSeconds: Math.round(took / 1000), memoryBefore: Math.round(memoryBefore), memory: Math.round(seen.memory), endsWith };
};

const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
const database = new pg.Client({ connectionString: server.url });
try {
  await database.connect();
  const env = { DATABASE_URL: server.url, TECHFLOOR_DATA: dataDir, PUBLIC_URL: `http://127.0.0.1:${PORT}`, ...(BINARY ? { MEILI_URL: `http://127.0.0.1:${MEILI_PORT}` } : {}) };
  const isEmpty = await database.query('select from offer limit 1').then(({ rowCount }) => rowCount === 0, () => true);
  if (isEmpty) {
    const made = spawnSync(process.execPath, [join(dist, 'apps/cli/src/main.js'), 'demo', '--size', String(OFFERS), '--seed', '7'], { env: { ...process.env, ...env, TECHFLOOR_DEMO_PASSWORD: PASSWORD }, stdio: ['ignore', 'ignore', 'inherit'] });
    if (made.status !== 0) throw new Error(`the floor could not be made: ${made.status}`);
  }
  if (BINARY) await startMeilisearch();
  start('api', env);
  const worker = start('worker', env);
  console.log(`well after ${((await wellAfter()) / 1000).toFixed(1)} s${existsSync(meiliDir) ? ' (with the filling of Meilisearch where it was empty)' : ''}`);
  const people = { supplier: await signIn('supplier'), broker: await signIn('broker') };
  const { total, engine } = await search('facets=none&size=1');
  console.log(`${total} offers, ${engine}, node ${process.version}`);
  const print = (name, figures) => console.log(`${name}: ${JSON.stringify(figures)}`);
  if (PHASES.includes('approve')) print('from approval to search, ms', await measureApprovals(people, database, (count) => count < SAMPLES));
  if (PHASES.includes('import')) print(`the same while ${IMPORTED} offers are imported, ms`, await measureImport(people, database, env));
  if (PHASES.includes('rebuild') && BINARY) print('index built anew under load', await measureRebuild(people, database, worker));
} finally {
  await database.end().catch(() => undefined);
  await Promise.all(children.reverse().map((child) => new Promise((resolve) => (child.exitCode === null ? (child.once('exit', resolve), child.kill('SIGTERM')) : resolve()))));
  await server.stop();
  if (!options.data) rmSync(dataDir, { recursive: true, force: true });
}
