import { Module } from '@nestjs/common';
// For their tables only: whichever process starts first makes all of them.
import '@app/connections';
import '@app/statistics';
import { CatalogJobsModule } from '@app/catalog';
import { NotificationsJobsModule } from '@app/notifications';
import { MatchingJobsModule } from '@app/matching';
import { WorkerModule } from '@app/platform';
import { SearchJobsModule } from '@app/search';

/** The job process: every context's handlers, the outbox relay and the schedules. */
@Module({ imports: [WorkerModule, CatalogJobsModule, SearchJobsModule, MatchingJobsModule, NotificationsJobsModule] })
export class WorkerAppModule {}
