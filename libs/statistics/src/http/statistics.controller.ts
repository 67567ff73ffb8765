import { Controller, Get, Query } from '@nestjs/common';
import { Matches } from 'class-validator';
import { type Actor, CurrentActor, mapPage, Optional, type Page, PageQuery, Public, OptionalId, QueryMoment, Requires, Text } from '@app/platform';
import { AuditLog } from '../application/audit-log.js';
import { type PublicFigures, PublicStatistics } from '../application/public-statistics.js';

export class AuditQuery extends PageQuery {
  @OptionalId() subject?: string;
  @OptionalId() actor?: string;
  @Optional() @Text(100) type?: string;
  @QueryMoment() from?: string;
  @QueryMoment() to?: string;
  @Optional() @Matches(/^\d{1,18}$/, { message: 'Con trỏ không hợp lệ. / Not a valid cursor.' }) declare cursor?: string;
}

export interface EventView {
  sequence: string;
  id: string;
  type: string;
  version: number;
  subject: string;
  actor: string | null;
  organization: string | null;
  centre: string | null;
  at: string;
  from: string | null;
  to: string | null;
  origin: string;
  data: Record<string, unknown>;
}

@Controller('api/v1')
export class StatisticsController {
  constructor(
    private readonly statistics: PublicStatistics,
    private readonly audit: AuditLog,
  ) {}

  /** The figures that the floor publishes of itself. */
  @Get('statistics/public')
  @Public()
  figures(): Promise<PublicFigures> {
    return this.statistics.figures();
  }

  /** The event log, newest first: managers see their centre's events, administrators all. */
  @Get('audit')
  @Requires('audit:read')
  async events(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<Page<EventView>> {
    return mapPage(await this.audit.list(actor, query), (row) => ({ ...row, at: row.at.toISOString() }));
  }
}
