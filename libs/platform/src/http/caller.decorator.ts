import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '../auth/auth.decorators.js';
import { Actor } from '../kernel/actor.js';
import { addressBlock } from './address-block.js';

/** Who asks, and what tells a person from a machine and one from another where nobody is signed in. */
export interface Caller {
  actor: Actor;
  /** The program that asks, as it names itself. */
  userAgent: string | undefined;
  /** `addressBlock` of where the call comes from: may be counted by, and is never stored. */
  addressBlock: string;
}

export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
  return { actor: request.actor ?? Actor.visitor(), userAgent: request.headers['user-agent'], addressBlock: addressBlock(request.ip) };
});
