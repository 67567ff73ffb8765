import { event } from '@app/platform';
import { OFFERS_DRAFTED, OFFERS_IMPORTED } from '../events.js';
import type { Offer } from './offer.js';

export type OfferVerb = 'created' | 'edited' | 'submitted' | 'recalled' | 'returned' | 'approved' | 'withdrawn' | 'relisted' | 'suspended' | 'resumed' | 'expired';

/** An event of an offer; `from` and `to` are the states of its revision, or of its visibility where that is what changed. */
export const offerEvent = (verb: OfferVerb, offer: Offer, from: string | null, to: string | null) =>
  event(
    `catalog.offer_${verb}.v1`,
    offer.id,
    { offerId: offer.id, organizationId: offer.organizationId, centreId: offer.centreId, version: offer.version, revision: offer.working.number },
    { version: offer.version, organizationId: offer.organizationId, centreId: offer.centreId, from, to },
  );

/** Staff propose keywords to the owner, who alone edits what an offer says. */
export const offerAdvised = (offer: Offer, keywords: string[]) =>
  event(
    'catalog.offer_advised.v1',
    offer.id,
    { offerId: offer.id, organizationId: offer.organizationId, centreId: offer.centreId, keywords },
    { version: offer.version, organizationId: offer.organizationId, centreId: offer.centreId },
  );

/** Many offers at once: one event for up to 500 that an import has published, or written as drafts. */
export const offersImported = (runId: string, centreId: string, to: 'approved' | 'draft', offerIds: string[]) =>
  event(to === 'approved' ? OFFERS_IMPORTED : OFFERS_DRAFTED, runId, { offerIds, centreId }, { centreId, to });
