import type { ExecutionContext } from '@nestjs/common';
import { oncePerObject } from '../kernel/once-per-object.js';

/** Works out once for each route what depends on its handler and class alone: their metadata take long to read. */
export const oncePerRoute = <T>(workOut: (route: ExecutionContext) => T): ((context: ExecutionContext) => T) => {
  const routes = oncePerObject((_type: object) => new WeakMap<object, { is: T }>());
  return (context) => {
    const [ofClass, handler] = [routes(context.getClass()), context.getHandler()];
    let result = ofClass.get(handler);
    if (!result) ofClass.set(handler, (result = { is: workOut(context) }));
    return result.is;
  };
};
