import { Clock } from '@app/platform';
import { writeBackup } from '@app/platform/database/backup/index.js';
import type { Command } from '../command.js';
import { moveFloor } from '../move-floor.js';

/** Writes one snapshot of the whole floor, also while it runs. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'writes the database and the files into one file (.tar.gz), also while the floor runs',
  run: (args) => moveFloor(backup, 'Backup', args, (place) => writeBackup({ ...place, now: new Clock().now() })),
};
