import { wordKey, WordSimilarity } from './word-similarity.js';

const book = (): WordSimilarity => {
  const similarity = new WordSimilarity();
  for (const [name, code] of [['Trồng trọt', 'crops'], ['Công nghệ sinh học', 'biotechnology'], ['Công nghệ nano', 'nanotechnology'], ['image processing', 'ai'], ['Food technology', 'food']]) {
    similarity.add(wordKey(name), code);
  }
  return similarity;
};

describe('WordSimilarity', () => {
  it.each([
    ['Trong trott', 'crops'],
    ['cong nghe sinh hc', 'biotechnology'],
    ['Data and Image Processing', 'ai'],
    ['food tech', 'food'],
  ])('%s is near %s', (word, code) => {
    expect(book().nearest(wordKey(word))).toBe(code);
  });

  it('suggests nothing for a word that is near nothing', () => {
    expect(book().nearest(wordKey('zzz qqq'))).toBeNull();
    expect(book().nearest('')).toBeNull();
  });
});
