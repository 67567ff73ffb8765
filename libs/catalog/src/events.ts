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
export const OFFERS_IMPORTED = 'catalog.offers_imported.v1';
