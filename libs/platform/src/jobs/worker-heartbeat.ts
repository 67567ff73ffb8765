import { hostname } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** How a worker process is, as it said last. */
export interface WorkerFacts {
  memoryBytes: number;
  /** The longest of nearly all (99 %) holdings-up of its event loop since the sign before, in seconds. */
  eventLoopDelay: number;
  done: number;
  failed: number;
}

export interface SeenWorker extends WorkerFacts {
  worker: string;
  secondsAgo: number;
}

/** A worker that has given no sign for this long is taken for gone. */
const SILENT = '45 seconds';

/** A worker has no address to be asked at: it leaves signs of life in the database, which health and metrics read. */
@Injectable()
export class WorkerHeartbeat {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly worker = `${hostname()}.${process.pid}`;
  private readonly counts = { done: 0, failed: 0 };

  constructor(private readonly database: Database) {
    this.delay.enable();
  }

  count(result: 'done' | 'failed'): void {
    this.counts[result]++;
  }

  async beat(): Promise<void> {
    const facts: WorkerFacts = { memoryBytes: process.memoryUsage.rss(), eventLoopDelay: this.delay.percentile(99) / 1e9, ...this.counts };
    this.delay.reset();
    await this.database.query(
      `insert into worker_heartbeat (worker, started_at, seen_at, facts) values ($1, now(), now(), $2)
       on conflict (worker) do update set seen_at = now(), facts = excluded.facts`,
      [this.worker, JSON.stringify(facts)],
    );
    await this.database.query(`delete from worker_heartbeat where seen_at < now() - interval '1 day'`);
  }

  async leave(): Promise<void> {
    this.delay.disable();
    await this.database.query('delete from worker_heartbeat where worker = $1', [this.worker]);
  }
}

/** The workers that have given a sign lately. */
export const seenWorkers = (database: Database): Promise<SeenWorker[]> =>
  database
    .query<{ worker: string; seconds: string; facts: WorkerFacts }>(
      `select worker, extract(epoch from now() - seen_at) as seconds, facts from worker_heartbeat where seen_at > now() - interval '${SILENT}' order by worker`,
    )
    .then((rows) => rows.map(({ worker, seconds, facts }) => ({ worker, secondsAgo: Number(seconds), ...facts })));
