// One embedded PostgreSQL server for the whole run, with a migrated template that each test file clones.
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

const registerAllMigrations = async () => {
  const { registerSchema } = await import(join(dist, 'libs/platform/src/database/schema-registry.js'));
  const folders = readdirSync(join(dist, 'libs')).flatMap((lib) => [
    join(dist, 'libs', lib, 'src/data/migrations'),
    join(dist, 'libs', lib, 'src/database/migrations'),
  ]);
  for (const folder of folders.filter((f) => existsSync(f))) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      registerSchema({ migrations: Object.values(await import(join(folder, file))) });
    }
  }
};

export default async () => {
  if (globalThis.__techfloorPostgres) return;
  const { EmbeddedPostgres } = await import(join(dist, 'libs/platform/src/database/embedded/index.js'));
  const { migrate } = await import(join(dist, 'libs/platform/src/database/migrate.js'));
  const { default: pg } = await import('pg');
  await registerAllMigrations();
  const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-test-'));
  chmodSync(dataDir, 0o755);
  const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
  await migrate(server.url);
  const admin = new pg.Client({ connectionString: server.url.replace('/techfloor?', '/postgres?') });
  await admin.connect();
  // Nobody needs this data after a power failure.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await admin.query(`alter system set ${setting} = off`);
  await admin.query('select pg_reload_conf()');
  await admin.query('create database techfloor_template template techfloor');
  await admin.end();
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.__techfloorPostgres = { server, dataDir };
};
