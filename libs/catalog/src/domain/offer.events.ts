import { event } from '@app/platform';
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
