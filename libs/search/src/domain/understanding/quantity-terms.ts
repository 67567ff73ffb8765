import { parseQuantity } from '@app/platform/kernel/quantity.js';

/** A quantity of a text in its canonical unit, as one term: `0,5 tấn/mẻ` and `500 kg/mẻ` are the same. */
export interface QuantityTerm {
  term: string;
  start: number;
  end: number;
}

const QUANTITY = /(?<![\p{L}\p{N}.,])(\d[\d.,]*)\s*(mã lực|ma luc|[\p{L}°%]{1,5}[³²23]?(?:\s*\/\s*\p{L}{1,5}(?: đêm| dem)?)?)(?![\p{L}\p{N}])/giu;
const BARE: Readonly<Record<string, string>> = { tan: 'tấn', me: 'mẻ', gio: 'giờ', ngay: 'ngày', lit: 'lít', luc: 'lực', ma: 'mã', dem: 'đêm' };

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
  const accented = unit.toLowerCase().replace(/[a-z]+/g, (word) => BARE[word] ?? word);
  const { canonicalMin, dimension } = parseQuantity({ name: '', value: number.replace(/[.,]$/, ''), unit: accented });
  return canonicalMin === null || dimension === null ? null : `#${dimension}:${canonicalMin}`;
}
