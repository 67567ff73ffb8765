/** Data of every `catalog.offer_*.v1` event. */
export interface OfferEventData {
  [key: string]: string | number;
  offerId: string;
  organizationId: string;
  centreId: string;
  version: number;
  revision: number;
}

const offerEventType = (verb: string): string => `catalog.offer_${verb}.v1`;

/** Events after which an offer's public face may differ. */
export const OFFER_FACE_CHANGED = ['approved', 'withdrawn', 'relisted', 'suspended', 'resumed', 'expired'].map(offerEventType);
/** An import has published up to 500 offers, new ones or new revisions: `offerIds`. */
export const OFFERS_IMPORTED = 'catalog.offers_imported.v1';
/** The same for drafts; only logged, since nobody else sees them. */
export const OFFERS_DRAFTED = 'catalog.offers_drafted.v1';
