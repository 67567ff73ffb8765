import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventAudit, HandlerRegistry } from '../events/event-audit.js';
import { EventRunner } from '../events/event-runner.js';
import { EventStore } from '../events/event-store.js';
import { EventHandlers } from '../events/on-event.decorator.js';
import { OutboxRelay } from '../events/outbox-relay.js';
import { Logger } from '../logging/logger.js';
import { DeadLetters } from './dead-letters.js';
import { HousekeepingJob } from './housekeeping.job.js';
import { JobWorker } from './job-worker.js';
import { JobMethods } from './on-job.decorator.js';
import { Queues } from './queues.js';
import { WorkerHeartbeat } from './worker-heartbeat.js';

/** Events, outbox and queues, for every process. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [EventStore, EventAudit, EventHandlers, EventRunner, OutboxRelay, Queues, DeadLetters, JobMethods, Logger],
  exports: [EventStore, EventAudit, EventHandlers, EventRunner, OutboxRelay, Queues, DeadLetters, JobMethods, Logger],
})
export class EventsModule {}

/** Only in the worker process. */
@Module({ imports: [EventsModule], providers: [JobWorker, HandlerRegistry, HousekeepingJob, WorkerHeartbeat], exports: [JobWorker] })
export class WorkerModule {}
