import { NameList } from './name-list.js';

const list = new NameList([
  { item: 1, name: 'Công ty Cà phê Minh Long', weight: 3 },
  { item: 2, name: 'Hợp tác xã Cá tra Cần Thơ', weight: 2 },
  { item: 3, name: 'Công ty Cơ khí Quý Ký', weight: 9 },
  { item: 4, name: 'Cần Thơ Cơ điện', weight: 1 },
]);
const found = (text: string, limit = 9): number[] => list.find(text, limit).map(({ item }) => item);

describe('NameList', () => {
  it('finds by the beginnings of words, accents and case aside, in any order', () => {
    expect(found('minh lo')).toEqual([1]);
    expect(found('CO KHI')).toEqual([3]);
    expect(found('long minh')).toEqual([1]);
    expect(found('quy ki')).toEqual([3]);
  });

  it('puts typed accents first, and leaves out nothing that has another tone', () => {
    expect(found('cá')).toEqual([2, 4, 1]);
    expect(found('cà')).toEqual([1, 4, 2]);
  });

  it('holds to a hat, a horn or a bar that was typed, while tones may be missing or wrong', () => {
    expect(found('lợn')).toEqual([]);
    expect(found('cơ khì')).toEqual([3]);
    expect(found('đi')).toEqual([4]);
    expect(found('lơng')).toEqual([]);
    expect(found('cân tho')).toEqual([4, 2]);
  });

  it('takes decomposed text for what it is', () => {
    expect(found('cá tra'.normalize('NFD'))).toEqual([2]);
  });

  it('puts names that begin so before others, then the weightier', () => {
    expect(found('can tho')).toEqual([4, 2]);
    expect(found('cong ty')).toEqual([3, 1]);
  });

  it('wants a word of its own for every typed one', () => {
    expect(found('long long')).toEqual([]);
    expect(found('minh xyz')).toEqual([]);
  });

  it('finds nothing for text without words, and no more than is asked for', () => {
    expect(found(' -- ')).toEqual([]);
    expect(found('c', 2)).toHaveLength(2);
  });

  it('says which words were begun', () => {
    expect(list.find('mi cà', 1)[0].matched).toEqual(['minh', 'ca']);
  });
});
