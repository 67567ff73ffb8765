import { shorterQueries } from './shorter-queries.js';

describe('shorterQueries', () => {
  it('leaves out each word in turn and keeps the rest as typed', () => {
    expect(shorterQueries('Máy sấy  XOÀI')).toEqual(['sấy XOÀI', 'Máy XOÀI', 'Máy sấy']);
  });
  it('has none for one word or no word', () => {
    expect(shorterQueries('sấy')).toEqual([]);
    expect(shorterQueries('  ')).toEqual([]);
  });
  it('keeps what it says of the price', () => {
    expect(shorterQueries('máy sấy dưới 200 triệu')).toEqual(['sấy dưới 200 triệu', 'máy dưới 200 triệu']);
    expect(shorterQueries('máy tầm 50 triệu')).toEqual([]);
  });
  it('gives each once, in composed form, and few of a long query', () => {
    expect(shorterQueries('sấy sấy'.normalize('NFD'))).toEqual(['sấy']);
    expect(shorterQueries('a b c d e f g h')).toHaveLength(5);
  });
});
