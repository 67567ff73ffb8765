import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, type ConnectionOptions, Queue, runMigrations, setDefaultBackendFactory, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { CONFIG, type Config } from '../config/config.js';
import type { QueueName } from '../events/on-event.decorator.js';

export const QUEUES: readonly QueueName[] = ['interactive', 'bulk'];
const RETRY = { attempts: 8, backoff: { type: 'exponential', delay: 500 } } as const;
const POOL_SIZE = 10;
const BULK_SIZE = 500;

export interface NewJob {
  name: string;
  data: Record<string, unknown>;
  /** Makes adding idempotent while the job exists; must not contain ':'. */
  id: string;
  delayMs?: number;
}

/** BullMQ over PostgreSQL (default) or Redis (`REDIS_URL`): opened lazily, closed with the process. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private connection: Promise<ConnectionOptions> | undefined;
  private closeConnection: () => Promise<void> = async () => undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async add(queue: QueueName, jobs: NewJob[]): Promise<void> {
    const target = await this.open(queue);
    for (let at = 0; at < jobs.length; at += BULK_SIZE) {
      await target.addBulk(
        jobs.slice(at, at + BULK_SIZE).map(({ name, data, id, delayMs }) => ({
          name,
          data,
          opts: { jobId: id, delay: delayMs, removeOnComplete: true, removeOnFail: true, ...RETRY },
        })),
      );
    }
  }

  /** Starts to work on a queue. `onDead` is called after the last attempt has failed. */
  async work(
    queue: QueueName,
    concurrency: number,
    run: (job: Job) => Promise<void>,
    onDead: (job: Job, error: Error) => Promise<void>,
  ): Promise<void> {
    const connection = await this.connect();
    const worker = new Worker(queue, run, { connection, concurrency, lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 5 });
    worker.on('error', () => undefined);
    worker.on('failed', (job, error) => {
      if (job && job.attemptsMade >= (job.opts.attempts ?? 1)) void onDead(job, error).catch(() => undefined);
    });
    this.workers.push(worker);
  }

  async depth(queue: QueueName): Promise<{ waiting: number; active: number; delayed: number; failed: number }> {
    const counts = await (await this.open(queue)).getJobCounts('waiting', 'active', 'delayed', 'failed');
    return { waiting: counts['waiting'] ?? 0, active: counts['active'] ?? 0, delayed: counts['delayed'] ?? 0, failed: counts['failed'] ?? 0 };
  }

  private async open(name: QueueName): Promise<Queue> {
    const connection = await this.connect();
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue(name, { connection });
      queue.on('error', () => undefined);
      this.queues.set(name, queue);
    }
    return queue;
  }

  private connect(): Promise<ConnectionOptions> {
    this.connection ??= (this.config.redisUrl ? this.connectRedis(this.config.redisUrl) : this.connectPostgres()).catch((error) => {
      this.connection = undefined;
      throw error;
    });
    return this.connection;
  }

  private async connectRedis(url: string): Promise<ConnectionOptions> {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    this.closeConnection = async () => redis.disconnect();
    return redis;
  }

  // The queue may lose its last second of adds in a crash of the server: handled marks make that safe (DESIGN, step 4).
  private async connectPostgres(): Promise<ConnectionOptions> {
    setDefaultBackendFactory(createPostgresBackend);
    const pool = new pg.Pool({
      connectionString: this.config.databaseUrl,
      max: POOL_SIZE,
      keepAlive: true,
      options: '-c search_path=bullmq,public -c synchronous_commit=off',
      application_name: 'techfloor queue',
    });
    pool.on('error', () => undefined);
    this.closeConnection = () => pool.end();
    const client = await pool.connect();
    try {
      await runMigrations(client, 'bullmq');
    } finally {
      client.release();
    }
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.closeConnection();
  }
}
