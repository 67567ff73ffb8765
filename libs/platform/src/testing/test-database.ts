import pg from 'pg';
import { uuidv7 } from '../kernel/ids.js';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const adminUrl = (): string => {
  // Set by test/support/global-setup.mjs, which starts one server per run and migrates the template.
  const url = (globalThis as { process?: NodeJS.Process }).process?.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`.');
  return url;
};

const withDatabaseName = (url: string, name: string): string => url.replace(/\/techfloor(_template)?(\?|$)/, `/${name}$2`);

const asAdmin = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: withDatabaseName(adminUrl(), 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** A fresh database, cloned from the migrated template. */
export const cloneDatabase = (): Promise<TestDatabase> => createDatabase('techfloor_template');

/** A database without any table. */
export const emptyDatabase = (): Promise<TestDatabase> => createDatabase('template1');

const createDatabase = async (template: string): Promise<TestDatabase> => {
  const name = `t_${uuidv7().replaceAll('-', '')}`;
  await asAdmin(`create database ${name} template ${template}`);
  return { url: withDatabaseName(adminUrl(), name), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
};
