import { plainPath } from './plain-path.js';

describe('the path of an address', () => {
  it.each([
    ['/%61pi/v1/%4De?q=%61', '/api/v1/Me?q=%61'],
    ['/%7a%5A%39', '/zZ9'],
    ['/vi/%76i?%61', '/vi/vi?%61'],
  ])('%s is spelt %s', (url, plain) => expect(plainPath(url)).toBe(plain));

  it.each(['/api/v1/offers', '/a%2fb', '/%2e%2e/', '/%00', '/%zz', '/m%C3%A1y', '/%', '/%6', '/%40%5B%60%7B%3A', '/%2561pi', '*'])('%s stays', (url) => expect(plainPath(url)).toBe(url));
});
