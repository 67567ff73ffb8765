import { titleKey } from './title-key.js';

const sorted = (titles: string[]): string[] =>
  [...titles].sort((a, b) => (titleKey(a) < titleKey(b) ? -1 : titleKey(a) > titleKey(b) ? 1 : 0));

describe('titleKey', () => {
  const WORDS = ['Am', 'Ăn', 'Ấm', 'Bơm', 'Cà', 'Cá', 'Cạ', 'Ca cao', 'Đo', 'Dò', 'Êm', 'Em', 'Ma 10', 'Ma 2', 'Mã lực', 'Ô', 'Ơ', 'On', 'Ưu', 'U', 'Y tế'];

  it('orders as the Vietnamese collation of the platform does', () => {
    const collator = new Intl.Collator('vi', { numeric: true });
    expect(sorted(WORDS)).toEqual([...WORDS].sort(collator.compare));
  });
  it('puts a shorter title before a longer one that begins with it', () => {
    expect(sorted(['Máy bơm', 'Máy'])).toEqual(['Máy', 'Máy bơm']);
  });
  it('holds composed and decomposed, upper and lower case equal', () => {
    expect(titleKey('Cá Tra'.normalize('NFD'))).toBe(titleKey('cá tra'));
  });
  it('is plain ASCII below the limit of a facet value', () => {
    const key = titleKey('ộ9 Ж漢😀'.repeat(200));
    expect(key).toMatch(/^[\x20-\x7e]+$/);
    expect(key.length).toBeLessThan(468);
  });
});
