import { Json, toJson } from './json.js';

describe('an answer as JSON', () => {
  it('is written, or sent as it was written', () => {
    expect(toJson({ a: ['ă'] })).toBe('{"a":["ă"]}');
    expect(String(toJson(new Json(Buffer.from('{"a":"ă"}'))))).toBe('{"a":"ă"}');
  });
});
