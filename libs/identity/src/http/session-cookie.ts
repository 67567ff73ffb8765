import type { FastifyReply } from 'fastify';
import { type Config, sessionCookieName } from '@app/platform';

const MAX_AGE_SECONDS = 30 * 24 * 3600;

const isSecure = (config: Config): boolean => config.publicUrl.startsWith('https:');

/** Lax, not Strict: whoever comes from a link in a mail stays signed in. */
export const setSessionCookie = (reply: FastifyReply, config: Config, token: string): void => {
  void reply.setCookie(sessionCookieName(config), token, { httpOnly: true, secure: isSecure(config), sameSite: 'lax', path: '/', maxAge: MAX_AGE_SECONDS });
};

export const clearSessionCookie = (reply: FastifyReply, config: Config): void => {
  void reply.clearCookie(sessionCookieName(config), { httpOnly: true, secure: isSecure(config), sameSite: 'lax', path: '/' });
};
