import { priceRange } from './price-range.js';

describe('priceRange', () => {
  it.each([
    ['máy sấy dưới 200 triệu', undefined, 200_000_000],
    ['may say duoi 1,5 ty dong', undefined, 1_500_000_000],
    ['máy sấy giá không quá 50 tr', undefined, 50_000_000],
    ['lò hơi trên 2 tỷ', 2_000_000_000, undefined],
    ['từ 100 đến 200 triệu', 100_000_000, 200_000_000],
    ['máy bơm 800 nghìn - 1,2 triệu', 800_000, 1_200_000],
    ['dryer under 300 million', undefined, 300_000_000],
  ])('reads %s', (text, priceMin, priceMax) => {
    expect(priceRange(text)).toMatchObject({ ...(priceMin ? { priceMin } : {}), ...(priceMax ? { priceMax } : {}) });
  });
  it.each(['máy sấy 200 kg', 'dưới 200 kg', 'giá 200 triệu', 'trên 10 kW', 'từ 300 đến 200 triệu', 'dưới triệu', 'máy dưới 5 trục', ''])('leaves %j alone', (text) => {
    expect(priceRange(text)).toBeNull();
  });
  it('tells where it was read', () => {
    const found = priceRange('máy sấy dưới 200 triệu mới')!;
    expect('máy sấy dưới 200 triệu mới'.slice(found.start, found.end)).toBe('dưới 200 triệu');
  });
});
