import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, createRedisBackend, type Job, type Queue, runMigrations, type Worker, type WorkerOptions, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export type JobQueue = Pick<Queue, 'addBulk' | 'getJobCounts' | 'close'>;
export type JobRunner = Pick<Worker, 'close' | 'on'>;
export type RunOptions = Omit<WorkerOptions, 'connection'>;

/** BullMQ over one of its stores, with the connections it needs. */
export interface QueueBackend {
  openQueue(name: string): JobQueue;
  openRunner(name: string, run: (job: Job) => Promise<void>, options: RunOptions): JobRunner;
  close(): Promise<void>;
}

const POOL_SIZE = 10;
const COMMAND_MS = 5_000;
const CONNECT_MS = 3_000;

/**
 * The queue in the floor's own database, in the schema `bullmq`. It may lose its last second of adds in a crash of the
 * server (`synchronous_commit=off` makes single adds five times as fast): handled marks and the outbox make that safe.
 */
export const postgresBackend = async (url: string): Promise<QueueBackend> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    keepAlive: true,
    connectionTimeoutMillis: COMMAND_MS,
    options: '-c search_path=bullmq,public -c synchronous_commit=off',
    application_name: 'techfloor queue',
  });
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    await runMigrations(client, 'bullmq').finally(() => client.release());
  } catch (error) {
    await pool.end();
    throw error;
  }
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  return {
    openQueue: (name) => quiet(new PostgresQueue(name, { connection: pool }) as unknown as Queue),
    openRunner: (name, run, options) => quiet(new PostgresWorker(name, run, { ...options, connection: pool }) as unknown as Worker),
    close: () => pool.end(),
  };
};

/** The queue in Redis: one connection that fails at once when Redis is away, for adding, and one that waits for it, for working. */
export const redisBackend = async (url: string): Promise<QueueBackend> => {
  const adding = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: COMMAND_MS });
  const working = new Redis(url, { maxRetriesPerRequest: null });
  for (const redis of [adding, working]) redis.on('error', () => undefined);
  await Promise.race([once(adding, 'ready'), sleep(CONNECT_MS, undefined, { ref: false })]);
  const { Queue: RedisQueue, Worker: RedisWorker } = withBackend(createRedisBackend);
  return {
    openQueue: (name) => quiet(new RedisQueue(name, { connection: adding })),
    openRunner: (name, run, options) => quiet(new RedisWorker(name, run, { ...options, connection: working }) as unknown as Worker),
    close: async () => {
      adding.disconnect();
      working.disconnect();
    },
  };
};

// A lost connection is announced as an event that would end the process; both stores connect again by themselves.
const quiet = <T extends Queue | Worker>(opened: T): T => {
  (opened as Worker).on('error', () => undefined);
  return opened;
};
