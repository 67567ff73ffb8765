import { isCrossOrigin } from './cross-origin.js';

const HOME = 'https://floor.example';
const request = (headers: Record<string, string>, url = '/api/v1/offers') => ({ headers, url, cookies: {} }) as never;

describe('isCrossOrigin', () => {
  it.each([
    ['our own origin', { origin: HOME }, false],
    ['another origin', { origin: 'https://evil.example' }, true],
    ['an opaque origin', { origin: 'null' }, true],
    ['a same-origin fetch', { 'sec-fetch-site': 'same-origin' }, false],
    ['a typed address', { 'sec-fetch-site': 'none' }, false],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, true],
    ['a same-site sibling', { 'sec-fetch-site': 'same-site' }, true],
    ['a program with a bearer token', {}, false],
    ['a bare request with the session cookie', { cookie: 'a=b; sid=x' }, true],
    ['a program that keeps the cookie beside its bearer token', { cookie: 'sid=x', authorization: 'Bearer x' }, false],
    ['another kind of credentials beside the cookie', { cookie: 'sid=x', authorization: 'Basic x' }, true],
    ['another origin with a bearer token', { cookie: 'sid=x', authorization: 'Bearer x', origin: 'https://evil.example' }, true],
  ])('%s', (_name, headers, expected) => {
    expect(isCrossOrigin(request(headers as never), HOME)).toBe(expected);
  });

  it('lets a program sign in anew that still keeps a cookie, but no page of another site', () => {
    for (const url of ['/api/v1/auth/login', '/api/v1/auth/login?lang=en']) {
      expect(isCrossOrigin(request({ cookie: 'sid=x' }, url), HOME)).toBe(false);
      expect(isCrossOrigin(request({ cookie: 'sid=x', origin: 'https://evil.example' }, url), HOME)).toBe(true);
    }
  });
});
