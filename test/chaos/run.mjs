// `npm run chaos -- --minutes 30 --seed 7`: kills every process of a floor at random moments under a write load, then looks
// whether anything was lost or done twice. Without --minutes one minute; with --redis the queue is in Redis, which is killed too.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, redis: { type: 'boolean', default: false } } });
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
  env: { ...process.env, CHAOS_MINUTES: values.minutes, CHAOS_SEED: seed, CHAOS_REDIS: values.redis ? 'yes' : 'no' },
});
process.exit(status ?? 1);
