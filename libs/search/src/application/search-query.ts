import { InputPipe, invalidFields } from '@app/platform';
import { canonicalQuery } from '../domain/canonical-query.js';
import { OfferSearchQuery } from '../http/offer-search.dto.js';

const pipe = new InputPipe();

/** The text of a search (`q=…&field=…`) in its canonical form and as `GET /offers` reads it; throws what that would. */
export async function searchQueryOf(text: string): Promise<{ canonical: string; query: OfferSearchQuery }> {
  const canonical = canonicalQuery(text);
  if (canonical === null) throw invalidFields([{ field: 'query', code: 'query', message: 'Có tên lọc không tồn tại. / It names a filter that does not exist.' }]);
  const params = new URLSearchParams(canonical);
  const plain = Object.fromEntries([...new Set(params.keys())].map((name) => [name, valueOf(params.getAll(name))]));
  const query = (await pipe.transform(plain, { type: 'query', metatype: OfferSearchQuery })) as OfferSearchQuery;
  assertRanges(query);
  return { canonical, query };
}

const valueOf = (values: string[]): string | string[] => (values.length === 1 ? values[0] : values);

/** A range whose ends are reversed is a fault, not an empty result. */
export const assertRanges = (query: OfferSearchQuery): void => {
  for (const [low, high] of [['trlMin', 'trlMax'], ['priceMin', 'priceMax']] as const) {
    if (query[low] !== undefined && query[high] !== undefined && query[low] > query[high]) {
      throw invalidFields([{ field: high, code: 'reversed', message: `${low} lớn hơn ${high}. / ${low} is above ${high}.` }]);
    }
  }
};
