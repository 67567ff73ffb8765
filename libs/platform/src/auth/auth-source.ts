import type { Actor } from '../kernel/actor.js';

/** Tells the platform who is asking; the identity context implements it. */
export abstract class AuthSource {
  /** The actor of a live session token, or null when it is unknown, ended or its account is blocked. */
  abstract actorOfToken(token: string): Promise<Actor | null>;
}
