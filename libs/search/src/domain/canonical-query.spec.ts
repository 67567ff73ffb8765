import { canonicalQuery } from './canonical-query.js';

describe('canonicalQuery', () => {
  it('gives one form to searches that mean the same', () => {
    expect(canonicalQuery('field=b&q= máy  &field=a')).toBe(canonicalQuery('?q=máy&field=a,b'));
  });

  it.each([
    ['exact=1', 'exact=true'], ['readyToTransfer=0', 'readyToTransfer=false'], ['readyToTransfer=false&readyToTransfer=true', ''], ['trlMin=07', 'trlMin=7'], ['q=a++b', 'q=a+b'],
    ['sort=newest', ''], ['q=a&sort=relevance', 'q=a'],
  ])('writes %s as %s', (text, canonical) => expect(canonicalQuery(text)).toBe(canonical));

  it('keeps an order that is not the usual one', () => {
    expect(canonicalQuery('q=a&sort=newest')).toBe('q=a&sort=newest');
    expect(canonicalQuery('sort=title')).toBe('sort=title');
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
