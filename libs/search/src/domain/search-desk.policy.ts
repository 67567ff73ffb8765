import { type Actor, type Decision, granted, holds, refused } from '@app/platform';

/** Searching is the whole floor's: staff of every centre may tend it. */
export const canTendSearch = (actor: Actor): Decision => (holds(actor, 'search:tend') ? granted : refused());
