import { Module } from '@nestjs/common';
import { registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { RequestBulkWriter, RequestReader } from './application/request-reader.js';
import { RequestService } from './application/request.service.js';
import { Requests20261124000600 } from './data/migrations/20261124000600-requests.js';
import { RequestQuantity, RequestSlug } from './data/request-child.entities.js';
import { RequestRepository } from './data/request.repository.js';
import { Request, RequestRevision } from './domain/request.js';
import { RequestController } from './http/request.controller.js';

registerSchema({ entities: [Request, RequestRevision, RequestQuantity, RequestSlug], migrations: [Requests20261124000600] });

@Module({
  imports: [TaxonomyModule],
  providers: [RequestRepository, RequestService, RequestReader, RequestBulkWriter],
  exports: [RequestService, RequestReader, RequestBulkWriter],
})
export class RequestsModule {}

@Module({ imports: [RequestsModule], controllers: [RequestController] })
export class RequestsHttpModule {}
