const NO_RIGHT = ['EACCES', 'EPERM', 'EROFS'];
const NO_SPACE = ['ENOSPC', 'EDQUOT'];

const wayOut = (code: string): string => {
  if (NO_RIGHT.includes(code)) return 'cannot be written. Give this user the right to it, or set TECHFLOOR_DATA to another folder.';
  if (NO_SPACE.includes(code)) return 'has no space left. Free some, or set TECHFLOOR_DATA to another folder.';
  return 'cannot be used. Set TECHFLOOR_DATA to another folder.';
};

/** Whether a program of the database ended because the disk is full: it may also see less written than it asked for. */
export const saysFull = (said: string): boolean => /No space left on device|wrote only \d+ of \d+ bytes|Check free disk space/.test(said);

/** An error of the file system as one line: the system's code, the folder and the way out. Anything else is passed on as it is. */
export const folderError = (error: unknown, folder: string): Error => {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error as Error;
  return Object.assign(new Error(`${code}: the folder ${folder} ${wayOut(code)}`, { cause: error }), { code });
};

/** Does work on a folder's files and says the folder when the system refuses. */
export const inFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw folderError(error, folder);
  }
};
