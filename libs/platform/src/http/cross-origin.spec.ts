import { isCrossOrigin } from './cross-origin.js';

const HOME = 'https://floor.example';
const request = (headers: Record<string, string>) => ({ headers, cookies: {} }) as never;

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
  ])('%s', (_name, headers, expected) => {
    expect(isCrossOrigin(request(headers as never), HOME)).toBe(expected);
  });
});
