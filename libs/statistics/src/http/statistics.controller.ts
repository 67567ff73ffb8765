import { Controller, Get, Query } from '@nestjs/common';
import { IsISO8601, IsUUID, Matches } from 'class-validator';
import { type Actor, CurrentActor, mapPage, Optional, type Page, PageQuery, Public, Requires, Text } from '@app/platform';
import { AuditLog } from '../application/audit-log.js';
import { type PublicFigures, PublicStatistics } from '../application/public-statistics.js';

export class AuditQuery extends PageQuery {
  @Optional() @IsUUID() subject?: string;
  @Optional() @IsUUID() actor?: string;
  @Optional() @Text(100) type?: string;
  @Optional() @IsISO8601({ strict: true }) from?: string;
  @Optional() @IsISO8601({ strict: true }) to?: string;
  @Optional() @Matches(/^\d{1,18}$/) declare cursor?: string;
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

  @Get('statistics/public')
  @Public()
  figures(): Promise<PublicFigures> {
    return this.statistics.figures();
  }

  @Get('audit')
  @Requires('audit:read')
  async events(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<Page<EventView>> {
    return mapPage(await this.audit.list(actor, query), (row) => ({ ...row, at: row.at.toISOString() }));
  }
}
