// Compares what the code is with what is committed: the database's schema (docs/schema.sql), the API's document
// (apps/api/openapi.json) and the table of routes (docs/routes.md). `--write` rewrites them. Needs a built dist/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseSchema } from './drift/database-schema.mjs';
import { lintDocument, openApiDocument } from './drift/open-api.mjs';
import { routesTable } from './drift/routes-table.mjs';

const root = join(import.meta.dirname, '..');
const write = process.argv.includes('--write');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
let failed = false;

const firstDifference = (committed, current) => {
  const [before, after] = [committed.split('\n'), current.split('\n')];
  const line = after.findIndex((text, i) => text !== before[i]);
  return `line ${line + 1}\n  committed: ${before[line] ?? '(nothing)'}\n  in code:   ${after[line] ?? '(nothing)'}`;
};

const compare = (file, current) => {
  const path = join(root, file);
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (committed === current) return console.log(`${file} is the code's`);
  if (write) {
    writeFileSync(path, current);
    return console.log(`${file} written`);
  }
  failed = true;
  console.error(`${file} differs from the code (\`npm run check -- --write\` rewrites it): ${firstDifference(committed, current)}`);
};

const wants = (name) => only.length === 0 || only.includes(name);

if (wants('api')) {
  const document = await openApiDocument(root);
  compare('apps/api/openapi.json', `${JSON.stringify(document, null, 1)}\n`);
  compare('docs/routes.md', routesTable(document));
  const complaints = lintDocument(root);
  if (complaints) {
    failed = true;
    console.error(complaints);
  }
}
if (wants('schema')) compare('docs/schema.sql', await databaseSchema(root));
process.exit(failed ? 1 : 0);
