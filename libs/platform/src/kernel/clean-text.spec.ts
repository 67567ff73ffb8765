import { isCleanText, trimmed } from './clean-text.js';

describe('isCleanText', () => {
  it.each(['máy', 'a\nb\tc', '😀'])('takes %j', (text) => expect(isCleanText(text)).toBe(true));
  it.each(['a\u0000', '\ud800', '\udc00a', '\ufffd'])('refuses %j', (text) => expect(isCleanText(text)).toBe(false));
});

describe('trimmed', () => {
  it('takes surrounding blanks away', () => expect(trimmed(' \u00a0máy sấy\n')).toBe('máy sấy'));
  it('keeps what joins letters and marks', () => expect(trimmed('a\u200db\ufe0f')).toBe('a\u200db\ufe0f'));
  it('leaves what is broken for others to refuse', () => expect(trimmed('\u0000')).toBe('\u0000'));
  it.each(['', '  ', '\u200b', '\u2060\u200e', '\u3164', '\u115f', '\u00ad', '\u2800', '\ufe0f\ufe0f', '\u{e0041}'])('says of %j that it is empty', (text) => expect(trimmed(text)).toBe(''));
});
