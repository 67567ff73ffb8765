import { isEnglish } from './english-words.js';

describe('isEnglish', () => {
  it.each(['is', 'next', 'alert', 'alerts', 'coverage', 'colour', 'color', 'organise', 'zygote', 'aardvark', 'azimuthal', 'ablate', 'multilayer', 'defocusing', 'wirelessly'])('takes %s', (word) => {
    expect(isEnglish(word)).toBe(true);
  });
  it.each(['', 'a', 'nex', 'nextt', 'dien', 'nuoc', 'pc200', 'NASA', '"next"', 'interxyz', 'prenext'])('refuses %j', (word) => {
    expect(isEnglish(word)).toBe(false);
  });
});
