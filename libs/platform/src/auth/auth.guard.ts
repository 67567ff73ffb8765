import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { commonErrors } from '../kernel/domain-error.js';
import { oncePerRoute } from '../http/once-per-route.js';
import { Actor, type Lang, type Origin } from '../kernel/actor.js';
import { AuthSource } from './auth-source.js';
import { PUBLIC, REQUIRES, type RequestWithActor, UNASKED } from './auth.decorators.js';
import { holds, type Permission } from './permissions.js';

export const SESSION_COOKIES = ['__Host-sid', 'sid'] as const;

/** Over https only the name that no neighbour under the same domain can set. */
export const sessionCookieName = ({ publicUrl }: Pick<Config, 'publicUrl'>): (typeof SESSION_COOKIES)[number] => (publicUrl.startsWith('https:') ? '__Host-sid' : 'sid');

/** Finds out who asks, then asks whether that kind of actor may use the route at all. Denies by default. */
@Injectable()
export class AuthGuard implements CanActivate {
  /** What a route asks of those who use it. */
  private readonly termsOf = oncePerRoute((route) => {
    const told = <T>(key: string): T | undefined => this.reflector.getAllAndOverride<T | undefined>(key, [route.getHandler(), route.getClass()]);
    return { isUnasked: told<boolean>(UNASKED) ?? false, isPublic: told<boolean>(PUBLIC) ?? false, permission: told<Permission>(REQUIRES) };
  });

  constructor(
    private readonly reflector: Reflector,
    private readonly source: AuthSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const { isUnasked, isPublic, permission } = this.termsOf(context);
    const actor = isUnasked ? Actor.visitor(languageOf(request)) : await this.actorOf(request);
    request.actor = actor;
    if (permission ? holds(actor, permission) : isPublic) return true;
    throw actor.isSignedIn ? commonErrors.forbidden() : commonErrors.unauthenticated();
  }

  /** Who asks: by the bearer token or the cookie, a visitor without either. */
  async actorOf(request: FastifyRequest): Promise<Actor> {
    const lang = languageOf(request);
    const origin: Origin = request.url.startsWith('/api/') ? 'api' : 'web';
    const bearer = bearerToken(request.headers.authorization);
    const token = bearer ?? request.cookies?.[sessionCookieName(this.config)];
    if (!token) return Actor.visitor(lang, origin);
    const actor = await this.source.actorOfToken(token);
    // A wrong bearer token is an error to say; an old cookie is just a visitor.
    if (!actor && bearer) throw commonErrors.unauthenticated();
    return actor ? actor.in(requestedLanguage(request) ?? actor.lang, origin) : Actor.visitor(lang, origin);
  }
}

export const bearerToken = (header: string | undefined): string | undefined => /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];

const requestedLanguage = (request: FastifyRequest): Lang | undefined => {
  const path = /^\/(vi|en)(\/|\?|$)/.exec(request.url)?.[1];
  if (path) return path as Lang;
  const query = (request.query as { lang?: unknown } | undefined)?.lang;
  if (query === 'vi' || query === 'en') return query;
  return acceptedLanguage(request.headers['accept-language'] ?? '');
};

const WANTED = /^(vi|en)(?:-[\w-]+)?(?:;q=([01](?:\.\d{1,3})?))?$/i;

/** Of the two languages the one that `Accept-Language` wants more, the first of equals. */
const acceptedLanguage = (header: string): Lang | undefined => {
  const wanted = header.split(',').flatMap((part) => {
    const [, lang, q] = WANTED.exec(part.replace(/\s/g, '')) ?? [];
    return lang && Number(q ?? 1) > 0 ? [{ lang: lang.toLowerCase() as Lang, weight: Number(q ?? 1) }] : [];
  });
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.lang;
};

/** The language of the answer: of the path, the query, the header, else Vietnamese. */
export const languageOf = (request: FastifyRequest): Lang => requestedLanguage(request) ?? 'vi';
