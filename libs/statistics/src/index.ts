export { type PublicFigures, PublicStatistics } from './application/public-statistics.js';
export { type BulkViews, ViewBulkWriter } from './application/view-bulk-writer.js';
export { ViewCounter } from './application/view-counter.js';
export { YearlyReport, type YearlyReportView } from './application/yearly-report.js';
export { StatisticsHttpModule, StatisticsModule } from './statistics.module.js';
