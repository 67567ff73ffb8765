import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { OrganizationsModule } from '@app/organizations';
import { CONFIG, type Config, Logger, Metrics, registerSchema } from '@app/platform';
import { RequestsModule } from '@app/requests';
import { TaxonomyModule } from '@app/taxonomy';
import { EmbeddedEngine } from './adapters/embedded.engine.js';
import { FailoverEngine } from './adapters/failover.engine.js';
import { KeptAnswers } from './adapters/kept-answers.js';
import { searchingClient } from './adapters/meilisearch-client.js';
import { MeilisearchEngine } from './adapters/meilisearch.engine.js';
import { SHOWN_MS } from './adapters/page-sequences.js';
import { CandidateScan } from './application/candidate-scan.js';
import { countAnswers, reportFailover } from './application/search-figures.js';
import { DocumentFollower } from './application/document-follower.js';
import { IndexFeeder } from './application/index-feeder.js';
import { IndexLoader } from './application/index-loader.js';
import { IndexingService } from './application/indexing.service.js';
import { MeilisearchNaming } from './application/meilisearch-naming.js';
import { MeilisearchWriter } from './application/meilisearch-writer.js';
import { OfferSearchService } from './application/offer-search.service.js';
import { PercolationService } from './application/percolation.service.js';
import { QueryLog } from './application/query-log.js';
import { RequestIndex } from './application/request-index.js';
import { RequestSearchService } from './application/request-search.service.js';
import { SearchAlternatives } from './application/search-alternatives.js';
import { SearchHelp } from './application/search-help.js';
import { SuggestedNames } from './application/suggested-names.js';
import { SuggestionDeskService } from './application/suggestion-desk.service.js';
import { SuggestionService } from './application/suggestion.service.js';
import { SavedSearchService } from './application/saved-search.service.js';
import { StandingSearches } from './application/standing-searches.js';
import { SynonymEditor } from './application/synonym-editor.js';
import { SynonymPreviewer } from './application/synonym-previewer.js';
import { SynonymService } from './application/synonym.service.js';
import { Search20261124000700 } from './data/migrations/20261124000700-search.js';
import { ShippedSynonyms20261124001300 } from './data/migrations/20261124001300-shipped-synonyms.js';
import { SearchQueries20261125125054 } from './data/migrations/20261125125054-search-queries.js';
import { AnalysedOffers20261125130700 } from './data/migrations/20261125130700-analysed-offers.js';
import { SavedSearchesOnce20261126051000 } from './data/migrations/20261126051000-saved-searches-once.js';
import { SavedSearchHits20261125132000 } from './data/migrations/20261125132000-saved-search-hits.js';
import { MoreShippedSynonyms20261125214900 } from './data/migrations/20261125214900-more-shipped-synonyms.js';
import { SynonymVersions20261125141621 } from './data/migrations/20261125141621-synonym-versions.js';
import { QueryAskers20261125214500 } from './data/migrations/20261125214500-query-askers.js';
import { GuardingSynonyms20261126053500 } from './data/migrations/20261126053500-guarding-synonyms.js';
import { FieldSynonyms20261126081500 } from './data/migrations/20261126081500-field-synonyms.js';
import { TradeSynonyms20261126050000 } from './data/migrations/20261126050000-trade-synonyms.js';
import { WithheldSuggestions20261125215500 } from './data/migrations/20261125215500-withheld-suggestions.js';
import { SavedSearch, SavedSearchHit } from './data/saved-search.entity.js';
import { SavedSearchRepository } from './data/saved-search.repository.js';
import { SearchDocument } from './data/search-document.entity.js';
import { SearchQueryBucket } from './data/search-query-bucket.entity.js';
import { SearchQueryRepository } from './data/search-query.repository.js';
import { SynonymRepository } from './data/synonym.repository.js';
import { WithheldSuggestionRepository } from './data/withheld-suggestion.repository.js';
import { SearchDocumentRepository } from './data/search-document.repository.js';
import { OfferSearchController } from './http/offer-search.controller.js';
import { RequestSearchController } from './http/request-search.controller.js';
import { SearchDeskController } from './http/search-desk.controller.js';
import { SavedSearchController } from './http/saved-search.controller.js';
import { IndexOffersHandler } from './jobs/index-offers.handler.js';
import { SuggestionController } from './http/suggestion.controller.js';
import { SuggestionDeskController } from './http/suggestion-desk.controller.js';
import { ForgetAccountHandler } from './jobs/forget-account.handler.js';
import { PercolateHandler } from './jobs/percolate.handler.js';
import { SearchEngine } from './ports/search-engine.port.js';

registerSchema({
  entities: [SearchDocument, SavedSearch, SavedSearchHit, SearchQueryBucket],
  migrations: [Search20261124000700, ShippedSynonyms20261124001300, SearchQueries20261125125054, AnalysedOffers20261125130700, SavedSearchHits20261125132000, SynonymVersions20261125141621, QueryAskers20261125214500, MoreShippedSynonyms20261125214900, WithheldSuggestions20261125215500, TradeSynonyms20261126050000, SavedSearchesOnce20261126051000, GuardingSynonyms20261126053500, FieldSynonyms20261126081500],
});

/** Writes search documents: needs no engine in memory. */
@Module({
  imports: [CatalogModule],
  providers: [SearchDocumentRepository, IndexingService, SynonymRepository, SynonymService, MeilisearchNaming, DocumentFollower],
  exports: [SearchDocumentRepository, IndexingService, SynonymRepository, SynonymService, MeilisearchNaming, DocumentFollower],
})
export class SearchIndexModule {}

/** Meilisearch where it is set up, with the embedded engine in its place when it fails; else the embedded engine alone. */
const engineOf = (config: Config, embedded: EmbeddedEngine, naming: MeilisearchNaming, logger: Logger, metrics: Metrics): SearchEngine => {
  const answered = countAnswers(metrics);
  if (!config.meili) return new KeptAnswers(embedded, embedded, { answered });
  const meilisearch = new MeilisearchEngine(searchingClient(config.meili), () => naming.current(), embedded);
  const failover = new FailoverEngine(meilisearch, embedded, { listener: reportFailover(metrics, logger) });
  return new KeptAnswers(failover, embedded, { longestMs: SHOWN_MS, answered });
};

/** The engine of this process, fed from the documents. */
@Module({
  imports: [SearchIndexModule, CatalogModule, OrganizationsModule, RequestsModule, TaxonomyModule],
  providers: [
    EmbeddedEngine,
    { provide: SearchEngine, useFactory: engineOf, inject: [CONFIG, EmbeddedEngine, MeilisearchNaming, Logger, Metrics] },
    IndexFeeder,
    IndexLoader,
    CandidateScan,
    OfferSearchService,
    SearchAlternatives,
    SearchQueryRepository,
    QueryLog,
    SynonymEditor,
    SynonymPreviewer,
    SearchHelp,
    SavedSearchRepository,
    SavedSearchService,
    RequestIndex,
    RequestSearchService,
    SuggestedNames,
    SuggestionService,
    WithheldSuggestionRepository,
    SuggestionDeskService,
  ],
  exports: [SearchEngine, EmbeddedEngine, IndexFeeder, CandidateScan, OfferSearchService, QueryLog, SynonymEditor, SynonymPreviewer, SearchHelp, SavedSearchRepository, SavedSearchService, SuggestionService, SuggestionDeskService, RequestSearchService, SearchIndexModule],
})
export class SearchModule {}

@Module({ imports: [SearchModule], controllers: [OfferSearchController, RequestSearchController, SuggestionController, SavedSearchController, SearchDeskController, SuggestionDeskController] })
export class SearchHttpModule {}

@Module({
  imports: [SearchModule, CatalogModule],
  providers: [IndexOffersHandler, MeilisearchWriter, StandingSearches, PercolationService, PercolateHandler, ForgetAccountHandler],
})
export class SearchJobsModule {}
