import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, Unasked } from '../auth/auth.decorators.js';
import { CONFIG, type Config } from '../config/config.js';
import { commonErrors } from '../kernel/domain-error.js';
import { FloorMetrics } from '../metrics/floor-metrics.js';
import { HealthParts, type HealthReport } from './health-parts.js';

@Public()
@Unasked()
@Controller()
export class HealthController {
  constructor(
    private readonly parts: HealthParts,
    private readonly metrics: FloorMetrics,
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
    if (metricsToken && !isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) throw commonErrors.not_found();
    return this.metrics.page();
  }
}

const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
