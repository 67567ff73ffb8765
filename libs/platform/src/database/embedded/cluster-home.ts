import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, chown, constants, lchown, lstat, mkdir, readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { inFolder } from './folder-error.js';
import { makeSharedRoot, SHARED_ROOT } from './server-binaries.js';
import { canBeEnteredBy, serverIdentity, type SystemUser, userOf } from './system-user.js';

const CLUSTER = 'postgres';
const NOTE = 'DATABASE_IS_ELSEWHERE.txt';
const SOCKET_FILE = '.s.PGSQL.5432';
/** What the kernel takes for the path of a socket, in bytes. */
const SOCKET_PATH_LIMIT = 107;

export interface ClusterHome {
  /** The folder of the cluster, its log and, when its path is short enough, its socket. */
  home: string;
  cluster: string;
  /** Whom the server runs as; undefined for ourselves. */
  user: SystemUser | undefined;
}

/**
 * Where the cluster of a data folder is or is to be made, and whose it is. It is inside, unless root runs the floor and the
 * server's own user may not enter there; a note in the data folder then says where.
 * Throws with the folder and the way out when the cluster cannot be used by this user.
 */
export const findClusterHome = async (dataDir: string): Promise<ClusterHome> => {
  await inFolder(dataDir, async () => {
    await makeFolder(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
  });
  const inside = await realpath(dataDir);
  const noted = await readNote(inside);
  const home = noted ?? inside;
  const owner = await ownerOf(join(home, CLUSTER));
  if (noted && !owner) throw new Error(`The database of ${dataDir} was in ${noted} and is not there any more. Bring it back, or delete ${join(inside, NOTE)} to begin with an empty one.`);
  if (process.getuid?.() !== 0) return ownHome(home, owner);
  return rootsHome(dataDir, home, owner);
};

const ownHome = (home: string, owner: SystemUser | null): ClusterHome => {
  const cluster = join(home, CLUSTER);
  if (owner && process.getuid && owner.uid !== process.getuid()) {
    throw new Error(`EACCES: the database in ${cluster} belongs to the user ${owner.name}. Start as root or as that user, or set TECHFLOOR_DATA to another folder.`);
  }
  return { home, cluster, user: undefined };
};

const rootsHome = async (dataDir: string, home: string, owner: SystemUser | null): Promise<ClusterHome> => {
  const cluster = join(home, CLUSTER);
  // A cluster made by an ordinary user goes on as that user's; one copied by root is given to the server's user.
  const user = owner && owner.uid !== 0 ? owner : (await serverIdentity())!;
  if (await canBeEnteredBy(user, home)) {
    if (owner?.uid === 0) await inFolder(cluster, () => giveTo(user, cluster));
    return { home, cluster, user };
  }
  if (owner) throw new Error(`EACCES: the user ${user.name}, whom the database runs as, may not enter ${home}. Give it the right (chmod o+x on the folders above), or start as the folder's owner.`);
  const elsewhere = join(SHARED_ROOT, hashOf(home));
  await inFolder(SHARED_ROOT, async () => {
    await makeSharedRoot();
    await makeFolder(elsewhere);
    await chmod(elsewhere, 0o755);
  });
  if (!(await canBeEnteredBy(user, elsewhere))) {
    throw new Error(`EACCES: the user ${user.name}, whom the database runs as, may enter neither ${dataDir} nor ${SHARED_ROOT}. Start as an ordinary user, or set TECHFLOOR_DATA to a folder open to it.`);
  }
  return { home: elsewhere, cluster: join(elsewhere, CLUSTER), user };
};

/** Written once the cluster is there, so that a note never points at nothing after a crash. */
export const noteWhere = async (dataDir: string, home: string): Promise<void> => {
  const inside = await realpath(dataDir);
  if (home === inside || (await readNote(inside)) === home) return;
  const text = `The database of this folder is kept in\n${home}\nbecause only root may enter here. Keep both, and this note.\n`;
  await inFolder(dataDir, () => writeFile(join(inside, NOTE), text));
};

const readNote = async (folder: string): Promise<string | undefined> => {
  const text = await readFile(join(folder, NOTE), 'utf8').catch(() => '');
  return text.split('\n')[1]?.trim() || undefined;
};

const ownerOf = async (folder: string): Promise<SystemUser | null> => {
  try {
    const { uid, gid } = await lstat(folder);
    return await userOf(uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return inFolder(folder, () => Promise.reject(error as Error));
  }
};

const giveTo = async (user: SystemUser, folder: string): Promise<void> => {
  await chmod(folder, 0o700);
  await lchown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveTo(user, path);
    else await lchown(path, user.uid, user.gid);
  }
};

/**
 * A folder for the server's socket that only it (and root) may enter: who reaches the socket is let in without a password.
 * In the home when the path is short enough for the kernel, else one in the system's folder for temporary files.
 */
export const makeSocketFolder = async ({ home, user }: ClusterHome): Promise<string> => {
  const name = `techfloor-${process.getuid?.() ?? 0}-${hashOf(home)}`;
  for (const [parent, child] of [[home, 'socket'], [resolve(tmpdir()), name], ['/tmp', name]] as const) {
    const folder = join(parent, child);
    if (Buffer.byteLength(join(folder, SOCKET_FILE)) > SOCKET_PATH_LIMIT) continue;
    if (!existsSync(parent) || (user && !(await canBeEnteredBy(user, parent)))) continue;
    await inFolder(folder, () => makePrivate(folder, user));
    return folder;
  }
  throw new Error(`No folder for the database's socket: the path of ${home} is too long. Set TECHFLOOR_DATA to a shorter one.`);
};

/** Makes a folder of mode 0700 for a user; one that is already there must be that user's, as anybody may write to /tmp. */
const makePrivate = async (folder: string, user: SystemUser | undefined): Promise<void> => {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const info = await lstat(folder);
  const allowed = [process.getuid?.() ?? info.uid, user?.uid];
  if (!info.isDirectory() || !allowed.includes(info.uid)) {
    throw Object.assign(new Error(`${folder} is somebody else's`), { code: 'EACCES' });
  }
  if (user && info.uid !== user.uid) await chown(folder, user.uid, user.gid);
  if ((info.mode & 0o777) !== 0o700) await chmod(folder, 0o700);
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
