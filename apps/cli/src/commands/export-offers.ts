import { CatalogModule, EXPORTED_COLUMNS, type ExportedOffer, OfferExporter } from '@app/catalog';
import { writeTable } from '@app/platform';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { withFloor } from '../with-floor.js';

/** Writes offers to a file that can be imported again. */
export const exportOffers: Command = {
  name: 'export offers',
  usage: 'export offers FILE [--all]',
  summary: 'writes the public part of the live offers to FILE (.jsonl or .csv, also .gz); --all: all offers with what only staff may see',
  async run(args) {
    const { words: [path], flags } = argumentsOf(exportOffers, args, { words: 1, flags: ['all'] });
    const everything = flags.has('all');
    const exported = await withFloor([CatalogModule], async (app) => {
      const exporter = app.get(OfferExporter);
      const bar = new ProgressBar('Export', await exporter.count({ everything }));
      let count = 0;
      const counted = async function* (): AsyncGenerator<ExportedOffer> {
        for await (const row of exporter.offersFor({ everything })) {
          bar.show(++count);
          yield row;
        }
      };
      await writeTable(path, EXPORTED_COLUMNS, counted());
      bar.end(count);
      return count;
    });
    process.stdout.write(`exported=${exported}\n`);
    return 0;
  },
};
