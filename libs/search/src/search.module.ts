import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { OrganizationsModule } from '@app/organizations';
import { registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { EmbeddedEngine } from './adapters/embedded.engine.js';
import { IndexFeeder } from './application/index-feeder.js';
import { IndexingService } from './application/indexing.service.js';
import { OfferSearchService } from './application/offer-search.service.js';
import { SavedSearchService } from './application/saved-search.service.js';
import { Search20261124000700 } from './data/migrations/20261124000700-search.js';
import { SavedSearch } from './data/saved-search.entity.js';
import { SearchDocument } from './data/search-document.entity.js';
import { SearchDocumentRepository } from './data/search-document.repository.js';
import { OfferSearchController } from './http/offer-search.controller.js';
import { SavedSearchController } from './http/saved-search.controller.js';
import { IndexOffersHandler } from './jobs/index-offers.handler.js';
import { SearchEngine } from './ports/search-engine.port.js';

registerSchema({ entities: [SearchDocument, SavedSearch], migrations: [Search20261124000700] });

/** Writes search documents: needs no engine in memory. */
@Module({
  imports: [CatalogModule],
  providers: [SearchDocumentRepository, IndexingService],
  exports: [SearchDocumentRepository, IndexingService],
})
export class SearchIndexModule {}

/** The engine of this process, fed from the documents. */
@Module({
  imports: [SearchIndexModule, CatalogModule, OrganizationsModule, TaxonomyModule],
  providers: [
    EmbeddedEngine,
    { provide: SearchEngine, useExisting: EmbeddedEngine },
    IndexFeeder,
    OfferSearchService,
    SavedSearchService,
  ],
  exports: [SearchEngine, EmbeddedEngine, IndexFeeder, OfferSearchService, SavedSearchService, SearchIndexModule],
})
export class SearchModule {}

@Module({ imports: [SearchModule], controllers: [OfferSearchController, SavedSearchController] })
export class SearchHttpModule {}

@Module({ imports: [SearchIndexModule], providers: [IndexOffersHandler] })
export class SearchJobsModule {}
