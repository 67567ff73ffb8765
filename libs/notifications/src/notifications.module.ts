import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { OrganizationsModule } from '@app/organizations';
import { Mailer, registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { MailSender } from './application/mail-sender.js';
import { MatchNoticeAudit } from './application/match-notice-audit.js';
import { NoticeBulkWriter } from './application/notice-bulk-writer.js';
import { NoticeRenderer } from './application/notice-renderer.js';
import { NotificationService } from './application/notification.service.js';
import { Notifier } from './application/notifier.js';
import { Notifications20261124001000 } from './data/migrations/20261124001000-notifications.js';
import { DeclinedMatches20261125132200 } from './data/migrations/20261125132200-declined-matches.js';
import { Delivery, Notification, NotificationPreference, NotifiedMatch } from './data/notification.entities.js';
import { SavedSearchCards } from './data/saved-search-cards.js';
import { SubjectTitles } from './data/subject-titles.js';
import { NotificationController } from './http/notification.controller.js';
import { NotifyHandler } from './jobs/notify.handler.js';
import { SendMailJob } from './jobs/send-mail.job.js';

registerSchema({
  entities: [Notification, NotifiedMatch, Delivery, NotificationPreference],
  migrations: [Notifications20261124001000, DeclinedMatches20261125132200],
});

@Module({
  imports: [TaxonomyModule],
  providers: [SubjectTitles, NoticeRenderer, NotificationService, NoticeBulkWriter],
  exports: [SubjectTitles, NoticeRenderer, NotificationService, NoticeBulkWriter],
})
export class NotificationsModule {}

@Module({ imports: [NotificationsModule], controllers: [NotificationController] })
export class NotificationsHttpModule {}

/** For reconciliation: whom the floor should have told. */
@Module({ providers: [Notifier, MatchNoticeAudit], exports: [MatchNoticeAudit] })
export class NotificationsAuditModule {}

@Module({
  imports: [NotificationsModule, OrganizationsModule, IdentityModule],
  providers: [Notifier, NotifyHandler, SavedSearchCards, Mailer, MailSender, SendMailJob],
  exports: [MailSender, Notifier],
})
export class NotificationsJobsModule {}
