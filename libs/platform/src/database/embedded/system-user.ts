import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

const MAY_ENTER = 1;
const MAY_READ = 4;

/** PostgreSQL refuses to run as root: then it runs as `postgres` where that user exists, else as `nobody`. */
export const serverIdentity = async (): Promise<SystemUser | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const users = await systemUsers();
  const user = users.find((u) => u.name === 'postgres') ?? users.find((u) => u.name === 'nobody');
  if (!user) throw new Error('Running as root needs a user `postgres` or `nobody` for the database. Start as an ordinary user, or set DATABASE_URL.');
  return user;
};

/** A user by number; one that the machine has no name for is called by its number. */
export const userOf = async (uid: number, gid: number): Promise<SystemUser> => {
  const known = (await systemUsers()).find((user) => user.uid === uid);
  return known ?? { name: String(uid), uid, gid };
};

export const parsePasswd = (text: string): SystemUser[] =>
  text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && /^\d+$/.test(fields[2]) && /^\d+$/.test(fields[3]))
    .map(([name, , uid, gid]) => ({ name: name, uid: Number(uid), gid: Number(gid) }));

const systemUsers = async (): Promise<SystemUser[]> => parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));

/** Whether a user may pass through every folder on the way to a path and the path itself, which must exist. */
export const canBeEnteredBy = async (user: SystemUser, path: string): Promise<boolean> => {
  // Links are followed first: it is the folders above their targets that count.
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    if (!(await grants(user, folder, MAY_ENTER))) return false;
    if (folder === dirname(folder)) return true;
  }
};

/** Whether a user may read a file that lies in a folder it can enter. */
export const canBeReadBy = async (user: SystemUser, file: string): Promise<boolean> =>
  (await canBeEnteredBy(user, dirname(file))) && (await grants(user, file, MAY_READ));

const grants = async (user: SystemUser, path: string, right: number): Promise<boolean> => {
  const info = await stat(path);
  const shift = info.uid === user.uid ? 6 : info.gid === user.gid ? 3 : 0;
  return ((info.mode >> shift) & right) !== 0;
};
