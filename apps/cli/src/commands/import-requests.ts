import { ImportRequests, RequestsModule } from '@app/requests';
import type { Command } from '../command.js';
import { runImport } from '../run-import.js';

/** Brings requests in from JSONL or CSV and opens them. */
export const importRequests: Command = {
  name: 'import requests',
  usage: 'import requests FILE [--dry-run] [--report FILE] [--map FILE]',
  summary: 'brings requests in from JSONL or CSV (UTF-8, also .gz) and opens them',
  run: (args) => runImport(importRequests, args, [RequestsModule], (app, path, options) => app.get(ImportRequests).run(path, options)),
};
