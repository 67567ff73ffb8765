import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { registerSchema } from '@app/platform';
import { RequestsModule } from '@app/requests';
import { SearchModule } from '@app/search';
import { TaxonomyModule } from '@app/taxonomy';
import { MatchFinder } from './application/match-finder.js';
import { MatchService } from './application/match.service.js';
import { RelatedOffers } from './application/related-offers.js';
import { Match, MatchVerdict } from './data/match.entities.js';
import { Matches20261124000800 } from './data/migrations/20261124000800-matches.js';
import { MatchesBeyondBudget20261125125400 } from './data/migrations/20261125125400-matches-beyond-budget.js';
import { MatchDefaults20261125132000 } from './data/migrations/20261125132000-match-defaults.js';
import { MatchController } from './http/match.controller.js';
import { RelatedOffersController } from './http/related-offers.controller.js';
import { FindMatchesHandler } from './jobs/find-matches.handler.js';

registerSchema({ entities: [Match, MatchVerdict], migrations: [Matches20261124000800, MatchesBeyondBudget20261125125400, MatchDefaults20261125132000] });

@Module({ imports: [CatalogModule, RequestsModule, TaxonomyModule], providers: [MatchService], exports: [MatchService] })
export class MatchingModule {}

/** Reads the engine's index, so only processes that hold one import it. */
@Module({ imports: [CatalogModule, SearchModule], providers: [RelatedOffers], exports: [RelatedOffers] })
export class RelatedOffersModule {}

@Module({ imports: [MatchingModule, RelatedOffersModule], controllers: [MatchController, RelatedOffersController] })
export class MatchingHttpModule {}

/** Finding needs the engine's statistics in memory, so it lives in the worker. */
@Module({
  imports: [CatalogModule, RequestsModule, SearchModule],
  providers: [MatchFinder, FindMatchesHandler],
  exports: [MatchFinder],
})
export class MatchingJobsModule {}
