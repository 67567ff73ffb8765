export { MailSender } from './application/mail-sender.js';
export { NoticeBulkWriter, type PastNotice } from './application/notice-bulk-writer.js';
export { NotificationService, type Preference, type ReadNotice } from './application/notification.service.js';
export { NotificationsHttpModule, NotificationsJobsModule, NotificationsModule } from './notifications.module.js';
