import { commonErrors } from './domain-error.js';

/** The version that the caller has read: in the body (stale is 409) or in If-Match (stale is 412). */
export interface Precondition {
  version?: number;
  ifMatch?: number;
}

/** Throws `common.stale_version` or `common.stale_if_match` where the caller has read another version than the present one. */
export const assertFresh = (present: number, { version, ifMatch }: Precondition): void => {
  if (ifMatch !== undefined && ifMatch !== present) throw commonErrors.stale_if_match();
  if (version !== undefined && version !== present) throw commonErrors.stale_version();
};

/** As `assertFresh`; throws `common.version_required` where none is given. */
export const requireFresh = (present: number, given: Precondition): void => {
  if (given.version === undefined && given.ifMatch === undefined) throw commonErrors.version_required();
  assertFresh(present, given);
};
