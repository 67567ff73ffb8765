import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { CONFIG, type Config } from '../config/config.js';
import type { QueueName } from '../events/on-event.decorator.js';
import { type JobQueue, type JobRunner, postgresBackend, type QueueBackend, redisBackend } from './queue-backend.js';

export const QUEUES: readonly QueueName[] = ['interactive', 'bulk'];
const RETRY = { attempts: 8, backoffMs: 500 };
const BULK_SIZE = 500;
/** A job whose worker was killed is given to another one after about this long; a living worker renews its hold in time. */
const HOLD_MS = 10_000;
const ANSWER_MS = 5_000;

export interface NewJob {
  name: string;
  data: Record<string, unknown>;
  /** Makes adding idempotent while the job exists; must not contain ':'. */
  id: string;
  delayMs?: number;
  /** Lets the other jobs of the queue go first. */
  late?: boolean;
  /** How often it is tried and how long after the first failure, then twice as long each time; default 8 times, 0.5 s. */
  retry?: { attempts: number; backoffMs: number };
}

export interface QueueDepth {
  waiting: number;
  active: number;
  delayed: number;
}

/** BullMQ over PostgreSQL (default) or Redis (`REDIS_URL`): opened lazily, closed with the process. */
@Injectable()
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly queues = new Map<string, JobQueue>();
  private readonly runners: JobRunner[] = [];
  private opening: Promise<QueueBackend> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Resolves when the jobs are in the store; throws when that does not answer, and then adding them again does no harm. */
  async add(queue: QueueName, jobs: NewJob[]): Promise<void> {
    const target = await this.open(queue);
    for (let at = 0; at < jobs.length; at += BULK_SIZE) {
      await inTime(target.addBulk(jobs.slice(at, at + BULK_SIZE).map(toBullJob)));
    }
  }

  /** Starts to work on a queue. `onDead` is called when a job is not tried again. */
  async work(
    queue: QueueName,
    concurrency: number,
    run: (job: Job) => Promise<void>,
    onDead: (job: Job, error: Error) => Promise<void>,
  ): Promise<void> {
    const backend = await this.connect();
    const runner = backend.openRunner(queue, run, {
      concurrency,
      lockDuration: HOLD_MS,
      stalledInterval: HOLD_MS / 2,
      maxStalledCount: 5,
      runRetryDelay: 1_000,
    });
    // BullMQ sets `finishedOn` on the last failure only, also where a job was held up too often to be tried again.
    runner.on('failed', (job, error) => {
      if (job?.finishedOn) void onDead(job, error).catch(() => undefined);
    });
    this.runners.push(runner);
  }

  /** Throws when the store does not answer. */
  async depth(queue: QueueName): Promise<QueueDepth> {
    const target = await this.open(queue);
    const counts = await inTime(target.getJobCounts('waiting', 'prioritized', 'active', 'delayed'));
    return { waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0), active: counts['active'] ?? 0, delayed: counts['delayed'] ?? 0 };
  }

  private async open(name: QueueName): Promise<JobQueue> {
    const backend = await this.connect();
    const queue = this.queues.get(name) ?? backend.openQueue(name);
    this.queues.set(name, queue);
    return queue;
  }

  private connect(): Promise<QueueBackend> {
    const { redisUrl, databaseUrl } = this.config;
    this.opening ??= (redisUrl ? redisBackend(redisUrl) : postgresBackend(databaseUrl!)).catch((error) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  /** Lets running jobs end while the database is still open to them. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.close()));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await (await this.opening?.catch(() => undefined))?.close();
  }
}

const toBullJob = ({ name, data, id, delayMs, late, retry = RETRY }: NewJob) => ({
  name,
  data,
  opts: {
    jobId: id,
    attempts: retry.attempts,
    backoff: { type: 'exponential', delay: retry.backoffMs },
    removeOnComplete: true,
    removeOnFail: true,
    ...(delayMs === undefined ? {} : { delay: delayMs }),
    // Jobs without a priority come before all that have one.
    ...(late ? { priority: 1 } : {}),
  },
});

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const late = sleep(ANSWER_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Error('The queue does not answer.');
  });
  // The slower of the two may fail when nobody waits for it any more.
  for (const either of [work, late]) either.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};
