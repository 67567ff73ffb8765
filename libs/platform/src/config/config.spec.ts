import { ConfigError, parseConfig } from './config.js';

describe('parseConfig', () => {
  it('has sensible defaults', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
  });

  it('names every wrong variable at once', () => {
    const wrong = { PORT: 'x', REDIS_URL: 'nope', TECHFLOOR_DEMO: 'maybe', HOST: '0.0.0.0' };
    expect(() => parseConfig(wrong)).toThrow(ConfigError);
    try {
      parseConfig(wrong);
    } catch (error) {
      for (const name of ['PORT', 'REDIS_URL', 'TECHFLOOR_DEMO', 'PUBLIC_URL']) {
        expect((error as Error).message).toContain(name);
      }
    }
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });
});
