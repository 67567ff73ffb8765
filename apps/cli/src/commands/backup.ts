import { join } from 'node:path';
import { Clock } from '@app/platform';
import { writeBackup } from '@app/platform/database/backup/index.js';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { withDatabase } from '../with-floor.js';

/** Writes one snapshot of the whole floor, also while it runs. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'writes the database and the files into one file (.tar.gz), also while the floor runs',
  async run(args) {
    const [file] = argumentsOf(backup, args, { words: 1 }).words;
    const end = await withDatabase(async (databaseUrl, config) => {
      let bar: ProgressBar | undefined;
      const progress = (_table: string, done: number, of: number): void => (bar ??= new ProgressBar('Backup', of)).show(done);
      const written = await writeBackup({ databaseUrl, filesDir: join(config.dataDir, 'files'), file, now: new Clock().now(), progress });
      bar?.end(Object.keys(written.rows).length);
      return written;
    });
    process.stdout.write(`tables=${Object.keys(end.rows).length} rows=${Object.values(end.rows).reduce((a, b) => a + b, 0)} files=${end.files}\n`);
    return 0;
  },
};
