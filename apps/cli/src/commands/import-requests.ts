import { ImportRequests, RequestsModule } from '@app/requests';
import { readWordMap, TaxonomyModule, TaxonomyService, WordMap } from '@app/taxonomy';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { ReportFile } from '../report-file.js';
import { withFloor } from '../with-floor.js';

const SOME_FAILED = 2;

/** Brings requests in from JSONL or CSV and opens them. */
export const importRequests: Command = {
  name: 'import requests',
  usage: 'import requests FILE [--dry-run] [--report FILE] [--map FILE]',
  summary: 'brings requests in from JSONL or CSV (UTF-8, also .gz) and opens them',
  async run(args) {
    const { words: [path], flags, options } = argumentsOf(importRequests, args, { words: 1, flags: ['dry-run', 'publish'], options: ['report', 'map'] });
    const report = await ReportFile.open(options['report']);
    const result = await withFloor([RequestsModule, TaxonomyModule], async (app) => {
      const words = options['map'] === undefined ? new WordMap() : await readWordMap(options['map'], app.get(TaxonomyService));
      let bar: ProgressBar | undefined;
      const done = await app.get(ImportRequests).run(path, {
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
    say(`created=${result.created} updated=${result.updated} unchanged=${result.unchanged} failed=${result.failed}`);
    return result.failed > 0 ? SOME_FAILED : 0;
  },
};
