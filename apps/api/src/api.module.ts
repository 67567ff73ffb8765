import { Module } from '@nestjs/common';
import { CatalogHttpModule } from '@app/catalog';
import { ConnectionsHttpModule } from '@app/connections';
import { DeskHttpModule } from '@app/desk';
import { IdentityHttpModule } from '@app/identity';
import { MatchingHttpModule } from '@app/matching';
import { NotificationsHttpModule } from '@app/notifications';
import { OrganizationsHttpModule } from '@app/organizations';
import { PlatformHttpModule } from '@app/platform';
import { RequestsHttpModule } from '@app/requests';
import { SearchHttpModule } from '@app/search';
import { StatisticsHttpModule } from '@app/statistics';
import { TaxonomyHttpModule } from '@app/taxonomy';
import { OpenApiController } from './open-api.controller.js';

/** The REST API: every context's controllers. */
@Module({
  imports: [
    PlatformHttpModule,
    IdentityHttpModule,
    OrganizationsHttpModule,
    TaxonomyHttpModule,
    // Before the catalog: `GET /offers` must not be taken for `GET /offers/:id`.
    SearchHttpModule,
    CatalogHttpModule,
    RequestsHttpModule,
    MatchingHttpModule,
    ConnectionsHttpModule,
    NotificationsHttpModule,
    StatisticsHttpModule,
    DeskHttpModule,
  ],
  controllers: [OpenApiController],
})
export class ApiModule {}
