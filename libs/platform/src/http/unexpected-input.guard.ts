import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type FieldError, invalidFields } from '../kernel/domain-error.js';
import { oncePerRoute } from './once-per-route.js';

// Nest keeps what a handler takes under this key: `<type>:<index>`, 3 is the body, 4 the query.
const ROUTE_ARGS = '__routeArguments__';
const BODY = 3;
const QUERY = 4;
const REQUEST = 0;

const takenTypes = oncePerRoute((route) => {
  const taken = Reflect.getMetadata(ROUTE_ARGS, route.getClass(), route.getHandler().name) as object | undefined;
  return new Set(Object.keys(taken ?? {}).map((key) => Number(key.split(':')[0])));
});

/** A route that takes no query (or no body) refuses one, instead of silently ignoring it. Pages are lenient. */
@Injectable()
export class UnexpectedInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.startsWith('/api/v1/')) return true;
    const types = takenTypes(context);
    const errors: FieldError[] = [];
    if (!types.has(QUERY) && !types.has(REQUEST)) errors.push(...unexpectedQuery(request.query as Record<string, unknown>));
    if (!types.has(BODY)) errors.push(...unknown(request.body));
    if (errors.length > 0) throw invalidFields(errors);
    return true;
  }
}

const unexpectedQuery = (query: Record<string, unknown>): FieldError[] =>
  unknown(query).flatMap((error) => {
    if (error.field !== 'lang') return [error];
    return query['lang'] === 'vi' || query['lang'] === 'en' ? [] : [{ field: 'lang', code: 'isIn', message: 'Cần vi hoặc en. / Must be vi or en.' }];
  });

const unknown = (value: unknown): FieldError[] => {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return [{ field: '', code: 'unknown', message: 'Không nhận nội dung. / No body is taken.' }];
  return Object.keys(value).map((field) => ({ field, code: 'unknown', message: 'Trường này không tồn tại. / This field is not known.' }));
};
