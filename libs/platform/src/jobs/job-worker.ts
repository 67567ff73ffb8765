import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DatabaseNotices } from '../database/database-notices.js';
import { HANDLER_SEEN_EVERY_MS, HandlerRegistry } from '../events/event-audit.js';
import { EventRunner } from '../events/event-runner.js';
import { EVENT_JOB, OutboxRelay } from '../events/outbox-relay.js';
import type { QueueName } from '../events/on-event.decorator.js';
import { Logger } from '../logging/logger.js';
import { DeadLetters } from './dead-letters.js';
import { JobMethods } from './on-job.decorator.js';
import { QUEUES, Queues } from './queues.js';
import { WorkerHeartbeat } from './worker-heartbeat.js';

const CONCURRENCY = { interactive: 8, bulk: 2 } as const;
const RELAY_POLL_MS = 2_000;
const SWEEP_MS = 20_000;
const HEARTBEAT_MS = 10_000;

/** The worker process: works on the queues, relays the outbox (woken by NOTIFY and a poll) and runs the schedules. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<unknown>>();
  private relaying: Promise<void> | undefined;
  private relayAgain = false;

  constructor(
    private readonly notices: DatabaseNotices,
    private readonly queues: Queues,
    private readonly runner: EventRunner,
    private readonly relay: OutboxRelay,
    private readonly methods: JobMethods,
    private readonly heartbeat: WorkerHeartbeat,
    private readonly registry: HandlerRegistry,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const jobs = this.methods.jobs();
    await this.registry.register();
    for (const queue of QUEUES) {
      await this.queues.work(queue, CONCURRENCY[queue], (job) => this.counted(job, jobs), (job, error) => this.bury(queue, job, error));
    }
    await this.heartbeat.beat();
    await this.notices.listen('outbox', () => void this.wake().catch((error: Error) => this.logger.warn('relay', { error: error.message })));
    this.every('heartbeat', HEARTBEAT_MS, () => this.heartbeat.beat());
    this.every('handlers', HANDLER_SEEN_EVERY_MS, () => this.registry.register());
    this.every('relay', RELAY_POLL_MS, () => this.wake());
    this.every('sweep', SWEEP_MS, async () => void (await this.relay.sweep()));
    for (const { name, ms, run } of this.methods.schedules()) this.every(name, ms, run);
  }

  private async counted(job: Job, jobs: ReturnType<JobMethods['jobs']>): Promise<void> {
    try {
      await this.perform(job, jobs);
      this.heartbeat.count('done');
    } catch (error) {
      this.heartbeat.count('failed');
      throw error;
    }
  }

  private async perform(job: Job, jobs: ReturnType<JobMethods['jobs']>): Promise<void> {
    if (job.name === EVENT_JOB) {
      const { eventId, handler } = job.data as { eventId: string; handler: string };
      await this.runner.run(eventId, handler);
      return;
    }
    const method = jobs.get(job.name);
    if (!method) throw new Error(`No worker for jobs named ${job.name}`);
    await method(job.data as Record<string, unknown>);
  }

  private async bury(queue: QueueName, job: Job, error: Error): Promise<void> {
    const { eventId, handler } = job.data as { eventId?: string; handler?: string };
    this.logger.error('a job has failed for good', { job: job.name, eventId, handler, error: error.message });
    await this.deadLetters.bury({ eventId: eventId ?? null, handler: handler ?? job.name, job: job.name, queue, data: job.data as Record<string, unknown>, error: error.message });
  }

  /** Runs the relay until the outbox is empty; calls during a run make one more run. */
  private wake(): Promise<void> {
    this.relayAgain = true;
    this.relaying ??= this.drain().finally(() => (this.relaying = undefined));
    return this.relaying;
  }

  private async drain(): Promise<void> {
    while (this.relayAgain && !this.stopping) {
      this.relayAgain = false;
      while (!this.stopping && (await this.relay.sendPending()) > 0);
    }
  }

  private every(name: string, ms: number, run: () => Promise<void>): void {
    const again = async (): Promise<void> => {
      const work = run().catch((error: Error) => this.logger.warn('a scheduled task failed', { name, error: error.message }));
      this.running.add(work);
      await work;
      this.running.delete(work);
      this.later(ms, () => void again());
    };
    this.later(Math.min(ms, 200), () => void again());
  }

  private later(ms: number, run: () => void): void {
    if (this.stopping) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, ms);
    this.timers.add(timer);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
    await this.heartbeat.leave().catch(() => undefined);
  }
}
