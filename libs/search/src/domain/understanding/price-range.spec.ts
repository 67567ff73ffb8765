import { priceRange, withoutPrice } from './price-range.js';

describe('priceRange', () => {
  it.each([
    ['máy sấy dưới 200 triệu', undefined, 200_000_000],
    ['may say duoi 1,5 ty dong', undefined, 1_500_000_000],
    ['máy sấy giá không quá 50 tr', undefined, 50_000_000],
    ['lò hơi trên 2 tỷ', 2_000_000_000, undefined],
    ['từ 100 đến 200 triệu', 100_000_000, 200_000_000],
    ['máy bơm 800 nghìn - 1,2 triệu', 800_000, 1_200_000],
    ['dryer under 300 million', undefined, 300_000_000],
    ['tầm 100 triệu máy đóng gói', 80_000_000, 120_000_000],
    ['máy ép khoảng 1 tỷ', 800_000_000, 1_200_000_000],
    ['lò hơi dưới 1 tỷ 2', undefined, 1_200_000_000],
    ['lo hoi duoi 1 ty 250 dong', undefined, 1_250_000_000],
    ['máy ép trên 2 tỷ rưỡi', 2_500_000_000, undefined],
    ['ngân sách 300 triệu mua máy sấy', undefined, 300_000_000],
    ['máy dưới 200 triệu 2 tấn/giờ', undefined, 200_000_000],
    ['dưới 1 tỷ 2 buồng sấy', undefined, 1_000_000_000],
  ])('reads %s', (text, priceMin, priceMax) => {
    expect(priceRange(text)).toEqual({ ...(priceMin ? { priceMin } : {}), ...(priceMax ? { priceMax } : {}), start: expect.any(Number), end: expect.any(Number) });
  });
  it.each(['máy sấy 200 kg', 'dưới 200 kg', 'giá 200 triệu', 'trên 10 kW', 'từ 300 đến 200 triệu', 'dưới triệu', 'máy dưới 5 trục', 'khoảng 200 kg', 'chừng 5 triệu con giống', ''])('leaves %j alone', (text) => {
    expect(priceRange(text)).toBeNull();
  });
  it('leaves the other words', () => {
    expect(['máy sấy tầm 50 triệu  mới', 'khoảng 50 triệu', 'máy sấy 500 kg'].map(withoutPrice)).toEqual(['máy sấy mới', '', 'máy sấy 500 kg']);
  });
  it('tells where it was read', () => {
    const found = priceRange('máy sấy dưới 200 triệu mới')!;
    expect('máy sấy dưới 200 triệu mới'.slice(found.start, found.end)).toBe('dưới 200 triệu');
  });
});
