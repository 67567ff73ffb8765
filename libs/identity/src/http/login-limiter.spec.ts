import { Clock, parseConfig } from '@app/platform';
import { LoginLimiter } from './login-limiter.js';

describe('the limit of sign-ins', () => {
  it('holds for a whole IPv6 network, and for each IPv4 address', () => {
    const limiter = new LoginLimiter(parseConfig({ LOGIN_RATE_LIMIT: '3' }), new Clock());
    for (let i = 0; i < 3; i++) limiter.take(`2001:db8:1:2::${i}`);
    expect(() => limiter.take('2001:db8:1:2:ffff::9')).toThrow('common.rate_limited');
    expect(() => limiter.take('2001:db8:1:3::9')).not.toThrow();
    for (let i = 0; i < 5; i++) limiter.take(`192.0.2.${i}`);
  });
});
