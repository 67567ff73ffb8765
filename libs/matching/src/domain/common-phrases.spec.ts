import { commonPhrases } from './common-phrases.js';

const terms = (weights: Record<string, number>) => Object.entries(weights).map(([term, weight]) => ({ term, weight }));

describe('commonPhrases', () => {
  it('says neighbours together, in the words of the request with their accents', () => {
    const found = terms({ may: 1, say: 3, may_say: 5, xoai: 4, say_xoai: 6, bom: 2, nhiet: 2, bom_nhiet: 4 });
    expect(commonPhrases(['Cần máy sấy xoài', 'Sấy bằng bơm nhiệt, giữ màu'], found, 4)).toEqual(['máy sấy xoài', 'bơm nhiệt']);
  });

  it('does not join over punctuation or a word that is not shared', () => {
    const found = terms({ ca: 2, tra: 2, tom: 1, tra_tom: 9 });
    expect(commonPhrases(['cá, tra. Tôm'], found, 5)).toEqual(['cá', 'tra', 'tôm']);
  });

  it('takes the heaviest first and nothing twice', () => {
    const found = terms({ gao: 1, lut: 5, gao_lut: 3 });
    expect(commonPhrases(['gạo lứt', 'lứt', 'gạo', 'Gạo lứt'], found, 2)).toEqual(['gạo lứt']);
    expect(commonPhrases(['a b c'], terms({ a: 1, b: 3, c: 2 }), 2)).toEqual(['b', 'c']);
  });

  it('says nothing where nothing is shared', () => {
    expect(commonPhrases(['máy sấy'], [], 4)).toEqual([]);
  });
});
