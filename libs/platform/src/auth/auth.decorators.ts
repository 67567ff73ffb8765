import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Actor } from '../kernel/actor.js';

export const REQUIRES = 'techfloor:requires';
export const PUBLIC = 'techfloor:public';
export const UNASKED = 'techfloor:unasked';

/** Open to visitors; written out so that it can be searched for. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Beside `@Public()`: nobody is asked who he is, so that the route answers without the database and may read a token of its own. */
export const Unasked = () => SetMetadata(UNASKED, true);

export interface RequestWithActor {
  actor?: Actor;
}

/** Who asks, a visitor when nobody is signed in. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? Actor.visitor();
});
