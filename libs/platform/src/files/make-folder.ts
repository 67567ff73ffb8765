import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it; one that is there stays as it is. Throws with the system's code.
 * Node's own `recursive` never ends where a file system answers ENOENT although the folder above exists, as /proc does.
 */
export const makeFolder = async (folder: string, mode = 0o777): Promise<void> => {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder && !(await exists(parent))) await makeFolder(parent, mode);
  await mkdir(folder, { mode }).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  });
};

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT');

const isFolder = (path: string): Promise<boolean> => stat(path).then((info) => info.isDirectory(), () => false);
