import { BackupError, readBackup } from '@app/platform/database/backup/index.js';
import { type Command, CommandFailed } from '../command.js';
import { moveFloor } from '../move-floor.js';

/** Fills an empty floor from a backup; the way between machines and between releases of PostgreSQL. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'fills an empty database (a new TECHFLOOR_DATA, or DATABASE_URL) from a backup',
  run: (args) =>
    moveFloor(restore, 'Restore', args, readBackup).catch((error: Error) => {
      throw error instanceof BackupError ? new CommandFailed(error.message) : error;
    }),
};
