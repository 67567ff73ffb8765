import { Reconciler, ReconciliationModule } from '@app/desk';
import { WorkerAppModule } from '../../../worker/src/worker.module.js';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { withFloor } from '../with-floor.js';

const DRIFT = 3;

/** Compares index, marks and notices with what they come from, and mends them on demand. */
export const reconcile: Command = {
  name: 'reconcile',
  usage: 'reconcile [--repair]',
  summary: 'compares the search, the handled events and the notices with the log (JSON; exit code 3 when they differ); --repair mends them',
  async run(args) {
    const { flags } = argumentsOf(reconcile, args, { words: 0, flags: ['repair'] });
    const found = await withFloor([ReconciliationModule], (app) => app.get(Reconciler).run({ repair: flags.has('repair') }), [WorkerAppModule]);
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return found.drift === 0 ? 0 : DRIFT;
  },
};
