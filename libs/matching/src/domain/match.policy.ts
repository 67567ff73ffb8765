import { type Actor, type Decision, granted, hidden, refused } from '@app/platform';

interface Sides {
  requestOrganizationId: string;
  offerOrganizationId: string;
  demandCentreId: string;
  supplyCentreId: string;
}

/** Brokers of either side's centre; the demand's owns the case, the supply's may read and act. */
const isBroker = (actor: Actor, match: Sides): boolean => actor.actsFor(match.demandCentreId) || actor.actsFor(match.supplyCentreId);
const isParty = (actor: Actor, match: Sides): boolean => actor.memberOf(match.requestOrganizationId) || actor.memberOf(match.offerOrganizationId);

export const canBroker = (actor: Actor, match: Sides): Decision =>
  isBroker(actor, match) ? granted : isParty(actor, match) ? refused() : hidden;

export const canGiveFeedback = (actor: Actor, match: Sides): Decision => (isBroker(actor, match) || isParty(actor, match) ? granted : hidden);

/** The budget is seen by the request's owner and the brokers of its centre only. */
export const seesBudget = (actor: Actor, match: Pick<Sides, 'requestOrganizationId' | 'demandCentreId'>): boolean =>
  actor.memberOf(match.requestOrganizationId) || actor.actsFor(match.demandCentreId);
