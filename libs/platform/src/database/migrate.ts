import { DataSource, type MigrationInterface } from 'typeorm';
import { databaseOptions } from './database.module.js';
import { registeredMigrations } from './schema-registry.js';

// One installation-wide advisory lock: api, web and worker may start together.
const MIGRATION_LOCK = 7_305_001;

type MigrationClass = new () => MigrationInterface;

const nameOf = (migration: MigrationClass): string => new migration().name ?? migration.name;

/** Names of all migrations of this release. */
export const registeredMigrationNames = (): string[] => registeredMigrations().map(nameOf);

/** Brings a database to the newest schema, one process at a time. Answers the names of the migrations it ran. */
export const migrate = (url: string): Promise<string[]> => runMigrations(url, registeredMigrations());

/** Brings a database to the schema that exactly these migrations make, for the data of an older release. */
export const migrateTo = (url: string, names: readonly string[]): Promise<string[]> =>
  runMigrations(url, registeredMigrations().filter((migration) => names.includes(nameOf(migration))));

const runMigrations = async (url: string, migrations: MigrationClass[]): Promise<string[]> => {
  const source = new DataSource({ ...databaseOptions(url, 2), migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
};
