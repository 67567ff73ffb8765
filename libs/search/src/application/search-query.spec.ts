import { searchQueryOf } from './search-query.js';

describe('searchQueryOf', () => {
  it('reads what a stored search says as the API reads it', async () => {
    const { canonical, query } = await searchQueryOf('?trlMin=4&field=b&field=a&q= máy sấy &readyToTransfer=true');
    expect(canonical).toBe('q=m%C3%A1y+s%E1%BA%A5y&field=a&field=b&trlMin=4&readyToTransfer=true');
    expect(query).toMatchObject({ q: 'máy sấy', field: ['a', 'b'], trlMin: 4, readyToTransfer: true });
  });
  it.each(['trlMin=abc', 'trlMin=5&trlMax=2', 'sort=cheap', 'hack=1', 'readyToTransfer=maybe', 'priceMin=-1', 'q=a&q=b', 'priceMin=1e6', 'exact=true&exact=false', 'sort=newest&sort=title'])('refuses %s', async (text) => {
    await expect(searchQueryOf(text)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
