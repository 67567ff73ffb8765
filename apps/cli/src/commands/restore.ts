import { join } from 'node:path';
import { BackupError, readBackup } from '@app/platform/database/backup/index.js';
import { argumentsOf } from '../arguments.js';
import { type Command, CommandFailed } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { withDatabase } from '../with-floor.js';

/** Fills an empty floor from a backup; the way between machines and between releases of PostgreSQL. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'fills an empty database (a new TECHFLOOR_DATA, or DATABASE_URL) from a backup',
  async run(args) {
    const [file] = argumentsOf(restore, args, { words: 1 }).words;
    const end = await withDatabase(async (databaseUrl, config) => {
      let bar: ProgressBar | undefined;
      const progress = (_table: string, done: number, of: number): void => (bar ??= new ProgressBar('Restore', of)).show(done);
      const read = await readBackup({ databaseUrl, filesDir: join(config.dataDir, 'files'), file, progress });
      bar?.end(Object.keys(read.rows).length);
      return read;
    }).catch((error: Error) => {
      throw error instanceof BackupError ? new CommandFailed(error.message) : error;
    });
    process.stdout.write(`tables=${Object.keys(end.rows).length} rows=${Object.values(end.rows).reduce((a, b) => a + b, 0)} files=${end.files}\n`);
    return 0;
  },
};
