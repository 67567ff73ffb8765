import type { INestApplicationContext } from '@nestjs/common';
import { readWordMap, TaxonomyModule, TaxonomyService, WordMap } from '@app/taxonomy';
import { argumentsOf } from './arguments.js';
import type { Command } from './command.js';
import { ProgressBar } from './progress-bar.js';
import { ReportFile } from './report-file.js';
import { type Contexts, withFloor } from './with-floor.js';

/** Rows failed, and the rest landed. */
const SOME_FAILED = 2;

type Report = Parameters<ReportFile['tell']>[0];

export interface ImportOptions {
  publish: boolean;
  dryRun: boolean;
  words: WordMap;
  report(issue: Report): Promise<void> | void;
  progress(bytes: number, total: number): void;
}

interface Imported {
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
}

/** What importing offers and requests have in common: arguments, word map, report, progress, closing lines, exit code. */
export const runImport = async <T extends Imported>(
  command: Pick<Command, 'usage'>,
  args: string[],
  contexts: Contexts,
  work: (app: INestApplicationContext, path: string, options: ImportOptions) => Promise<T>,
  more: (result: T) => string[] = () => [],
): Promise<number> => {
  const { words: [path], flags, options } = argumentsOf(command, args, { words: 1, flags: ['publish', 'dry-run'], options: ['report', 'map'] });
  const report = await ReportFile.open(options['report']);
  const result = await withFloor([...contexts, TaxonomyModule], async (app) => {
    const words = options['map'] === undefined ? new WordMap() : await readWordMap(options['map'], app.get(TaxonomyService));
    let bar: ProgressBar | undefined;
    const done = await work(app, path, {
      publish: flags.has('publish'),
      dryRun: flags.has('dry-run'),
      words,
      report: (issue) => report.tell(issue),
      progress: (bytes, total) => (bar ??= new ProgressBar('Import', total)).show(bytes),
    });
    bar?.end(bar.total);
    return done;
  });
  await report.close();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (flags.has('dry-run')) say('Chạy thử, không ghi gì. / A dry run: nothing has been written.');
  if (report.warnings > 0) say(`warnings=${report.warnings}`);
  more(result).forEach(say);
  say(`created=${result.created} updated=${result.updated} unchanged=${result.unchanged} failed=${result.failed}`);
  return result.failed > 0 ? SOME_FAILED : 0;
};
