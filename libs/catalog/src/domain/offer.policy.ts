import { type Actor, type Decision, granted, hidden, isGranted, refused } from '@app/platform';
import type { Offer, OfferAction } from './offer.js';
import { catalogErrors } from './offer.errors.js';

const STAFF_ACTIONS: readonly OfferAction[] = ['approve', 'return', 'suspend', 'resume'];

/** The owner and the staff of its centre see every state; everybody else what is public. */
export const seesAll = (actor: Actor, offer: Offer): boolean => actor.memberOf(offer.organizationId) || actor.actsFor(offer.centreId);

export const canRead = (actor: Actor, offer: Offer): Decision => (offer.isPublic || seesAll(actor, offer) ? granted : hidden);

export const canEdit = (actor: Actor, offer: Offer): Decision => {
  if (actor.isSystem || actor.memberOf(offer.organizationId)) return granted;
  return isGranted(canRead(actor, offer)) ? refused(catalogErrors.not_your_offer) : hidden;
};

/** Staff act for their own centre, and never on what belongs to an organization of theirs. */
export const canModerate = (actor: Actor, offer: Offer): Decision => {
  if (actor.memberOf(offer.organizationId)) return refused(catalogErrors.own_organization);
  if (actor.actsFor(offer.centreId)) return granted;
  return isGranted(canRead(actor, offer)) ? refused() : hidden;
};

/** What this actor may do now: the state's possibilities under the policies. */
export const allowedActions = (actor: Actor, offer: Offer): string[] => {
  const owner = actor.memberOf(offer.organizationId);
  const staff = isGranted(canModerate(actor, offer));
  const actions: string[] = offer.possible().filter((action) => (STAFF_ACTIONS.includes(action) ? staff : owner));
  if (offer.isPublic && !owner && actor.organizationsOf('enterprise').length > 0) actions.push('enquire');
  return actions;
};
