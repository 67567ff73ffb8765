import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../clock/clock.js';
import { type Config, parseConfig } from '../config/config.js';
import { EventHandlers } from '../events/on-event.decorator.js';
import { EventRunner } from '../events/event-runner.js';
import { Database } from '../database/database.js';
import { PlatformModule } from '../platform.module.js';
import { cloneDatabase } from './test-database.js';

type Importable = Type<unknown> | DynamicModule;

export interface TestFloor {
  app: INestApplicationContext;
  config: Config;
  database: Database;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Sets the time that services see; null is the real one again. */
  setTime(at: Date | null): void;
  /** Runs every handler of every unhandled event, in order, until nothing is left: the worker's job, without its queue. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

class TestClock extends Clock {
  at: Date | null = null;
  override now(): Date {
    return this.at ?? super.now();
  }
}

/** Boots contexts on a database of their own. */
export const bootContext = async ({ imports, environment = {} }: { imports: Importable[]; environment?: Record<string, string> }): Promise<TestFloor> => {
  const cloned = await cloneDatabase();
  const config = parseConfig({ LOG_LEVEL: 'error', RATE_LIMIT: '0', LOGIN_RATE_LIMIT: '0', ...environment, DATABASE_URL: cloned.url });
  class TestRoot {}
  const root: DynamicModule = { module: TestRoot, imports: [PlatformModule.with(config), ...imports] };
  const app = await NestFactory.createApplicationContext(root, { abortOnError: false, logger: ['error'] });
  const clock = app.get(Clock);
  const testClock = new TestClock();
  clock.now = () => testClock.now();
  const database = app.get(Database);
  return {
    app,
    config,
    database,
    get: (token) => app.get(token),
    setTime: (at) => void (testClock.at = at),
    settle: () => settle(app, database),
    close: async () => {
      await app.close();
      await cloned.drop();
    },
  };
};

const settle = async (app: INestApplicationContext, database: Database): Promise<void> => {
  const handlers = app.get(EventHandlers);
  const runner = app.get(EventRunner);
  for (;;) {
    const rows = await database.query<{ event_id: string; type: string }>('select event_id, type from outbox order by created_at');
    if (rows.length === 0) return;
    for (const { event_id, type } of rows) {
      for (const handler of handlers.of(type)) await runner.run(event_id, handler.name);
      await database.query('delete from outbox where event_id = $1', [event_id]);
    }
  }
};
