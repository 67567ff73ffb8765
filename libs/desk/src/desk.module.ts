import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { NotificationsAuditModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { RequestsModule } from '@app/requests';
import { SearchIndexModule } from '@app/search';
import { ModerationQueue } from './application/moderation-queue.js';
import { Reconciler } from './application/reconciler.js';
import { ModerationController } from './http/moderation.controller.js';

@Module({ imports: [CatalogModule, RequestsModule, OrganizationsModule], providers: [ModerationQueue], exports: [ModerationQueue] })
export class DeskModule {}

@Module({ imports: [DeskModule], controllers: [ModerationController] })
export class DeskHttpModule {}

/** Compares what has been derived with what it comes from, across contexts. */
@Module({ imports: [CatalogModule, SearchIndexModule, NotificationsAuditModule], providers: [Reconciler], exports: [Reconciler] })
export class ReconciliationModule {}
