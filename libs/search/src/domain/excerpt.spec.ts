import { excerpt } from './excerpt.js';

const words = (count: number): string => Array.from({ length: count }, (_, i) => `chữ${i}`).join(' ');

describe('excerpt', () => {
  it('leaves short texts as they are, blanks made one', () => {
    expect(excerpt(' Cần  máy\nsấy. ', ['say'])).toBe('Cần máy sấy.');
  });
  it('begins shortly before the first term', () => {
    const cut = excerpt(`${words(50)} máy sấy ${words(50)}`, ['may say']);
    expect(cut).toMatch(/^… chữ44 /);
    expect(cut).toContain('chữ49 máy sấy chữ0');
    expect(cut).toMatch(/ …$/);
  });
  it('begins at the beginning where no term stands, and ends at the end where it stands there', () => {
    expect(excerpt(words(100), ['xyz'])).toMatch(/^chữ0 .* chữ44 …$/);
    expect(excerpt(`${words(100)} sấy`, ['say'])).toMatch(/^… chữ56 .* sấy$/);
  });
});
