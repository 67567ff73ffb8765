import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { OrganizationsModule } from '@app/organizations';
import { RequestsModule } from '@app/requests';
import { ModerationQueue } from './application/moderation-queue.js';
import { ModerationController } from './http/moderation.controller.js';

@Module({ imports: [CatalogModule, RequestsModule, OrganizationsModule], providers: [ModerationQueue], exports: [ModerationQueue] })
export class DeskModule {}

@Module({ imports: [DeskModule], controllers: [ModerationController] })
export class DeskHttpModule {}
