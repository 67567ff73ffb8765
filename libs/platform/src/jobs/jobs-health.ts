import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { HealthParts, type HealthState } from '../http/health-parts.js';
import { DeadLetters } from './dead-letters.js';
import { Queues } from './queues.js';
import { seenWorkers } from './worker-heartbeat.js';

interface Finding {
  state: HealthState;
  detail?: string;
}

/** Tells health of the queue, the workers and what has failed for good. Pages and API go on without them: degraded, not down. */
@Injectable()
export class JobsHealth {
  constructor(
    health: HealthParts,
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly deadLetters: DeadLetters,
  ) {
    health.add({ name: 'queue', check: () => this.queue() });
    health.add({ name: 'worker', check: () => this.worker() });
    health.add({ name: 'jobs', check: () => this.jobs() });
  }

  private async queue(): Promise<Finding> {
    return this.queues.depth('interactive').then(() => ({ state: 'ok' }), () => ({ state: 'degraded', detail: 'The queue does not answer; events wait in the outbox.' }));
  }

  private async worker(): Promise<Finding> {
    const workers = await this.whileDatabaseAnswers(() => seenWorkers(this.database).then((seen) => seen.length));
    return workers === 0 ? { state: 'degraded', detail: 'No worker has given a sign lately; nobody is told of anything.' } : { state: 'ok' };
  }

  private async jobs(): Promise<Finding> {
    const count = await this.whileDatabaseAnswers(() => this.deadLetters.count());
    return count ? { state: 'degraded', detail: `Failed for good: ${count}. See \`cli dead-letters\`.` } : { state: 'ok' };
  }

  // The database's own part says when it is down; these say nothing then.
  private whileDatabaseAnswers(ask: () => Promise<number>): Promise<number | undefined> {
    return ask().catch(() => undefined);
  }
}
