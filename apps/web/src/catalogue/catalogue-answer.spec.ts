import type { OfferSearchQuery, OfferSearchResult } from '@app/search';
import { sayIn } from '../i18n/say.js';
import { limitsOf, understoodOf } from './catalogue-answer.js';

const asked = { q: 'máy dưới 200 triệu', page: 1, size: 20, field: ['crops'] } as OfferSearchQuery;
const found = (understood: Partial<OfferSearchResult['understood']>, total: number) =>
  ({ understood: { query: asked.q, corrected: asked.q, synonyms: [], relaxed: false, ...understood }, alternatives: [], total }) as unknown as OfferSearchResult;

describe('what is told of a search', () => {
  const say = sayIn('vi');

  it('tells limits that the text names, and the way to the same search without them', () => {
    const limits = limitsOf(asked, found({ filters: { priceMax: 200_000_000 } }, 3), say);
    expect(limits?.texts.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(['đến 200 triệu đồng']);
    expect(limits?.href).toMatch(/[?&]field=crops.*exact=true|exact=true.*field=crops/);
    expect(limitsOf(asked, found({}, 3), say)).toBeNull();
  });
  it('says that only some words were found where something was found', () => {
    expect(understoodOf(asked, found({ relaxed: true }, 3), 'offers', say)?.relaxed).toBe(true);
    expect(understoodOf(asked, found({ relaxed: true }, 0), 'offers', say)?.relaxed).toBe(false);
  });
});
