import type { Config } from '../config/config.js';
import { migrate } from './migrate.js';

/**
 * For a process that stands on a database server of its own: brings the schema up to date before anything else. Whichever
 * process comes first does it, the others wait for the lock and find it done.
 */
export const prepareDatabase = async ({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> => {
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: this process needs a PostgreSQL server. `npm start` brings its own.');
  await migrate(databaseUrl);
};
