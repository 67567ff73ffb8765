import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@app/organizations';
import { registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { ImportRequests } from './application/import-requests.use-case.js';
import { RequestBulkWriter } from './application/request-bulk-writer.js';
import { RequestReader } from './application/request-reader.js';
import { RequestRowReader } from './application/request-row-reader.js';
import { RequestService } from './application/request.service.js';
import { Requests20261124000600 } from './data/migrations/20261124000600-requests.js';
import { NamesThatWait20261126110000 } from './data/migrations/20261126110000-names-that-wait.js';
import { RequestQuantity, RequestSlug } from './data/request-child.entities.js';
import { RequestRepository } from './data/request.repository.js';
import { Request, RequestRevision } from './domain/request.js';
import { RequestController } from './http/request.controller.js';

registerSchema({ entities: [Request, RequestRevision, RequestQuantity, RequestSlug], migrations: [Requests20261124000600, NamesThatWait20261126110000] });

@Module({
  imports: [OrganizationsModule, TaxonomyModule],
  providers: [RequestRepository, RequestService, RequestReader, RequestBulkWriter, RequestRowReader, ImportRequests],
  exports: [RequestService, RequestReader, RequestBulkWriter, ImportRequests],
})
export class RequestsModule {}

@Module({ imports: [RequestsModule], controllers: [RequestController] })
export class RequestsHttpModule {}
