import type { ExecutionContext } from '@nestjs/common';

/** Works out once for each route what depends on its handler and class alone: their metadata take long to read. */
export const oncePerRoute = <T>(workOut: (route: ExecutionContext) => T): ((context: ExecutionContext) => T) => {
  const known = new WeakMap<object, WeakMap<object, { is: T }>>();
  return (context) => {
    const [type, handler] = [context.getClass(), context.getHandler()];
    let ofClass = known.get(type);
    if (!ofClass) known.set(type, (ofClass = new WeakMap()));
    let result = ofClass.get(handler);
    if (!result) ofClass.set(handler, (result = { is: workOut(context) }));
    return result.is;
  };
};
