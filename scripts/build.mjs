// Builds all apps and libraries into dist/ with one run of the Nest CLI (SWC), then the page assets.
// Skips the work when nothing has changed since the last build; `--force` builds anyway.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const stampFile = join(root, 'dist/.stamp');

const filesUnder = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const stampOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

export const build = async ({ force = false, quiet = false } = {}) => {
  const configuration = ['.swcrc', 'nest-cli.json', 'package.json', 'scripts/build.mjs', 'scripts/assets.mjs'];
  const sources = [...['apps', 'libs'].flatMap((dir) => filesUnder(join(root, dir))), ...configuration.map((f) => join(root, f))];
  const stamp = stampOf(sources);
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;

  try {
    require.resolve('@nestjs/cli/bin/nest.js');
    require.resolve('@swc/core');
  } catch {
    throw new Error(
      'The build tools are missing. Install them with `npm ci` (without --omit=optional), then try again.',
    );
  }
  if (!quiet) console.log('Building…');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const result = spawnSync(
    process.execPath,
    [require.resolve('@nestjs/cli/bin/nest.js'), 'build', 'standalone'],
    { cwd: root, encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`The build failed:\n${result.stdout}${result.stderr}`);
  const { buildAssets } = await import('./assets.mjs');
  await buildAssets();
  // Beside the code, so that it is found from there and from the sources alike.
  copyFileSync(join(root, 'apps/api/openapi.json'), join(root, 'dist/apps/api/openapi.json'));
  writeFileSync(stampFile, stamp);
  return true;
};

if (process.argv[1] === import.meta.filename) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
