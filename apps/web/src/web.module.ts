import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { ConnectionsModule } from '@app/connections';
import { DeskModule } from '@app/desk';
import { IdentityModule } from '@app/identity';
import { MatchingModule, RelatedOffersModule } from '@app/matching';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { PlatformHttpModule } from '@app/platform';
import { RequestsModule } from '@app/requests';
import { SearchModule } from '@app/search';
import { StatisticsModule } from '@app/statistics';
import { TaxonomyModule } from '@app/taxonomy';
import { ConnectionPages } from './account/connection-pages.js';
import { ConnectionsController } from './account/connections.controller.js';
import { MyOffersController } from './account/my-offers.controller.js';
import { MyRequestsController } from './account/my-requests.controller.js';
import { MySearchesController } from './account/my-searches.controller.js';
import { NotificationsController } from './account/notifications.controller.js';
import { SignInController } from './account/sign-in.controller.js';
import { CatalogueFacets } from './catalogue/catalogue-facets.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CataloguePages } from './catalogue/catalogue-pages.js';
import { SearchSaveController } from './catalogue/search-save.controller.js';
import { OfferPages } from './catalogue/offer-pages.js';
import { OfferPresenter } from './catalogue/offer-presenter.js';
import { OfferController } from './catalogue/offer.controller.js';
import { DeskCentreController } from './desk/desk-centre.controller.js';
import { DeskQueues } from './desk/desk-queues.js';
import { DeskOfferController } from './desk/desk-offer.controller.js';
import { DeskRequestPages } from './desk/desk-request-pages.js';
import { DeskRequestController } from './desk/desk-request.controller.js';
import { DeskSearchesController } from './desk/desk-searches.controller.js';
import { DeskSuggestionsController } from './desk/desk-suggestions.controller.js';
import { DeskSynonymsController } from './desk/desk-synonyms.controller.js';
import { DeskController } from './desk/desk.controller.js';
import { MatchesController } from './desk/matches.controller.js';
import { Choices } from './forms/choices.js';
import { HomeController } from './home/home.controller.js';
import { SiteController } from './home/site.controller.js';
import { ActionAddressesController } from './layout/action-addresses.controller.js';
import { AssetsController } from './layout/assets.controller.js';
import { ErrorPages } from './layout/error-pages.js';
import { PageViews } from './layout/page-views.js';
import { RequestPages } from './requests/request-pages.js';
import { RequestPresenter } from './requests/request-presenter.js';
import { RequestsController } from './requests/requests.controller.js';
import { SuppliersController } from './suppliers/suppliers.controller.js';

/** The pages: controllers by family, and those who gather what they show. */
@Module({
  imports: [
    PlatformHttpModule, IdentityModule, OrganizationsModule, TaxonomyModule, SearchModule, CatalogModule, RequestsModule, MatchingModule, RelatedOffersModule,
    ConnectionsModule, NotificationsModule, StatisticsModule, DeskModule,
  ],
  providers: [
    PageViews, ErrorPages, Choices, OfferPresenter, RequestPresenter, CatalogueFacets, CataloguePages, OfferPages, RequestPages, ConnectionPages,
    DeskQueues, DeskRequestPages,
  ],
  controllers: [
    AssetsController, HomeController, SiteController, CatalogueController, SearchSaveController, OfferController, SuppliersController, RequestsController, SignInController,
    MyOffersController, MyRequestsController, MySearchesController, ConnectionsController, NotificationsController,
    DeskController, DeskCentreController, DeskSearchesController, DeskSuggestionsController, DeskSynonymsController, DeskOfferController, DeskRequestController, MatchesController, ActionAddressesController,
  ],
})
export class WebModule {}
