import type { FastifyRequest } from 'fastify';
import { bearerToken, SESSION_COOKIES } from '../auth/auth.guard.js';

/**
 * Whether a writing request comes from another site (the check of Go's http.CrossOriginProtection): our origin passes,
 * then `Sec-Fetch-Site` decides, then a foreign `Origin` is refused; with neither header only callers pass that do not act by a cookie.
 * `Origin` is compared with PUBLIC_URL, never with Host.
 */
export const isCrossOrigin = (request: Pick<FastifyRequest, 'headers' | 'cookies' | 'url'>, publicUrl: string): boolean => {
  const { origin } = request.headers;
  if (origin && origin === new URL(publicUrl).origin) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin !== undefined) return true;
  if (bringsProof(request)) return false;
  // The cookie plugin has not run yet in this hook: look at the header itself.
  const header = request.headers.cookie ?? '';
  return SESSION_COOKIES.some((name) => header.includes(`${name}=`));
};

const SIGN_IN = '/api/v1/auth/login';

// Many HTTP clients send back any cookie they got, also beside what a call really goes by.
const bringsProof = ({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>): boolean =>
  bearerToken(headers.authorization) !== undefined || url.split('?')[0] === SIGN_IN;
