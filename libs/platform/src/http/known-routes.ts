import type { FastifyInstance } from 'fastify';

const patternOf = (url: string): RegExp => {
  const source = url
    .replace(/[.+?^${}|[\]\\]/g, '\\$&')
    .replace(/:\w+(\([^)]*\))?/g, '[^/]+')
    .replace(/\*/g, '.*');
  return new RegExp(`^${source}/?$`);
};

/** The addresses that exist, so that a wrong method at a known one is told from an unknown one. Made before any route is. */
export class KnownRoutes {
  private readonly routes: { pattern: RegExp; methods: string[] }[] = [];

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      // A catch-all knows every address; it says nothing about this one.
      if (url === '*' || url === '/*') return;
      this.routes.push({ pattern: patternOf(url), methods: [method].flat() });
    });
  }

  /** The methods that an address takes; none when it does not exist. */
  methodsOf(url: string): string[] {
    const path = url.split('?')[0];
    return [...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
  }
}
