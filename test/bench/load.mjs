// How long a process takes until its engine in memory answers, from the terms that are stored. Needs a build; run:
//   node test/bench/load.mjs [offers=4600] [rounds=3]
// Node's own flags, such as those of `npm start`, are handed on to the API.
// Makes its own demo floor, or takes the one that DATABASE_URL names. Prints the start of the API until it is ready (its readiness waits
// for the engine), and within one process: reading the rows alone, then reading and filling an index.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

const [offers = 4600, rounds = 3] = process.argv.slice(2).map(Number);
const PORT = 4913;
const dist = join(import.meta.dirname, '../../dist');
const load = (path) => import(join(dist, 'libs', path));
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const TICKS_A_SECOND = 100;

const processorOf = (pid) => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
  return ((user + system) * 1000) / TICKS_A_SECOND;
};
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const startOfTheApi = async (url) => {
  const from = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, join(dist, 'apps/api/src/main.js')], { env: { ...process.env, DATABASE_URL: url, PORT: String(PORT), LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'] });
  const isReady = () => fetch(`http://127.0.0.1:${PORT}/health/ready`).then((r) => r.status === 200, () => false);
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(`API ready: ${seconds(performance.now() - from)} of clock, ${seconds(processorOf(child.pid))} of processor, resident at most ${peakOf(child.pid).toFixed(0)} MiB`);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill();
  await ended;
};

const within = async (url) => {
  const [{ DocumentFollower }, { SearchDocumentRepository }, { IndexLoader }, { EmbeddedIndex }] = await Promise.all(
    ['application/document-follower.js', 'data/search-document.repository.js', 'application/index-loader.js', 'adapters/embedded-index.js'].map((path) => load(`search/src/${path}`)),
  );
  const { Database, databaseOptions } = await load('platform/src/index.js');
  const source = await new DataSource(databaseOptions(url)).initialize();
  const database = new Database(source);
  const documents = new SearchDocumentRepository();
  const timed = async (name, take) => {
    const follower = new DocumentFollower(database, documents, console);
    follower.form = 'terms';
    const [from, used] = [performance.now(), process.cpuUsage()];
    await follower.readAll(take);
    const { user, system } = process.cpuUsage(used);
    console.log(`${name}: ${seconds(performance.now() - from)} of clock, ${seconds((user + system) / 1000)} of processor`);
  };
  const loader = new IndexLoader(database, documents, console);
  for (let round = 0; round < rounds; round++) {
    await timed('reading alone', async () => undefined);
    const index = new EmbeddedIndex();
    await timed('reading and filling', (page) => loader.bring(page, index));
    if (round === 0) console.log(`${index.size} offers`);
  }
  await source.destroy();
};

const measure = async (url) => {
  for (let round = 0; round < rounds; round++) await startOfTheApi(url);
  await within(url);
};

if (process.env.DATABASE_URL) await measure(process.env.DATABASE_URL);
else {
  const { EmbeddedPostgres } = await load('platform/src/database/embedded/index.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
  const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
  try {
    const demo = spawnSync(process.execPath, [join(dist, 'apps/cli/src/main.js'), 'demo', '--size', String(offers), '--seed', '7'], {
      encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.url, TECHFLOOR_DATA: dataDir, TECHFLOOR_DEMO_PASSWORD: 'benchmark' },
    });
    if (demo.status !== 0) throw new Error(demo.stderr);
    await measure(server.url);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
process.exit(0);
