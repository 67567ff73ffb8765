// `npm run chaos -- --minutes 30 --seed 7 --redis --report chaos.md`: lets people act and search on a floor of real processes
// while its processes are killed and the servers around it fail (SMTP; Redis with --redis, which then holds the queue; Meilisearch
// with TEST_MEILI_BINARY), each kind once and then by chance; then looks whether anything was lost or done twice, and reports what
// people saw during each fault. Without --minutes one minute (and every kind once). `--only 'Meilisearch|SMTP'` keeps the faults so named.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, redis: { type: 'boolean', default: false }, only: { type: 'string', default: '' }, report: { type: 'string' } } });
const seed = values.seed ?? String(Math.floor(Math.random() * 1e9));
for (const [name, value] of Object.entries({ minutes: values.minutes, seed })) {
  if (!/^\d+(\.\d+)?$/.test(value)) {
    console.error(`--${name} must be a number, not "${value}"`);
    process.exit(2);
  }
}
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync(process.execPath, [join(root, 'scripts/test.mjs'), 'test/chaos/crash'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHAOS_MINUTES: values.minutes, CHAOS_SEED: seed, CHAOS_REDIS: values.redis ? 'yes' : 'no', CHAOS_ONLY: values.only, ...(values.report ? { CHAOS_REPORT: resolve(values.report) } : {}) },
});
process.exit(status ?? 1);
