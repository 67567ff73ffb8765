import { distinctOffers } from './distinct-offers.js';

const offer = (title: string, supplier: string) => ({ title, supplier: { id: supplier } });
const titles = (offers: { title: string }[]): string[] => offers.map(({ title }) => title);

describe('distinctOffers', () => {
  const beside = offer('Máy sấy xoài', 'a');

  it('leaves out equal titles, marks and case aside', () => {
    const offers = [offer('MÁY SẤY XOÀI', 'b'), offer('Tủ sấy', 'b'), offer('tu say', 'c'), offer('Máy sấy mít', 'c')];
    expect(titles(distinctOffers(beside, offers, 9))).toEqual(['Tủ sấy', 'Máy sấy mít']);
  });

  it('takes two of a supplier, in their order, also of its own', () => {
    const offers = ['1', '2', '3'].map((n) => offer(`Máy sấy ${n}`, 'a')).concat(offer('Máy sấy mít', 'b'));
    expect(titles(distinctOffers(beside, offers, 9))).toEqual(['Máy sấy 1', 'Máy sấy 2', 'Máy sấy mít']);
  });

  it('keeps to the limit', () => {
    expect(distinctOffers(beside, ['1', '2', '3'].map((n) => offer(n, n)), 2)).toHaveLength(2);
  });
});
