import { Controller, Get, Header, Inject, Injectable, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/auth.decorators.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { QUEUES, Queues } from '../jobs/queues.js';
import { commonErrors } from '../kernel/domain-error.js';
import { Metrics } from '../metrics/metrics.js';

export type HealthState = 'ok' | 'degraded' | 'down';

/** A part that says how it is; contexts add theirs at start. */
export interface HealthPart {
  name: string;
  check(): Promise<{ state: HealthState; detail?: string }>;
}

export interface HealthReport {
  state: HealthState;
  parts: Record<string, { state: HealthState; detail?: string }>;
}

/** The parts whose state decides whether this process is ready. */
@Injectable()
export class HealthParts {
  private readonly parts: HealthPart[] = [];

  constructor(database: Database) {
    this.add({
      name: 'database',
      check: () => database.query('select 1').then(() => ({ state: 'ok' as const }), () => ({ state: 'down' as const })),
    });
  }

  add(part: HealthPart): void {
    this.parts.push(part);
  }

  async report(): Promise<HealthReport> {
    const results = await Promise.all(this.parts.map(async (part) => [part.name, await part.check().catch(() => ({ state: 'down' as const }))] as const));
    const states = results.map(([, result]) => result.state);
    const state = states.includes('down') ? 'down' : states.includes('degraded') ? 'degraded' : 'ok';
    return { state, parts: Object.fromEntries(results) };
  }
}

@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly parts: HealthParts,
    private readonly metrics: Metrics,
    private readonly queues: Queues,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { state: 'ok' } {
    return { state: 'ok' };
  }

  /** The process and what it needs are ready; 503 when a part is down. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.parts.report();
    if (report.state === 'down') void reply.status(503);
    return report;
  }

  /** Figures for Prometheus; with METRICS_TOKEN set, only for its bearer. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken && request.headers.authorization !== `Bearer ${metricsToken}`) throw commonErrors.not_found();
    for (const queue of QUEUES) {
      const depth = await this.queues.depth(queue);
      for (const [state, count] of Object.entries(depth)) this.metrics.queueDepth.set({ queue, state }, count);
    }
    const [row] = await this.database.query<{ n: number }>('select count(*)::int as n from outbox');
    this.metrics.outboxPending.set(row.n);
    return this.metrics.registry.metrics();
  }
}
