export { MatchNoticeAudit, type MissingMatchNotice } from './application/match-notice-audit.js';
export { NoticeBulkWriter, type PastNotice } from './application/notice-bulk-writer.js';
export { NotificationService, type Preference, type ReadNotice } from './application/notification.service.js';
export { NotificationsAuditModule, NotificationsHttpModule, NotificationsJobsModule, NotificationsModule } from './notifications.module.js';
