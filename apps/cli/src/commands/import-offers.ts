import { CatalogModule, ImportOffers } from '@app/catalog';
import { readWordMap, TaxonomyModule, TaxonomyService, WordMap } from '@app/taxonomy';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { ReportFile } from '../report-file.js';
import { withFloor } from '../with-floor.js';

/** Rows failed, and the rest landed. */
const SOME_FAILED = 2;

/** Brings offers in from JSONL or CSV. */
export const importOffers: Command = {
  name: 'import offers',
  usage: 'import offers FILE [--publish] [--dry-run] [--report FILE] [--map FILE]',
  summary: 'brings offers in from JSONL or CSV (UTF-8, also .gz); --publish puts complete rows on the floor',
  async run(args) {
    const { words: [path], flags, options } = argumentsOf(importOffers, args, { words: 1, flags: ['publish', 'dry-run'], options: ['report', 'map'] });
    const report = await ReportFile.open(options['report']);
    const result = await withFloor([CatalogModule, TaxonomyModule], async (app) => {
      const words = options['map'] === undefined ? new WordMap() : await readWordMap(options['map'], app.get(TaxonomyService));
      let bar: ProgressBar | undefined;
      const done = await app.get(ImportOffers).run(path, {
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
    say(`completeness=${result.completeness}%`);
    say(`created=${result.created} updated=${result.updated} unchanged=${result.unchanged} failed=${result.failed}`);
    return result.failed > 0 ? SOME_FAILED : 0;
  },
};
