import { CatalogModule, ImportOffers } from '@app/catalog';
import type { Command } from '../command.js';
import { runImport } from '../run-import.js';

/** Brings offers in from JSONL or CSV. */
export const importOffers: Command = {
  name: 'import offers',
  usage: 'import offers FILE [--publish] [--dry-run] [--report FILE] [--map FILE]',
  summary: 'brings offers in from JSONL or CSV (UTF-8, also .gz); --publish puts complete rows on the floor',
  run: (args) =>
    runImport(
      importOffers, args, [CatalogModule],
      (app, path, options) => app.get(ImportOffers).run(path, options),
      (result) => [`completeness=${result.completeness}%`],
    ),
};
