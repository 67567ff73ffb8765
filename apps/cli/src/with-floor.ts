import { join } from 'node:path';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, Logger, migrate, PlatformModule, readConfig } from '@app/platform';
import { acquireFloorLock, EmbeddedPostgres, readRunningFloor } from '@app/platform/database/embedded/index.js';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';

interface FloorDatabase {
  url: string;
  /** No floor runs on it: nobody works on its queues. */
  alone: boolean;
  close(): Promise<void>;
}

/** The database of the running floor; else the embedded one is started for the command and stopped after it. */
const openDatabase = async (config: Config): Promise<FloorDatabase> => {
  if (config.databaseUrl) return { url: config.databaseUrl, alone: false, close: async () => undefined };
  const running = await readRunningFloor(config.dataDir);
  if (running) return { url: running.databaseUrl, alone: false, close: async () => undefined };
  const lock = await acquireFloorLock(config.dataDir, {});
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, log: () => undefined });
  const close = async (): Promise<void> => {
    await server.stop();
    await lock.release();
  };
  const cutOff = closeOnSignal(close);
  await lock.updateHolder({ databaseUrl: server.url, address: 'a command' });
  return { url: server.url, alone: true, close: () => cutOff() ?? close() };
};

// A command that is cut off must not leave its database server behind; what it had not committed is undone. Answers a promise
// that never ends once that has begun: the work fails then, and its failure is not the command's.
const closeOnSignal = (close: () => Promise<void>): (() => Promise<void> | undefined) => {
  let cutOff: Promise<void> | undefined;
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => {
      cutOff = new Promise(() => undefined);
      void close().finally(() => process.exit(code));
    });
  }
  return () => cutOff;
};

class CommandRoot {}

export type Contexts = (Type<unknown> | DynamicModule)[];

/**
 * Runs work with the given contexts on the floor's migrated database, then closes what it opened. `workerWhenAlone` does
 * the waiting jobs meanwhile, where no floor runs that would.
 */
export const withFloor = async <T>(
  imports: Contexts,
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
  workerWhenAlone: Contexts = [],
): Promise<T> => {
  const configured = readConfig();
  const database = await openDatabase(configured);
  const worker = database.alone ? workerWhenAlone : [];
  let mail: LocalMailServer | undefined;
  try {
    await migrate(database.url);
    if (worker.length > 0 && !configured.smtpUrl) mail = await LocalMailServer.start(join(configured.dataDir, 'mail'));
    const config = { ...configured, databaseUrl: database.url, smtpUrl: mail?.url ?? configured.smtpUrl };
    const root = { module: CommandRoot, imports: [PlatformModule.with(config), ...imports, ...worker] };
    const app = await NestFactory.createApplicationContext(root, { abortOnError: false, logger: false });
    app.useLogger(app.get(Logger));
    try {
      return await work(app, config);
    } finally {
      await app.close();
    }
  } finally {
    await mail?.close();
    await database.close();
  }
};

/** The database's address alone, for commands that work below the contexts. */
export const withDatabase = async <T>(work: (url: string, config: Config) => Promise<T>): Promise<T> => {
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    return await work(database.url, config);
  } finally {
    await database.close();
  }
};
