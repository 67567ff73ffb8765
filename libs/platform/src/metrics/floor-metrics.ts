import { Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { Database } from '../database/database.js';
import { DeadLetters } from '../jobs/dead-letters.js';
import { QUEUES, Queues } from '../jobs/queues.js';
import { seenWorkers } from '../jobs/worker-heartbeat.js';
import { Metrics } from './metrics.js';

const gaugesOf = (registry: Registry) => {
  const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []): Gauge<T> =>
    new Gauge({ name: `techfloor_${name}`, help, labelNames, registers: [registry] });
  return {
    queueDepth: gauge('queue_jobs', 'Jobs in a queue by state.', ['queue', 'state']),
    queueUp: gauge('queue_up', '1 when the store of the queues answers.'),
    outboxPending: gauge('outbox_pending', 'Events that some handler has not yet done.'),
    outboxAge: gauge('outbox_oldest_seconds', 'Age of the oldest of them.'),
    deadLetters: gauge('dead_letters', 'Jobs that wait for a person to try them again.'),
    workerSeen: gauge('worker_seen_seconds', 'Seconds since a worker gave its last sign.', ['worker']),
    workerMemory: gauge('worker_memory_bytes', 'Resident memory of a worker.', ['worker']),
    workerDelay: gauge('worker_event_loop_delay_p99_seconds', 'Event-loop delay of a worker, 99th percentile since the sign before.', ['worker']),
    workerJobs: gauge('worker_jobs', 'Jobs that a worker has run since its start, by result.', ['worker', 'result']),
  };
};

/** What only the stores know: the queues' depth, what waits, what has failed, and how the workers are. Read when somebody asks. */
@Injectable()
export class FloorMetrics {
  private readonly gauges: ReturnType<typeof gaugesOf>;

  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly deadLetters: DeadLetters,
  ) {
    this.gauges = gaugesOf(metrics.registry);
  }

  /** The whole page for Prometheus. A store that does not answer leaves its figures out. */
  async page(): Promise<string> {
    await Promise.all([this.askQueues(), this.askDatabase().catch(() => undefined)]);
    return this.metrics.registry.metrics();
  }

  private async askQueues(): Promise<void> {
    this.gauges.queueDepth.reset();
    try {
      for (const queue of QUEUES) {
        for (const [state, count] of Object.entries<number>({ ...(await this.queues.depth(queue)) })) this.gauges.queueDepth.set({ queue, state }, count);
      }
      this.gauges.queueUp.set(1);
    } catch {
      this.gauges.queueUp.set(0);
    }
  }

  private async askDatabase(): Promise<void> {
    const [outbox] = await this.database.query<{ n: number; age: string | null }>(
      'select count(*)::int as n, extract(epoch from now() - min(created_at)) as age from outbox',
    );
    this.gauges.outboxPending.set(outbox.n);
    this.gauges.outboxAge.set(Number(outbox.age ?? 0));
    this.gauges.deadLetters.set(await this.deadLetters.count());
    await this.askWorkers();
  }

  private async askWorkers(): Promise<void> {
    const { workerSeen, workerMemory, workerDelay, workerJobs } = this.gauges;
    for (const gauge of [workerSeen, workerMemory, workerDelay, workerJobs]) gauge.reset();
    for (const { worker, secondsAgo, memoryBytes, eventLoopDelay, done, failed } of await seenWorkers(this.database)) {
      workerSeen.set({ worker }, secondsAgo);
      workerMemory.set({ worker }, memoryBytes);
      workerDelay.set({ worker }, eventLoopDelay);
      workerJobs.set({ worker, result: 'done' }, done);
      workerJobs.set({ worker, result: 'failed' }, failed);
    }
  }
}
