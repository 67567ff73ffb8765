// `npm test`: builds when needed, then runs every suite that this machine can run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
await build({ quiet: true });
const args = process.argv.slice(2);
const result = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...args],
  { cwd: root, stdio: 'inherit' },
);
process.exit(result.status ?? 1);
