// An import on a floor with many saved searches, with API and worker beside it as processes: how long until everything can be found, until
// every request has been compared, and until every saved search has been told of what it finds. Needs a build; run:
//   node test/bench/saved-searches.mjs [offers=4640] [searches=10000] [imported=500]
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pickWith, randomOf } from './search-corpora.mjs';
import { bare, slip } from './search-queries.mjs';

const [offers = 4640, searches = 10_000, imported = 500] = process.argv.slice(2).map(Number);
const PORT = 4915;
const dist = join(import.meta.dirname, '../../dist');
const { EmbeddedPostgres } = await import(join(dist, 'libs/platform/src/database/embedded/index.js'));
const random = randomOf(5);
const pick = pickWith(random);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
const env = { ...process.env, DATABASE_URL: server.url, TECHFLOOR_DATA: dataDir, TECHFLOOR_DEMO_PASSWORD: 'benchmark', PORT: String(PORT), RATE_LIMIT: '0', LOG_LEVEL: 'error' };
const cli = (...args) => {
  const done = spawnSync(process.execPath, [join(dist, 'apps/cli/src/main.js'), ...args], { env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
};
const children = [];
const client = new pg.Client({ connectionString: server.url });
const value = async (sql, params) => Object.values((await client.query(sql, params)).rows[0])[0];
try {
  cli('demo', '--size', String(offers), '--seed', '7');
  await client.connect();
  const titles = (await client.query('select title from offer_revision order by md5(id::text) limit 5000')).rows.map(({ title }) => title);
  const queries = Array.from({ length: searches }, () => {
    const words = pick(titles).split(/\s+/);
    const length = 2 + Math.floor(random() * 3);
    const from = Math.floor(random() * Math.max(1, words.length - length));
    const text = words.slice(from, from + length).join(' ').toLowerCase();
    const way = random();
    return new URLSearchParams({ q: way < 0.2 ? bare(text) : way < 0.3 ? slip(text, random) : text }).toString();
  });
  await client.query(
    `insert into saved_search (id, account_id, name, query, frequency) select uuidv7(), (select id from account order by id limit 1), 'x', q, 'daily' from (select distinct unnest($1::text[]) as q) as asked`, [queries],
  );
  const file = join(dataDir, 'offers.jsonl');
  writeFileSync(file, Array.from({ length: imported }, (_, i) => `${JSON.stringify({ code: `S${i}`, supplier: `Nhà cung ứng ${i % 9}`, kind: 'equipment', title: `${pick(titles)} kiểu ${i}`, summary: pick(titles), lang: 'vi', fields: 'mechanical', transferModes: 'turnkey' })}\n`).join(''));
  for (const app of ['api', 'worker']) children.push(fork(join(dist, `apps/${app}/src/main.js`), [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  const total = async () => (await (await fetch(`http://127.0.0.1:${PORT}/api/v1/offers?size=1&facets=none`)).json()).total;
  while (!(await total().then(() => true, () => false))) await pause(100);
  await pause(3_000);

  const before = await total();
  const from = performance.now();
  const since = () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  const importing = fork(join(dist, 'apps/cli/src/main.js'), ['import', 'offers', file, '--publish'], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const reached = {};
  importing.on('exit', () => (reached['the import has ended'] = since()));
  const marks = (handler) => value(`select count(*)::int from handled where handler = $1`, [handler]);
  const steps = {
    'all can be found': async () => (await total()) >= before + imported,
    'all requests have been compared': async () => (await marks('FindMatchesHandler.onImport')) > 0,
    'all saved searches have been told': async () => (await marks('PercolateHandler.onImport')) > 0,
    'nothing waits any more': async () => reached['all saved searches have been told'] && (await value(`select count(*)::int from outbox o where not exists (select from handled h where h.event_id = o.event_id)`)) === 0,
  };
  while (Object.keys(reached).length < Object.keys(steps).length + 1) {
    for (const [name, isReached] of Object.entries(steps)) if (!reached[name] && (await isReached())) reached[name] = since();
    await pause(50);
  }
  console.log(`${offers} offers, ${await value('select count(*)::int from saved_search')} saved searches, ${imported} offers imported`);
  for (const [name, at] of Object.entries(reached)) console.log(`${name}: ${at}`);
  console.log(`${await value('select count(*)::int from saved_search_hit')} hits of ${await value('select count(distinct saved_search_id)::int from saved_search_hit')} searches`);
} finally {
  for (const child of children) child.kill('SIGKILL');
  await client.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
