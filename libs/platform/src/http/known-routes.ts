import type { FastifyInstance } from 'fastify';

const PARTS = /(:\w+(?:\([^)]*\))?|\*)/;

const partOf = (part: string): string => {
  if (part === '*') return '.*';
  const placeholder = /^:\w+(\(.*\))?$/.exec(part);
  return placeholder ? (placeholder[1] ?? '[^/]+') : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
};

/** An address of the router, such as `/:lang(vi|en)/offers/:slug`, as an expression. */
export const routePattern = (url: string): RegExp => new RegExp(`^${url.split(PARTS).map(partOf).join('')}/?$`);

/** The addresses that exist, so that a wrong method at a known one is told from an unknown one. Made before any route is. */
export class KnownRoutes {
  private readonly routes: { pattern: RegExp; methods: string[] }[] = [];

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      // A catch-all knows every address; it says nothing about this one.
      if (url === '*' || url === '/*') return;
      this.routes.push({ pattern: routePattern(url), methods: [method].flat() });
    });
  }

  /** The methods that an address takes; none when it does not exist. */
  methodsOf(url: string): string[] {
    const path = url.split('?')[0];
    return [...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
  }
}
