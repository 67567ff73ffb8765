import { securityHeaders } from './security-headers.js';

const ALWAYS = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';manifest-src 'self';base-uri 'none';frame-ancestors 'none';form-action 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

describe('securityHeaders', () => {
  it('are strict', () => {
    expect(securityHeaders({ publicUrl: 'http://127.0.0.1:3000' })).toEqual(ALWAYS);
  });

  it('hold a browser to https where the floor is served so', () => {
    expect(securityHeaders({ publicUrl: 'https://floor.example' })).toEqual({ ...ALWAYS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' });
  });
});
