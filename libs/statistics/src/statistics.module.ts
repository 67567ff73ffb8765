import { Module } from '@nestjs/common';
import { registerSchema } from '@app/platform';
import { AuditLog } from './application/audit-log.js';
import { PublicStatistics } from './application/public-statistics.js';
import { ViewBulkWriter } from './application/view-bulk-writer.js';
import { ViewCounter } from './application/view-counter.js';
import { YearlyReport } from './application/yearly-report.js';
import { Views20261124001100 } from './data/migrations/20261124001100-views.js';
import { ViewBucket } from './data/view-bucket.entity.js';
import { StatisticsController } from './http/statistics.controller.js';

registerSchema({ entities: [ViewBucket], migrations: [Views20261124001100] });

@Module({ providers: [PublicStatistics, AuditLog, ViewCounter, ViewBulkWriter, YearlyReport], exports: [PublicStatistics, AuditLog, ViewCounter, ViewBulkWriter, YearlyReport] })
export class StatisticsModule {}

@Module({ imports: [StatisticsModule], controllers: [StatisticsController] })
export class StatisticsHttpModule {}
