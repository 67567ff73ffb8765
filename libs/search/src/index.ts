export { EmbeddedEngine } from './adapters/embedded.engine.js';
export { IndexFeeder } from './application/index-feeder.js';
export { IndexingService } from './application/indexing.service.js';
export { type FoundOffer, type OfferSearchResult, OfferSearchService } from './application/offer-search.service.js';
export { QueryLog } from './application/query-log.js';
export { OfferSearchQuery } from './http/offer-search.dto.js';
export type { FacetName } from './ports/search-engine.port.js';
export { SearchHttpModule, SearchIndexModule, SearchJobsModule, SearchModule } from './search.module.js';
