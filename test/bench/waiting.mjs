// What other calls wait for while searches run: GET /health/live and GET /offers/{id} once in a while, alone and beside callers that search
// without pause. Needs a build and a floor; run:
//   DATABASE_URL=… node test/bench/waiting.mjs [callers=8] [seconds=20]
import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { pickWith, randomOf } from './search-corpora.mjs';
import { EASY, HARD, syllablesOf } from './search-queries.mjs';

const [callers = 8, seconds = 20] = process.argv.slice(2).map(Number);
const PORT = 4914;
const PAUSE_MS = 15;
const root = join(import.meta.dirname, '../..');
const random = randomOf(3);
const pick = pickWith(random);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { rows } = await client.query(`select o.id, r.title from offer o join offer_revision r on r.id = o.live_revision_id where o.visibility = 'live' order by md5(o.id::text) limit 500`);
await client.end();

const agent = new Agent({ keepAlive: true, maxSockets: callers + 2 });
const call = (path) =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    get({ host: '127.0.0.1', port: PORT, path, agent }, (response) => response.resume().on('end', () => (response.statusCode === 200 ? resolve(performance.now() - from) : reject(new Error(`${path}: ${response.statusCode}`))))).on('error', reject);
  });
const spoilers = Object.values({ ...EASY, ...HARD });
const searchPath = () => `/api/v1/offers?q=${encodeURIComponent(pick(spoilers)(syllablesOf(pick(rows).title).slice(0, 6).join(' '), random))}`;

const line = (name, times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: ${times.length} calls, p50 ${at(0.5)} p95 ${at(0.95)} longest ${at(1)} ms`);
};

const api = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], { env: { ...process.env, PORT: String(PORT), RATE_LIMIT: '0', LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'] });
try {
  while (!(await call('/health/ready').then(() => true, () => false))) await pause(100);
  for (let i = 0; i < 300; i++) await call(searchPath());
  const round = async (name, busy) => {
    const end = performance.now() + seconds * 1_000;
    const searches = [];
    const searching = Array.from({ length: busy }, async () => {
      while (performance.now() < end) searches.push(await call(searchPath()));
    });
    const waits = { '/health/live': [], 'one offer': [] };
    while (performance.now() < end) {
      waits['/health/live'].push(await call('/health/live'));
      waits['one offer'].push(await call(`/api/v1/offers/${pick(rows).id}`));
      await pause(PAUSE_MS);
    }
    await Promise.all(searching);
    for (const [path, times] of Object.entries(waits)) line(`${path}, ${name}`, times);
    if (busy > 0) line(`searches, ${(searches.length / seconds).toFixed(0)} a second`, searches);
  };
  await round('alone', 0);
  for (const busy of [1, callers]) await round(`beside ${busy} that search`, busy);
} finally {
  api.kill();
}
process.exit(0);
