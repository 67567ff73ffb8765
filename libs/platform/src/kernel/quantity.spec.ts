import { parseQuantity } from './quantity.js';

const read = (value: string, unit?: string) => parseQuantity({ name: 'x', value, ...(unit ? { unit } : {}) });

describe('parseQuantity', () => {
  it.each([
    ['500', 'kg/mẻ', 500, 500, 'mass-per-batch'],
    ['1,5', 'tấn/giờ', 1500, 1500, 'mass-per-hour'],
    ['1.200', 'kg', 1200, 1200, 'mass'],
    ['500-700 kg', undefined, 500, 700, 'mass'],
    ['từ 5 đến 10', 'HP', 3728.5, 7457, 'power'],
    ['≤ 50', 'm3/ngày', null, 50, 'volume-per-day'],
    ['trên 3 công', undefined, 3000, null, 'area'],
    ['20', 'giạ', 400, 400, 'mass'],
  ])('%s %s', (value, unit, min, max, dimension) => {
    expect(read(value, unit)).toMatchObject({ canonicalMin: min, canonicalMax: max, dimension });
  });

  it('takes a unit out of the value for counting only, so that it is not shown twice', () => {
    expect(read('500 kg/mẻ')).toMatchObject({ raw: '500 kg/mẻ', unit: null, canonicalMin: 500 });
    expect(read('1 pha, 220 V, 3 kW')).toMatchObject({ raw: '1 pha, 220 V, 3 kW', unit: null, dimension: null });
  });

  it('keeps what it cannot read as text', () => {
    expect(read('theo đơn đặt hàng')).toMatchObject({ raw: 'theo đơn đặt hàng', min: null, max: null, dimension: null });
    expect(read('9-3', 'kg')).toMatchObject({ min: null, max: null });
  });
});
