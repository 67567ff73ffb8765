export { MatchFinder } from './application/match-finder.js';
export { type MatchReason, MatchService, type MatchView } from './application/match.service.js';
export { RelatedOffers } from './application/related-offers.js';
export type { Match } from './data/match.entities.js';
export { MatchingHttpModule, MatchingJobsModule, MatchingModule, RelatedOffersModule } from './matching.module.js';
