import { exactForm, fold, hasMarks, nfc, openSyllable, slugify, term, tokens } from './fold.js';

describe('fold', () => {
  it('strips marks and writes đ as d, in either Unicode form', () => {
    expect(fold('Máy SẤY Đường')).toBe('may say duong');
    expect(fold('Máy SẤY Đường'.normalize('NFD'))).toBe('may say duong');
  });
  it('gives the composed form', () => {
    expect(nfc('sấy'.normalize('NFD'))).toBe('sấy');
  });
  it('knows whether accents were typed', () => {
    expect(hasMarks('may say')).toBe(false);
    expect(hasMarks('MAY Đay')).toBe(true);
  });
});

describe('tokens', () => {
  const words = (text: string) => tokens(text).map((t) => t.text);
  it('parts a number from its unit and keeps model numbers and decimals whole', () => {
    expect(words('Máy 500kg/mẻ, PC200 CO2 1,5 tấn')).toEqual(['Máy', '500', 'kg', 'mẻ', 'PC200', 'CO2', '1,5', 'tấn']);
  });
  it('gives offsets in the composed text', () => {
    const text = 'máy sấy'.normalize('NFD');
    const [, say] = tokens(text);
    expect(nfc(text).slice(say.start, say.end)).toBe('sấy');
  });
  it('survives emoji, NUL and quotes', () => {
    expect(words('a\u0000"b\'😀c')).toEqual(['a', 'b', 'c']);
    expect(words('')).toEqual([]);
  });
});

describe('syllables', () => {
  it('lifts the tone out, so its place does not matter and its kind does', () => {
    expect(exactForm('hoà')).toBe(exactForm('hòa'));
    expect(exactForm('Cá')).toBe('ca~s');
    expect(exactForm('cà')).toBe('ca~f');
    expect(exactForm('ca')).toBe('ca');
    expect(exactForm('sấy'.normalize('NFD'))).toBe('sây~s');
  });
  it('holds i and y equal in open syllables only', () => {
    expect(exactForm('kỹ')).toBe(exactForm('kĩ'));
    expect(term('Lý')).toBe(term('lí'));
    expect(openSyllable('say')).toBe('say');
    expect(exactForm('tây')).not.toBe(exactForm('tâi'));
  });
  it('writes numbers one way', () => {
    expect(term('1.000')).toBe('1000');
    expect(term('1,5')).toBe('1.5');
  });
});

describe('slugify', () => {
  it('is ascii with hyphens', () => {
    expect(slugify('  Máy sấy đa năng – 500kg/mẻ! ')).toBe('may-say-da-nang-500kg-me');
    expect(slugify('日本')).toBe('');
  });
  it('is at most 80 characters and ends with a whole word', () => {
    const slug = slugify('công nghệ xử lý nước thải '.repeat(10));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('-')).toBe(false);
    expect(slugify('x'.repeat(200))).toBe('x'.repeat(80));
  });
});
