import { routePattern } from './known-routes.js';

describe('routePattern', () => {
  it.each([
    ['/api/v1/offers', '/api/v1/offers', true],
    ['/api/v1/offers', '/api/v1/offers/', true],
    ['/api/v1/offers', '/api/v1/offers/x', false],
    ['/api/v1/offers/:id/submit', '/api/v1/offers/a-b/submit', true],
    ['/api/v1/offers/:id/submit', '/api/v1/offers/a/b/submit', false],
    ['/:lang(vi|en)/offers', '/vi/offers', true],
    ['/:lang(vi|en)/offers', '/de/offers', false],
    ['/assets/*', '/assets/a/b.css', true],
    ['/api/openapi.json', '/api/openapiXjson', false],
  ])('%s against %s: %s', (route, path, fits) => {
    expect(routePattern(route).test(path)).toBe(fits);
  });
});
