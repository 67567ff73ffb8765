import type { Command } from './command.js';
import { backup } from './commands/backup.js';
import { createAdmin } from './commands/create-admin.js';
import { deadLetters } from './commands/dead-letters.js';
import { demo } from './commands/demo.js';
import { eraseAccount } from './commands/erase-account.js';
import { exportOffers } from './commands/export-offers.js';
import { importOffers } from './commands/import-offers.js';
import { importRequests } from './commands/import-requests.js';
import { reconcile } from './commands/reconcile.js';
import { reindex } from './commands/reindex.js';
import { report } from './commands/report.js';
import { restore } from './commands/restore.js';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [importOffers, importRequests, exportOffers, demo, reindex, reconcile, report, backup, restore, createAdmin, eraseAccount, deadLetters];
