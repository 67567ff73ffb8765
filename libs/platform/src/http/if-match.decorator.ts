import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commonErrors } from '../kernel/domain-error.js';

/** Reads the header; also how the API's document knows which routes take it. */
export const IF_MATCH = (_data: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw commonErrors.stale_if_match();
  return Number(match[1]);
};

/** The row version of `If-Match: "7"`; undefined when the header is absent or `*`. Throws 412 for what is no version. */
export const IfMatch = createParamDecorator(IF_MATCH);
