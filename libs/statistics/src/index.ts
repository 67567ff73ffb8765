export { AuditLog } from './application/audit-log.js';
export { type PublicFigures, PublicStatistics } from './application/public-statistics.js';
export { ViewCounter } from './application/view-counter.js';
export { StatisticsHttpModule, StatisticsModule } from './statistics.module.js';
