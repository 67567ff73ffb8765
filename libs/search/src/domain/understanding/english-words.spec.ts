import { isEnglish } from './english-words.js';

describe('isEnglish', () => {
  it.each(['is', 'next', 'alert', 'alerts', 'coverage', 'colour', 'color', 'organise', 'zygote', 'aardvark'])('takes %s', (word) => {
    expect(isEnglish(word)).toBe(true);
  });
  it.each(['', 'a', 'nex', 'nextt', 'dien', 'nuoc', 'pc200', 'NASA', '"next"'])('refuses %j', (word) => {
    expect(isEnglish(word)).toBe(false);
  });
});
