export { type ImportedOffers, ImportOffers } from './application/import-offers.use-case.js';
export { type BulkOffer, OfferBulkWriter } from './application/offer-bulk-writer.js';
export { type LiveOffer, type OfferCard, OfferReader, type QueueItem } from './application/offer-reader.js';
export { type OfferDetails, OfferService } from './application/offer.service.js';
export { CatalogHttpModule, CatalogJobsModule, CatalogModule } from './catalog.module.js';
export { EMPTY_CONTENT, type OfferContent } from './domain/offer-revision.js';
export { contentOf, CreateOfferBody, EditOfferBody } from './http/offer.dto.js';
export { type OfferView, toOfferView } from './http/offer.view.js';
