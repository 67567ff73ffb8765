import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/database.js';
import { languageOf } from '../auth/auth.guard.js';
import { DomainError, type ErrorKind, errorText } from '../kernel/domain-error.js';
import { Logger } from '../logging/logger.js';
import type { KnownRoutes } from './known-routes.js';
import { type Problem, problemOf } from './problem.js';

export const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  unversioned: 428,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** Draws an error page for people; the web app provides it. */
export type ErrorPage = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => Promise<void> | void;

/** Every error of a handler becomes problem+json (or a page); unknown ones are 500 and go to the log only. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  errorPage: ErrorPage | undefined;
  routes: KnownRoutes | undefined;

  constructor(private readonly logger: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    await this.answer(error, request, reply);
  }

  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const allowed = isUnknownRoute(error) ? (this.routes?.methodsOf(request.url) ?? []) : [];
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    const problem = allowed.length > 0 ? problemOf(405, request.id, { lang: languageOf(request) }) : this.problemOf(error, request);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (problem.status === 429 && !reply.hasHeader('retry-after')) void reply.header('retry-after', String(retryAfter(error)));
    if (problem.status === 503) void reply.header('retry-after', '5');
    if (this.errorPage && wantsPage(request)) return this.errorPage(problem, request, reply);
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const lang = languageOf(request);
    if (error instanceof DomainError) {
      return problemOf(STATUS[error.kind], request.id, {
        type: error.code,
        title: errorText(error.code, lang, error.params),
        errors: error.fields,
      });
    }
    if (error instanceof HttpException) return problemOf(error.getStatus(), request.id, { lang });
    const status = statusOf(error);
    if (status && status < 500) return problemOf(status, request.id, { lang });
    if (isUnavailable(error)) return problemOf(503, request.id, { lang });
    this.logger.error('unexpected error', { requestId: request.id, route: request.routeOptions?.url, error: describe(error) });
    return problemOf(500, request.id, { lang });
  }
}

// Handlers throw DomainErrors; this one comes from the router.
const isUnknownRoute = (error: unknown): boolean => error instanceof HttpException && error.getStatus() === 404;

const retryAfter = (error: unknown): number => (error instanceof DomainError ? Number(error.params['retryAfter'] ?? 60) : 60);

const statusOf = (error: unknown): number | undefined => (error as { statusCode?: number }).statusCode;

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
