import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@app/organizations';
import { registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { ImportOffers } from './application/import-offers.use-case.js';
import { OfferBulkWriter } from './application/offer-bulk-writer.js';
import { OfferExporter } from './application/offer-exporter.js';
import { OfferImportBatch } from './application/offer-import-batch.js';
import { OfferReader } from './application/offer-reader.js';
import { OfferRowReader } from './application/offer-row-reader.js';
import { OfferService } from './application/offer.service.js';
import { Offers20261124000500 } from './data/migrations/20261124000500-offers.js';
import { IpAsset, OfferSlug, OfferSpecification, OfferSuspension } from './data/offer-child.entities.js';
import { OfferImportRepository } from './data/offer-import.repository.js';
import { OfferRepository } from './data/offer.repository.js';
import { Offer } from './domain/offer.js';
import { OfferRevision } from './domain/offer-revision.js';
import { MyOffersController } from './http/my-offers.controller.js';
import { OfferController } from './http/offer.controller.js';
import { ExpireOffersJob } from './jobs/expire-offers.job.js';

registerSchema({
  entities: [Offer, OfferRevision, OfferSpecification, IpAsset, OfferSuspension, OfferSlug],
  migrations: [Offers20261124000500],
});

@Module({
  imports: [OrganizationsModule, TaxonomyModule],
  providers: [OfferRepository, OfferImportRepository, OfferService, OfferReader, OfferBulkWriter, OfferRowReader, OfferImportBatch, ImportOffers, OfferExporter],
  exports: [OfferService, OfferReader, OfferBulkWriter, ImportOffers, OfferExporter],
})
export class CatalogModule {}

@Module({ imports: [CatalogModule], controllers: [OfferController, MyOffersController] })
export class CatalogHttpModule {}

@Module({ imports: [CatalogModule], providers: [ExpireOffersJob], exports: [ExpireOffersJob] })
export class CatalogJobsModule {}
