import { type Actor, type Decision, granted, holds, refused } from '@app/platform';

/** Managers act for their own centre, administrators everywhere. That a centre exists is no secret. */
export const canEditCentre = (actor: Actor, centreId: string): Decision => (holds(actor, 'centre:write') && actor.actsFor(centreId) ? granted : refused());
