import { join } from 'node:path';
import { argumentsOf } from './arguments.js';
import type { Command } from './command.js';
import { ProgressBar } from './progress-bar.js';
import { withDatabase } from './with-floor.js';

interface Place {
  databaseUrl: string;
  filesDir: string;
  file: string;
  progress: (table: string, done: number, of: number) => void;
}

/** What backup and restore have in common: the file, the progress over the tables, the closing line. */
export const moveFloor = async (
  command: Pick<Command, 'usage'>,
  label: string,
  args: string[],
  work: (place: Place) => Promise<{ rows: Record<string, number>; files: number }>,
): Promise<number> => {
  const [file] = argumentsOf(command, args, { words: 1 }).words;
  const end = await withDatabase(async (databaseUrl, config) => {
    let bar: ProgressBar | undefined;
    const progress = (_table: string, done: number, of: number): void => (bar ??= new ProgressBar(label, of)).show(done);
    const moved = await work({ databaseUrl, filesDir: join(config.dataDir, 'files'), file, progress });
    bar?.end(Object.keys(moved.rows).length);
    return moved;
  });
  const rows = Object.values(end.rows);
  process.stdout.write(`tables=${rows.length} rows=${rows.reduce((a, b) => a + b, 0)} files=${end.files}\n`);
  return 0;
};
