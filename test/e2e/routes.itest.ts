import { readFileSync } from 'node:fs';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { allRoutes, type Route } from '../support/routes.js';

let api: Route[];
let pages: Route[];
beforeAll(async () => {
  api = await allRoutes(ApiModule);
  const known = new Set(api.map((route) => route.handler));
  pages = (await allRoutes(ApiModule, WebModule)).filter((route) => !known.has(route.handler));
});

/** docs/routes.md as `METHOD /path` → permission. */
const committed = (): Record<string, string> => {
  const text = readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8');
  return Object.fromEntries([...text.matchAll(/^\| `(\w+ \S+)` \| (\S+) \|/gm)].map((match) => [match[1], match[2]]));
};

const shown = ({ method, path }: Route): string => `${method} ${path.replace(/:idOrSlug/, '{id}').replace(/:(\w+)/g, '{$1}')}`;

describe('routes', () => {
  it('each say whom they are open to: a permission, or openly the public', () => {
    expect(api.length).toBeGreaterThan(50);
    expect([...api, ...pages].filter((route) => !route.permission && !route.isPublic)).toEqual([]);
  });

  it('never say both', () => {
    expect([...api, ...pages].filter((route) => route.permission && route.isPublic)).toEqual([]);
  });

  it('are those of the committed table', () => {
    const current = Object.fromEntries(api.map((route) => [shown(route), route.permission ?? 'public']));
    expect(current).toEqual(committed());
  });

  it('are those of the committed document', () => {
    const { paths } = JSON.parse(readFileSync(new URL('../../apps/api/openapi.json', import.meta.url), 'utf8')) as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    expect(api.map(shown).sort()).toEqual(documented.sort());
  });
});
