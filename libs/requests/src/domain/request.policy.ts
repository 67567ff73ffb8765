import { type Actor, type Decision, granted, hidden, isGranted, refused } from '@app/platform';
import { requestErrors } from './request.errors.js';
import type { Request, RequestAction } from './request.js';

const STAFF_ACTIONS: readonly RequestAction[] = ['approve', 'return'];

/** The owner and the staff of its centre see every state, the budget and the name; everybody else what is open. */
export const seesAll = (actor: Actor, request: Request): boolean => actor.memberOf(request.organizationId) || actor.actsFor(request.centreId);

export const canRead = (actor: Actor, request: Request): Decision => (request.isPublic || seesAll(actor, request) ? granted : hidden);

export const canEdit = (actor: Actor, request: Request): Decision => {
  if (actor.isSystem || actor.memberOf(request.organizationId)) return granted;
  return isGranted(canRead(actor, request)) ? refused(requestErrors.not_your_request) : hidden;
};

export const canModerate = (actor: Actor, request: Request): Decision => {
  if (actor.memberOf(request.organizationId)) return refused(requestErrors.own_organization);
  if (actor.actsFor(request.centreId)) return granted;
  return isGranted(canRead(actor, request)) ? refused() : hidden;
};

export const allowedActions = (actor: Actor, request: Request): string[] => {
  const owner = actor.memberOf(request.organizationId);
  const staff = isGranted(canModerate(actor, request));
  return request.possible().filter((action) => (STAFF_ACTIONS.includes(action) ? staff : owner));
};
