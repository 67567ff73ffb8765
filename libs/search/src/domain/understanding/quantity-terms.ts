import { parseQuantity } from '@app/platform/kernel/quantity.js';

/** A quantity of a text in its canonical unit, as one term: `0,5 tấn/mẻ` and `500 kg/mẻ` are the same. */
export interface QuantityTerm {
  term: string;
  start: number;
  end: number;
}

const QUANTITY = /(?<![\p{L}\p{N}.,])(\d[\d.,]*)\s*(mã lực|ma luc|sức ngựa|suc ngua|[\p{L}°%]{1,5}[³²23]?(?:\s*\/\s*\p{L}{1,5}(?: đêm| dem)?)?)(?![\p{L}\p{N}])/giu;
const BARE: Readonly<Record<string, string>> = { tan: 'tấn', me: 'mẻ', gio: 'giờ', ngay: 'ngày', lit: 'lít', luc: 'lực', ma: 'mã', dem: 'đêm' };
/** As people say them. */
const SPOKEN: Readonly<Record<string, string>> = { ký: 'kg', kí: 'kg', ky: 'kg', kilo: 'kg', khối: 'm3', khoi: 'm3', ngựa: 'mã lực', ngua: 'mã lực', 'sức ngựa': 'mã lực', 'suc ngua': 'mã lực' };

/** Also units without accents (`500kg/me`). What is not surely a quantity is left out. */
export function quantityTerms(text: string): QuantityTerm[] {
  if (!/\d/.test(text)) return [];
  const found: QuantityTerm[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const term = termOf(match[1], match[2]) ?? termOf(match[1], match[2].split('/')[0]);
    if (term !== null) found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function termOf(number: string, unit: string): string | null {
  const [first, ...per] = unit.toLowerCase().split('/');
  const accented = [SPOKEN[first.trim()] ?? first, ...per].join('/').replace(/(?<!\p{L})[a-z]+(?!\p{L})/gu, (word) => BARE[word] ?? word);
  const { canonicalMin, dimension } = parseQuantity({ name: '', value: number.replace(/[.,]$/, ''), unit: accented });
  return canonicalMin === null || dimension === null ? null : `#${dimension}:${canonicalMin}`;
}
