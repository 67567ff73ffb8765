import { cameFrom, hereOf, localPath } from './addresses.js';

const ORIGIN = 'https://floor.example';
const from = (referer: string) => cameFrom({ headers: { referer } }, ORIGIN);
const asked = (method: string, pattern: string | undefined, params: object, url: string) => hereOf({ method, routeOptions: { url: pattern }, params, url } as never);

describe('localPath', () => {
  it.each(['/vi', '/en/offers?q=a&field=x', '/vi/cong-nghe/m%C3%A1y', '/en#top'])('keeps %s', (path) => expect(localPath(path)).toBe(path));
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/vi', '/vi\\x', '/vi/\n', '/vi/cong-nghe?q=ă', '/vi/\u0085', '/vix', '/api/v1/me', 'vi', '', undefined, ['/vi'], `/vi/${'a'.repeat(5_000)}`])('refuses %j', (path) =>
    expect(localPath(path)).toBeUndefined(),
  );
});

describe('cameFrom', () => {
  it('answers a page of ours, never another site nor an address that only takes forms', () => {
    expect(from(`${ORIGIN}/vi/yeu-cau/say-xoai?page=2`)).toBe('/vi/yeu-cau/say-xoai?page=2');
    expect(from('https://evil.example/vi')).toBeUndefined();
    expect(from(`${ORIGIN}/vi/ghep-noi/7/introduce`)).toBeUndefined();
    expect(from('nonsense')).toBeUndefined();
  });
});

describe('hereOf', () => {
  it('gives the page in both languages, with its query', () => {
    expect(asked('GET', '/vi/cong-nghe/:slug', { slug: 'may' }, '/vi/cong-nghe/may?x=1')).toEqual({ vi: '/vi/cong-nghe/may?x=1', en: '/en/offers/may?x=1' });
  });

  it('gives the page of a form, and the first page where there is none', () => {
    expect(asked('POST', '/en/desk/offers/:id/:action', { id: '7', action: 'return' }, '/en/desk/offers/7/return')).toEqual({ vi: '/vi/ban-lam-viec/chao-ban/7', en: '/en/desk/offers/7' });
    expect(asked('GET', undefined, {}, '/vi/nowhere')).toEqual({ vi: '/vi', en: '/en' });
  });
});
