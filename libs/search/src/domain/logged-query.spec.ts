import { loggedQuery } from './logged-query.js';

describe('a query in the log', () => {
  it('is one for all ways to type it, and keeps the way it was typed', () => {
    expect(loggedQuery('  Máy   SẤY ')).toEqual({ query: 'may say', typed: 'máy sấy' });
    expect(loggedQuery('may say')?.query).toBe('may say');
    expect(loggedQuery('máy sấy 1.000 kg, 1,5 kW')?.query).toBe('may say 1000 kg 1.5 kw');
  });

  it.each(['PC200', 'máy bơm 37 kW', 'ISO 22000', 'CO2', 'dưới 200 triệu', '5.000 kg'])('keeps "%s"', (q) => {
    expect(loggedQuery(q)).not.toBeNull();
  });

  it.each([
    '0901234567', '090 123 45 67', '+84 (90) 123-4567', '090.123.4567', 'gọi 0292/3822/123', '０９０１２３４５６７', '٠٩٠١٢٣٤٥٦٧',
    'an@example.vn', 'Nguyễn Văn An an @example.vn', '079123456789', '1801234567-001', 'B1234567', 'hộ chiếu C 1234567',
    'https://example.vn/an', 'www.example.vn', 'ba\u0000n', `máy sấy ${'rất dài '.repeat(10)}`, '', '  ', '?!',
  ])('never keeps "%s"', (q) => {
    expect(loggedQuery(q)).toBeNull();
  });
});
