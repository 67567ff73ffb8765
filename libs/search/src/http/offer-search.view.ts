import type { OfferCard } from '@app/catalog';
import { Json, oncePerObject } from '@app/platform';
import type { FoundOffer, OfferSearchResult } from '../application/offer-search.service.js';

/** A live offer with its texts, where hits are in `<mark>` and all else is escaped. */
export interface FoundOfferView extends OfferCard {
  titleHighlighted: string;
  summaryHighlighted: string;
}

export interface OfferSearchView extends Omit<OfferSearchResult, 'items'> {
  items: FoundOfferView[];
}

// Cards are many and change seldom: writing them anew at each search took a tenth of its time.
const openCardJson = oncePerObject((card: Readonly<OfferCard>) => JSON.stringify(card).slice(0, -1));

const itemJson = ({ card, titleHighlighted, summaryHighlighted }: FoundOffer): string =>
  `${openCardJson(card)},"titleHighlighted":${JSON.stringify(titleHighlighted)},"summaryHighlighted":${JSON.stringify(summaryHighlighted)}}`;

export const toOfferSearchView = ({ items, ...found }: OfferSearchResult): Json<OfferSearchView> =>
  new Json(`{"items":[${items.map(itemJson).join(',')}],${JSON.stringify(found).slice(1)}`);
