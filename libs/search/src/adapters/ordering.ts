import type { SortOrder } from '../ports/search-engine.port.js';
import type { OfferFacts } from './facet-columns.js';

const collator = new Intl.Collator('vi', { numeric: true });

type Compare = (a: number, b: number) => number;

const byId = (a: OfferFacts, b: OfferFacts): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const newest = (a: OfferFacts, b: OfferFacts): number => b.publishedAt - a.publishedAt || byId(a, b);

/** Unknown prices come last in either direction. */
const byPrice =
  (direction: 1 | -1) =>
  (a: OfferFacts, b: OfferFacts): number => {
    if (a.priceMin === null || b.priceMin === null) {
      return Number(a.priceMin === null) - Number(b.priceMin === null) || byId(a, b);
    }
    return direction * (a.priceMin - b.priceMin) || byId(a, b);
  };

const ORDERS: Readonly<Record<Exclude<SortOrder, 'relevance'>, (a: OfferFacts, b: OfferFacts) => number>> = {
  newest,
  priceAsc: byPrice(1),
  priceDesc: byPrice(-1),
  title: (a, b) => collator.compare(a.title, b.title) || byId(a, b),
};

/** A total order over document numbers: equal ones fall back to the id, so that pages never overlap. */
export function orderBy(sort: SortOrder, facts: readonly OfferFacts[], relevance: Compare | null): Compare {
  if (sort !== 'relevance') {
    const compare = ORDERS[sort];
    return (a, b) => compare(facts[a], facts[b]);
  }
  if (!relevance) return (a, b) => newest(facts[a], facts[b]);
  return (a, b) => relevance(a, b) || newest(facts[a], facts[b]);
}
