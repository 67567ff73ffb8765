import { type Actor, type Decision, granted, hidden, refused } from '@app/platform';
import { matchingErrors } from './matching.errors.js';

interface Sides {
  requestOrganizationId: string;
  offerOrganizationId: string;
  demandCentreId: string;
  supplyCentreId: string;
}

/** Brokers of either side's centre; the demand's owns the case, the supply's may read and act. */
const isBroker = (actor: Actor, match: Sides): boolean => actor.actsFor(match.demandCentreId) || actor.actsFor(match.supplyCentreId);
const isParty = (actor: Actor, match: Sides): boolean => actor.memberOf(match.requestOrganizationId) || actor.memberOf(match.offerOrganizationId);

/** Nobody brokers for an organization of his own. */
export const canBroker = (actor: Actor, match: Sides): Decision => {
  if (isParty(actor, match)) return refused(isBroker(actor, match) ? matchingErrors.own_organization : undefined);
  return isBroker(actor, match) ? granted : hidden;
};

export const canGiveFeedback = (actor: Actor, match: Sides): Decision => (isBroker(actor, match) || isParty(actor, match) ? granted : hidden);

/** The budget is seen by the request's owner and the brokers of its centre only, and by none of these who belongs to the supplier. */
export const seesBudget = (actor: Actor, match: Omit<Sides, 'supplyCentreId'>): boolean =>
  actor.memberOf(match.requestOrganizationId) || (actor.actsFor(match.demandCentreId) && !actor.memberOf(match.offerOrganizationId));
