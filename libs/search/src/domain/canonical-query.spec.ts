import { canonicalQuery } from './canonical-query.js';

describe('canonicalQuery', () => {
  it('gives one form to searches that mean the same', () => {
    expect(canonicalQuery('field=b&q= máy  &field=a')).toBe(canonicalQuery('?q=máy&field=a,b'));
  });

  it('drops what is empty and refuses what is unknown', () => {
    expect(canonicalQuery('q=&kind=')).toBe('');
    expect(canonicalQuery('q=a&hack=1')).toBeNull();
  });

  it('is its own canonical form', () => {
    const once = canonicalQuery('trlMin=4&q=cá tra&supplier=x')!;
    expect(canonicalQuery(once)).toBe(once);
  });
});
