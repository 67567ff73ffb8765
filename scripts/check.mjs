// `npm run check`: types, lint, import rules, dead code, schema and API drift, each named when it fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules/.bin', name);

const checks = {
  types: [bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  lint: [bin('eslint'), ['--max-warnings', '0', 'apps', 'libs', 'test']],
  imports: [bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'apps', 'libs']],
  'dead code': [bin('knip'), ['--no-progress']],
  'schema and API drift': [process.execPath, ['--enable-source-maps', 'scripts/drift.mjs', ...process.argv.filter((a) => a === '--write')]],
};

await build({ quiet: true });
const only = process.argv.slice(2).filter((a) => !a.startsWith('--'));
let failed = 0;
for (const [name, [command, args]] of Object.entries(checks)) {
  if (only.length > 0 && !only.includes(name.split(' ')[0])) continue;
  const started = performance.now();
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result.status === 0) {
    console.log(`ok      ${name} (${seconds} s)`);
    continue;
  }
  failed++;
  console.log(`FAILED  ${name} (${seconds} s)\n${result.stdout}${result.stderr}`);
}
process.exit(failed > 0 ? 1 : 0);
