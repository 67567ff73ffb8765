import { quantityTerms } from './quantity-terms.js';

const terms = (text: string): string[] => quantityTerms(text).map(({ term }) => term);

describe('quantityTerms', () => {
  it.each([
    ['500kg/mẻ', '0,5 tấn/mẻ'],
    ['500 kg/me', '500 kg / mẻ'],
    ['10 kW', '10000 W'],
    ['1.000 m³/ngày đêm', '1000 m3/ngày'],
    ['2 tấn/giờ', '2000 kg/h'],
    ['500 ký/mẻ', '500 kg/mẻ'],
    ['50 ky', '50kg'],
    ['20 khối/ngày', '20 m³/ngày'],
    ['5 ngựa', '5 HP'],
    ['5 suc ngua', '5 mã lực'],
  ])('holds %s and %s equal', (a, b) => {
    expect(terms(a)).toHaveLength(1);
    expect(terms(a)).toEqual(terms(b));
  });
  it('tells dimensions apart', () => {
    expect(terms('500 kg')).not.toEqual(terms('500 kg/mẻ'));
  });
  it('reads several and leaves out what is none', () => {
    expect(terms('máy 10 kW, 2 tấn/giờ, 4 bánh, model 7')).toHaveLength(2);
    expect(terms('PC200 3D in 3D')).toEqual([]);
  });
});
