import { DataSource } from 'typeorm';
import { databaseOptions } from './database.module.js';

// One installation-wide advisory lock: api, web and worker may start together.
const MIGRATION_LOCK = 7_305_001;

/** Brings a database to the newest schema, one process at a time. Answers the names of the migrations it ran. */
export const migrate = async (url: string): Promise<string[]> => {
  const source = new DataSource({ ...databaseOptions(url, 2), migrationsTransactionMode: 'each' });
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
