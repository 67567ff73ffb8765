// Our API over HTTP against a bare Nest + Fastify application with the same statement and the same engine, in turns, on one
// machine. Prints requests a second, the 95th percentile and the ratio. Needs a build; run:
//   node test/bench/http.mjs [offers=4600] [seconds=5] [rounds=5]
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';

const [offers = 4600, seconds = 5, rounds = 5] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '../..');
const { EmbeddedPostgres } = await import(join(root, 'dist/libs/platform/src/database/embedded/index.js'));

const QUERIES = [
  'máy sấy', 'may say xoai', 'máy ép dầu dừa', 'xử lý nước thải', 'cá tra', 'phần mềm quản lý', 'mya sấy', 'lúa gạo', 'năng lượng mặt trời',
  'đóng gói trái cây 500 kg', 'thiết bị lọc nước', 'tôm thẻ chân trắng', 'mays saays', 'nhà kính trồng rau', 'cảm biến độ mặn', 'dây chuyền chế biến',
];

const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-bench-'));
const children = [];

const startServer = async (script, port, databaseUrl) => {
  const env = { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, RATE_LIMIT: '0', LOG_LEVEL: 'error', PUBLIC_URL: `http://127.0.0.1:${port}` };
  const child = fork(join(root, script), [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await fetch(`http://127.0.0.1:${port}/health/ready`).then((r) => r.status === 200 || r.status === 404, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${script} did not start`);
};

const load = (urls) =>
  new Promise((resolve, reject) => {
    autocannon(
      { url: urls[0].origin, connections: 8, duration: seconds, requests: urls.map((url) => ({ method: 'GET', path: url.pathname + url.search })) },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
  });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const compare = async (name, ours, bare) => {
  await load(ours);
  await load(bare);
  const ratios = [];
  const measured = { ours: [], bare: [], p95: [] };
  for (let round = 0; round < rounds; round++) {
    const first = await load(round % 2 ? ours : bare);
    const second = await load(round % 2 ? bare : ours);
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

try {
  const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
  try {
    const demo = spawnSync(process.execPath, [join(root, 'scripts/start.mjs'), 'cli', 'demo', '--size', String(offers), '--seed', '7'], {
      cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.url, TECHFLOOR_DATA: dataDir, TECHFLOOR_DEMO_PASSWORD: 'benchmark' },
    });
    if (demo.status !== 0) throw new Error(demo.stderr);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(`select id from offer where visibility = 'live' order by md5(id::text) limit 200`);
    await client.end();

    const [ourPort, barePort] = [4911, 4912];
    await startServer('dist/apps/api/src/main.js', ourPort, server.url);
    await startServer('test/bench/peers/bare-floor.mjs', barePort, server.url);
    const our = (path) => new URL(`http://127.0.0.1:${ourPort}/api/v1/${path}`);
    const bare = (path) => new URL(`http://127.0.0.1:${barePort}/${path}`);
    const asked = QUERIES.map((q) => encodeURIComponent(q));
    for (const q of asked) await fetch(bare(`learn?q=${q}&from=${encodeURIComponent(our('offers').href)}`));

    console.log(`${offers} offers, 8 callers, ${rounds} rounds of ${seconds} s in turns, node ${process.version}\n`);
    console.log('| call | ours, requests/s | bare, requests/s | ours, p97.5 ms | ratio (each round) |\n| --- | --- | --- | --- | --- |');
    await compare('GET /offers/{id}', rows.map(({ id }) => our(`offers/${id}`)), rows.map(({ id }) => bare(`offers/${id}`)));
    await compare('GET /offers?q=, all facets', asked.map((q) => our(`offers?q=${q}`)), asked.map((q) => bare(`search?q=${q}`)));
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
