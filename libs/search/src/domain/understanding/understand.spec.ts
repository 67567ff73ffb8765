import { exactForm, hasMarks, term } from '@app/platform/kernel/fold.js';
import { EmbeddedIndex } from '../../adapters/embedded-index.js';
import { offerDocument } from '../../testing/offer-document.builder.js';
import { editDistance } from './edit-distance.js';
import { Synonyms } from './synonyms.js';
import { SYNONYM_GROUPS } from './synonym-groups.js';
import { understand } from './understand.js';

const TITLES = [
  'Máy sấy nông sản',
  'Máy sấy lúa',
  'Máy xay cà phê',
  'Xử lý nước thải',
  'Công nghệ xử lý khí metan',
  'Nuôi cá tra',
  'Cà tím',
  'Đồng vị phóng xạ',
  'Đơn vị đo',
  'Đơn vị sản xuất',
  'Nuôi heo',
];

describe('understand', () => {
  const index = new EmbeddedIndex();
  TITLES.forEach((title, i) => index.put(offerDocument(`o${i}`, title)));
  const corrected = (q: string): string => understand(q, index.dictionary, false).corrected;

  it.each([...TITLES, 'may say nong san', 'xu ly nuoc thai', 'ca tra'])('leaves %s alone', (title) => {
    expect(corrected(title)).toBe(title);
  });
  it.each([
    ['máy sấy nôg sản', 'máy sấy nông sản'],
    ['may say nong sna', 'may say nong san'],
    ['maysay nongsan', 'may say nong san'],
    ['xuwr lys nuwowcs thair', 'xử lý nước thải'],
    ['công nghẹ xử lí nước thải', 'công nghẹ xử lí nước thải'],
    ['đồg vị', 'đồng vị'],
  ])('corrects %s to %s', (typed, meant) => {
    expect(corrected(typed)).toBe(meant);
  });
  it('takes bare words as they are when the query has its accents, also where most words have none', () => {
    expect(corrected('nuôi ba ba')).toBe('nuôi ba ba');
  });
  it.each(['may say nōng san', 'máy sấy nog 乾燥', 'máy sấy Nongsan'])('takes what is foreign or a name as it is: %s', (q) => {
    expect(corrected(q)).toBe(q);
  });
  it('keeps model numbers and numbers', () => {
    expect(corrected('komatsu pc200 1.500 kg')).toBe('komatsu pc200 1.500 kg');
    expect(corrected('metan')).toBe('metan');
  });
  it('prefers the typed accent only where it is typed', () => {
    expect(understand('cá', index.dictionary, false).groups[0].preferredForm).toBe('ca~s');
    expect(understand('ca', index.dictionary, false).groups[0].preferredForm).toBeNull();
  });
  it('keeps an unknown word as a group that nothing satisfies', () => {
    const { groups } = understand('máy qqqqqq', index.dictionary, false);
    expect(groups.map((group) => group.alternatives.length > 0)).toEqual([true, false]);
  });
  it.each(['vitamin k', 'motor dc'])('keeps a word of chats that is part of a name: %s', (name) => {
    const known = new EmbeddedIndex();
    known.put(offerDocument('o', name));
    expect(understand(name, known.dictionary, false).groups).toHaveLength(2);
    expect(understand('máy k', index.dictionary, false).groups).toHaveLength(1);
  });
  it('drops function words, but not when they are all there is', () => {
    expect(understand('máy của', index.dictionary, false).groups).toHaveLength(1);
    expect(understand('của', index.dictionary, true).groups).toHaveLength(1);
  });
});

describe('Synonyms', () => {
  const synonyms = new Synonyms();
  const word = (folded: string, form: string | null = null) => ({ folded, form });

  it('takes the longest name', () => {
    const [hit] = synonyms.find([word('may'), word('say'), word('lua')]);
    expect([hit.start, hit.length, hit.names[0]]).toEqual([0, 2, 'máy sấy']);
  });
  it.each(['công nghệ', 'bắp cải', 'cá mè', 'nhãn hiệu', 'chân vịt', 'tôm hùm', 'cong nghe'])('takes no syllable of %s for something else', (name) => {
    const words = name.split(' ').map((text) => word(term(text), hasMarks(text) ? exactForm(text) : null));
    expect(synonyms.find(words)).toEqual([expect.objectContaining({ start: 0, length: 2 })]);
  });
  it('goes from English to Vietnamese', () => {
    expect(synonyms.find([word('pineapple')])[0].names).toContain('dứa');
  });
  it('obeys typed accents', () => {
    expect(synonyms.find([word('dua', 'dưa')])).toEqual([]);
    expect(synonyms.find([word('dua', 'dưa~s')])[0].names).toContain('khóm');
  });
  it('never expands a name of another meaning', () => {
    expect(synonyms.find([word('rac', 'rac~s'), word('thai', 'thai~r')])).toEqual([]);
  });
  it('knows all that a name is called in several groups, in whatever order they are kept', () => {
    const groups = [{ words: ['máy sấy', 'dryer'] }, { words: ['Máy sấy', 'lò sấy'] }, { words: ['mấy sậy', 'lau'] }];
    for (const order of [groups, [...groups].reverse()]) {
      const [hit] = new Synonyms(order).find([word('may', 'may~s'), word('say', 'sây~s')]);
      expect(hit.names.slice(1).sort()).toEqual(['dryer', 'lò sấy']);
    }
  });
  it('ships no name twice', () => {
    const names = SYNONYM_GROUPS.flatMap((group) => group.words);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(SYNONYM_GROUPS.length).toBeGreaterThanOrEqual(60);
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours as one and stops at the limit', () => {
    expect(editDistance('sna', 'san', 1)).toBe(1);
    expect(editDistance('nuoc', 'nuoc', 1)).toBe(0);
    expect(editDistance('abcdefgh', 'hgfedcba', 2)).toBe(3);
  });
});
