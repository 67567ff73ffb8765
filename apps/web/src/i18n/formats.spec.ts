import { formatsIn } from './formats.js';
import { path, queryString } from './routes.js';
import { t } from './translate.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const vi = formatsIn('vi');
const en = formatsIn('en');

describe('formats', () => {
  it('tells the day in Viet Nam, whatever the hour in UTC', () => {
    expect(vi.date('2026-11-22T18:30:00Z')).toBe('23/11/2026');
    expect(vi.date('2026-11-23')).toBe('23/11/2026');
    expect(vi.dateTime('2026-11-25T09:30:00Z')).toBe('16:30 ngày 25/11/2026');
  });

  it.each([
    [300_000_000, '300 triệu đồng'],
    [1_200_000_000, '1,2 tỷ đồng'],
    [2_300_000_000, '2,3 tỷ đồng'],
    [182_500_000, '182,5 triệu đồng'],
    [182_503_000, '182.503.000 đồng'],
    [500_000, '500.000 đồng'],
  ])('says %d VND as %s', (vnd, words) => {
    expect(plain(vi.money(vnd))).toBe(words);
  });

  it('names the unit of a range once when both ends share it', () => {
    expect(plain(vi.moneyRange(180e6, 220e6))).toBe('180–220 triệu đồng');
    expect(plain(vi.moneyRange(800e6, 1.2e9))).toBe('800 triệu đồng – 1,2 tỷ đồng');
    expect(plain(vi.moneyRange(5e6, 5e6))).toBe('5 triệu đồng');
    expect(plain(en.moneyRange(180e6, 220e6))).toBe('180–220 million VND');
  });

  it('keeps a time of day together', () => {
    expect(vi.hours('thứ hai đến thứ sáu, 7 giờ 30 đến 16 giờ')).toBe('thứ hai đến thứ sáu, 7\u00a0giờ\u00a030 đến 16\u00a0giờ');
    expect(vi.hours('cả giờ nghỉ')).toBe('cả giờ nghỉ');
  });

  it('groups counts as the language does', () => {
    expect(vi.count(1284)).toBe('1.284');
    expect(en.count(1284)).toBe('1,284');
    expect(plain(vi.bigCount(2_130_000))).toBe('2,13 triệu');
  });
});

describe('texts with gaps', () => {
  it('counts with the grouping of the language', () => {
    expect(t('vi')('catalogue.count', { n: 1284 })).toBe('1.284 chào bán');
    expect(t('en')('catalogue.count', { n: 1 })).toBe('1 offer');
  });
});

describe('addresses', () => {
  it('fills and escapes parameters, and repeats list values', () => {
    expect(path('vi', 'offer', { slug: 'máy sấy/2' })).toBe('/vi/cong-nghe/m%C3%A1y%20s%E1%BA%A5y%2F2');
    expect(path('en', 'myRequestAct', { id: '7', action: 'close' })).toBe('/en/account/requests/7/close');
    expect(path('vi', 'home')).toBe('/vi');
    expect(queryString({ q: 'a b', field: ['x', 'y'], page: undefined })).toBe('?q=a+b&field=x&field=y');
  });
});
