// Our API over HTTP on one machine with its callers and the database. Needs a build; run:
//   node test/bench/http.mjs [--meilisearch] [--data=FOLDER] [offers=4600] [seconds=5] [rounds=5]
// In turns against a bare Nest + Fastify application: an offer with the same statement; a search with the same engine and a ready
// answer, without and with the same reading of hits. Then searches as people type them, the hard ones too. With TEST_MEILI_URL (an
// empty server) also a search through Meilisearch against the very calls it makes, sent straight to the server, and against a bare
// application that makes them and has its answer ready; --meilisearch leaves the rest out. FOLDER is kept, and its offers are taken in the next run, with the same server.
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { pickWith, randomOf } from './search-corpora.mjs';
import { EASY, FACETS, HARD, syllablesOf } from './search-queries.mjs';
import { RecordingProxy } from './recording-proxy.mjs';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { meilisearch: { type: 'boolean' }, data: { type: 'string' } } });
const [offers = 4600, seconds = 5, rounds = 5] = positionals.map(Number);
const root = join(import.meta.dirname, '../..');
const { EmbeddedPostgres } = await import(join(root, 'dist/libs/platform/src/database/embedded/index.js'));

const QUERIES = [
  'máy sấy', 'may say xoai', 'máy ép dầu dừa', 'xử lý nước thải', 'cá tra', 'phần mềm quản lý', 'mya sấy', 'lúa gạo', 'năng lượng mặt trời',
  'đóng gói trái cây 500 kg', 'thiết bị lọc nước', 'tôm thẻ chân trắng', 'mays saays', 'nhà kính trồng rau', 'cảm biến độ mặn', 'dây chuyền chế biến',
];

const isFilled = options.data !== undefined && existsSync(options.data);
const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
const children = [];

const until = async (holds, what, seconds = 60) => {
  for (let attempt = 0; attempt < seconds * 10; attempt++) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not happen`);
};

const startProcess = (script, port, env) => {
  const all = { ...process.env, PORT: String(port), RATE_LIMIT: '0', LOG_LEVEL: 'error', PUBLIC_URL: `http://127.0.0.1:${port}`, ...env };
  const child = fork(join(root, script), [], { env: all, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  return child;
};

const startServer = async (script, port, env) => {
  const child = startProcess(script, port, env);
  await until(() => fetch(`http://127.0.0.1:${port}/health/ready`).then((r) => r.status === 200 || r.status === 404), `the start of ${script}`, 60 + offers / 500);
  return child;
};

const shuffle = randomOf(5);
/** All facets in an order in which nobody has asked for them: the same work, of which no answer is kept. */
const anew = () => `facets=${FACETS.map((name) => [shuffle(), name]).sort(([a], [b]) => a - b).map(([, name]) => name).join(',')}`;

/** More searches than answers are kept, so that each caller's list can be begun again. */
const LIST = 300;
const searchesAnew = (urls) =>
  Array.from({ length: Math.max(urls.length, LIST) }, (_, i) => ({ method: 'GET', path: `${urls[i % urls.length].pathname}${urls[i % urls.length].search}&${anew()}` }));

/** Eight callers that go through these; `isAnew`: no search is asked twice. */
const load = (urls, isAnew = false) =>
  new Promise((resolve, reject) => {
    const requests = urls.map((url) => ({ method: 'GET', path: url.pathname + url.search }));
    const setupClient = isAnew ? (caller) => caller.setRequests(searchesAnew(urls)) : undefined;
    autocannon({ url: urls[0].origin, connections: 8, duration: seconds, requests, setupClient }, (error, result) => (error ? reject(error) : resolve(result)));
  });

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)];
const median = (values) => quantile(values, 0.5);

/** Queries of every class of search-speed, made of the titles of live offers. */
const typedQueries = (titles, ofEach) => {
  const random = randomOf(11);
  const pick = pickWith(random);
  const classes = Object.values({ ...EASY, ...HARD });
  return Array.from({ length: ofEach * classes.length }, (_, i) => classes[i % classes.length](syllablesOf(pick(titles)).slice(0, 6).join(' '), random));
};

const underLoad = async (urls) => {
  console.log(`\n${urls.length} typed queries of ${Object.keys({ ...EASY, ...HARD }).length} classes, all facets:`);
  for (const [text, isAnew] of [['each asked for the first time', true], ['asked again', false]]) {
    await load(urls, isAnew);
    const { requests, latency, non2xx } = await load(urls, isAnew);
    if (non2xx > 0) throw new Error(`${non2xx} searches were not answered`);
    console.log(`- ${text}: ${requests.average.toFixed(0)} searches/s, p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, longest ${latency.max} ms`);
  }
};

const timed = async (work) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const ROUNDS = 3;
/** So many times the seconds of one load. */
const WARMING = 3;
/** As our API asks the server, so that both answers are compared alike. */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };

/**
 * The calls of one search as one multi-search for each reading of it, as one would send them by hand: our API parts such a call in two, since
 * the server answers the queries of one call one after another. What is merged by the server itself stays a call of its own.
 */
const asOneCallEach = (calls) => {
  const parsed = calls.map((call) => ({ ...call, ...JSON.parse(call.body) }));
  const single = parsed.filter(({ federation }) => !federation);
  const isForHits = ({ queries }) => queries[0].attributesToRetrieve !== undefined;
  const [hits, counts] = [single.filter(isForHits), single.filter((call) => !isForHits(call))];
  const each = Array.from({ length: Math.max(hits.length, counts.length) }, (_, at) => [hits[at], counts[at]].filter(Boolean));
  const whole = each.map((parts) => ({ ...parts[0], body: JSON.stringify({ queries: parts.flatMap(({ queries }) => queries) }) }));
  return [...parsed.filter(({ federation }) => federation), ...whole];
};

/** One caller, in turns: a search through our API, the calls that it makes to Meilisearch, and a bare application that makes them. */
const throughMeilisearch = async (meili, databaseUrl, queries, port) => {
  const proxy = await RecordingProxy.start(meili);
  startProcess('dist/apps/worker/src/main.js', port, { DATABASE_URL: databaseUrl, MEILI_URL: meili });
  const learning = await startServer('dist/apps/api/src/main.js', port + 1, { DATABASE_URL: databaseUrl, MEILI_URL: proxy.url });
  const ask = (at, q, headers = {}, more = anew()) => fetch(`http://127.0.0.1:${at}/api/v1/offers?q=${encodeURIComponent(q)}&${more}`, { headers }).then((answer) => answer.json());
  await until(async () => (await ask(port + 1, queries[0])).engine === 'meilisearch', 'the filling of Meilisearch', 60 + offers / 50);
  const calls = new Map();
  for (const q of queries) {
    proxy.forget();
    const { engine } = await ask(port + 1, q);
    const together = proxy.recorded();
    if (engine === 'meilisearch') calls.set(q, { together, whole: together.map(asOneCallEach) });
  }
  learning.kill('SIGKILL');
  await proxy.close();
  await startServer('dist/apps/api/src/main.js', port + 2, { DATABASE_URL: databaseUrl, MEILI_URL: meili });
  await until(async () => (await ask(port + 2, queries[0])).engine === 'meilisearch', 'searching by Meilisearch');
  const bare = port + 3;
  await startServer('test/bench/peers/bare-floor.mjs', bare, { DATABASE_URL: databaseUrl, MEILI_URL: meili });
  for (const [q, { together }] of calls) {
    await fetch(`http://127.0.0.1:${bare}/learn?q=${encodeURIComponent(q)}&from=${encodeURIComponent(`http://127.0.0.1:${port + 2}/api/v1/offers`)}`);
    const learnt = { q, together: together.map((some) => some.map(({ body }) => JSON.parse(body))) };
    await fetch(`http://127.0.0.1:${bare}/learn-calls`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(learnt) });
  }
  const pass = (path, q) => fetch(`http://127.0.0.1:${bare}/${path}?q=${encodeURIComponent(q)}`, { headers: UNCOMPRESSED }).then((answer) => answer.json());
  const send = ({ path, headers, body }) => fetch(meili + path, { method: 'POST', headers, body }).then((answer) => answer.json());
  // A process that has answered for a while: before some ten thousand calls much of it is still interpreted.
  for (let turn = 0; turn < WARMING; turn++) {
    await load([...calls.keys()].map((q) => new URL(`http://127.0.0.1:${port + 2}/api/v1/offers?q=${encodeURIComponent(q)}`)), true);
    await load([...calls.keys()].map((q) => new URL(`http://127.0.0.1:${bare}/pass-on?q=${encodeURIComponent(q)}`)));
  }
  const times = { straight: [], parted: [], bare: [], reading: [], ours: [], compressed: [], again: [] };
  let standIns = 0;
  let asked;
  const ways = {
    straight: async (q, together, whole) => {
      for (const some of whole) await Promise.all(some.map(send));
    },
    parted: async (q, together) => {
      for (const some of together) await Promise.all(some.map(send));
    },
    bare: (q) => pass('pass-on', q),
    reading: (q) => pass('pass-on-and-read', q),
    ours: async (q) => {
      asked = anew();
      if ((await ask(port + 2, q, UNCOMPRESSED, asked)).engine !== 'meilisearch') standIns++;
    },
    compressed: (q) => ask(port + 2, q),
    again: (q) => ask(port + 2, q, UNCOMPRESSED, asked),
  };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [q, { together, whole }] of calls) {
      for (const [name, way] of Object.entries(ways)) {
        const time = await timed(() => way(q, together, whole));
        if (round > 0) times[name].push(time);
      }
    }
  }
  const line = (name) => `${median(times[name]).toFixed(2)} | ${quantile(times[name], 0.95).toFixed(1)} | ${(median(times[name]) / median(times.straight)).toFixed(2)}`;
  console.log(`\nMeilisearch, ${calls.size} of ${queries.length} typed queries, one caller, ${ROUNDS} rounds${standIns ? `; ${standIns} answered by the embedded engine` : ''}\n`);
  console.log('| | p50, ms | p95, ms | ratio of p50 |\n| --- | ---: | ---: | ---: |');
  const named = {
    straight: 'straight, as one multi-search', parted: 'straight, parted as our API sends it', bare: 'bare Nest + Fastify that makes them, ready answer', reading: 'the same with the statement for the cards',
    ours: 'our API, each search for the first time', compressed: 'the same, answer compressed', again: 'our API, asked again',
  };
  for (const [name, text] of Object.entries(named)) console.log(`| ${text} | ${line(name)} |`);
};

const compare = async (name, ours, bare, isAnew = false) => {
  const loadOurs = () => load(ours, isAnew);
  await loadOurs();
  await load(bare);
  const ratios = [];
  const measured = { ours: [], bare: [], p95: [] };
  for (let round = 0; round < rounds; round++) {
    const first = await (round % 2 ? loadOurs() : load(bare));
    const second = await (round % 2 ? load(bare) : loadOurs());
    const [our, other] = round % 2 ? [first, second] : [second, first];
    if (our.non2xx + other.non2xx > 0) throw new Error(`${name}: ${our.non2xx} and ${other.non2xx} answers were not 2xx`);
    measured.ours.push(our.requests.average);
    measured.bare.push(other.requests.average);
    measured.p95.push(our.latency.p97_5);
    ratios.push(our.requests.average / other.requests.average);
  }
  const all = ratios.map((ratio) => ratio.toFixed(2)).join(' ');
  console.log(`| ${name} | ${median(measured.ours).toFixed(0)} | ${median(measured.bare).toFixed(0)} | ${median(measured.p95)} | ${median(ratios).toFixed(2)} (${all}) |`);
};

const fillWithOffers = (databaseUrl) => {
  const demo = spawnSync(process.execPath, [join(root, 'scripts/start.mjs'), 'cli', 'demo', '--size', String(offers), '--seed', '7'], {
    cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: databaseUrl, TECHFLOOR_DATA: dataDir, TECHFLOOR_DEMO_PASSWORD: 'benchmark' },
  });
  if (demo.status !== 0) throw new Error(demo.stderr);
};

/** Against a bare application, and under the load of typed queries. */
const besideBare = async (databaseUrl, ids, typed, ourPort) => {
  const barePort = ourPort + 1;
  const env = { DATABASE_URL: databaseUrl };
  const ourServer = await startServer('dist/apps/api/src/main.js', ourPort, env);
  const bareServer = await startServer('test/bench/peers/bare-floor.mjs', barePort, env);
  const our = (path) => new URL(`http://127.0.0.1:${ourPort}/api/v1/${path}`);
  const bare = (path) => new URL(`http://127.0.0.1:${barePort}/${path}`);
  const asked = QUERIES.map((q) => encodeURIComponent(q));
  for (const q of asked) await fetch(bare(`learn?q=${q}&from=${encodeURIComponent(our('offers').href)}`));

  console.log(`${offers} offers, 8 callers, ${rounds} rounds of ${seconds} s in turns, node ${process.version}\n`);
  console.log('| call | ours, requests/s | bare, requests/s | ours, p97.5 ms | ratio (each round) |\n| --- | ---: | ---: | ---: | --- |');
  await compare('GET /offers/{id}', ids.map((id) => our(`offers/${id}`)), ids.map((id) => bare(`offers/${id}`)));
  const searches = asked.map((q) => our(`offers?q=${q}`));
  await compare('GET /offers?q=, all facets; bare: engine, ready answer', searches, asked.map((q) => bare(`search?q=${q}`)), true);
  await compare('the same; bare: engine, same reading, ready answer', searches, asked.map((q) => bare(`search-and-read?q=${q}`)), true);
  bareServer.kill('SIGKILL');
  await underLoad(typed.map((q) => our(`offers?q=${encodeURIComponent(q)}`)));
  ourServer.kill('SIGKILL');
};

try {
  const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
  try {
    if (!isFilled) fillWithOffers(server.url);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(`select id from offer where visibility = 'live' order by md5(id::text) limit 200`);
    const { rows: titled } = await client.query(`select document ->> 'title' as title from search_document where not removed order by md5(offer_id::text) limit 1000`);
    await client.end();
    const typed = typedQueries(titled.map(({ title }) => title), 20);
    if (!options.meilisearch) await besideBare(server.url, rows.map(({ id }) => id), typed, 4911);
    if (process.env.TEST_MEILI_URL) await throughMeilisearch(process.env.TEST_MEILI_URL, server.url, typed, 4913);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
  }
} finally {
  if (options.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
