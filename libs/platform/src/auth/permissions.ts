import type { Actor } from '../kernel/actor.js';

/**
 * May somebody of this kind do this at all? The second question (this record, this field) is a policy of its context.
 * What is not listed here is allowed to nobody.
 */
const PERMISSIONS = {
  'account:own': (a: Actor) => a.isSignedIn,
  'offer:write': (a: Actor) => a.organizationsOf('supplier').length > 0,
  'request:write': (a: Actor) => a.organizationsOf('enterprise').length > 0,
  'enquiry:write': (a: Actor) => a.organizationsOf('enterprise').length > 0,
  'moderation:act': (a: Actor) => a.isStaff,
  /** What is searched for, and the synonyms that help to find it. */
  'search:tend': (a: Actor) => a.isStaff,
  'match:read': (a: Actor) => a.isSignedIn,
  'match:broker': (a: Actor) => a.isStaff,
  'connection:act': (a: Actor) => a.isSignedIn,
  'audit:read': (a: Actor) => a.roles.includes('manager') || a.isAdmin,
  'centre:write': (a: Actor) => a.roles.includes('manager') || a.isAdmin,
  'operations:act': (a: Actor) => a.isAdmin,
} as const satisfies Record<string, (actor: Actor) => boolean>;

export type Permission = keyof typeof PERMISSIONS;

export const holds = (actor: Actor, permission: Permission): boolean => actor.isSystem || PERMISSIONS[permission](actor);
