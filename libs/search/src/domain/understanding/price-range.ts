import { parseMoney } from '@app/platform/kernel/money.js';

/** What a query says of the price, and where: offsets into the query. */
export interface PriceRange {
  priceMin?: number;
  priceMax?: number;
  start: number;
  end: number;
}

const NUMBER = String.raw`\d[\d.,]*`;
/** What millions may be of beside money. */
const COUNTED = String.raw`(?!\s+(?:con|cây|hạt|trứng|người|hộ|lít|tấn|kg|chai|gói|viên|sản phẩm|cay|hat|nguoi|lit|tan|vien|san pham|m3|m³|kwh)(?![\p{L}\p{N}]))`;
const UNIT = String.raw`(?:nghìn|ngàn|nghin|ngan|triệu|trieu|tr|tỷ|tỉ|ty|ti|million|billion)(?![\p{L}\p{N}])(?:\s*(?:đồng|dong|vnđ|vnd|đ)(?![\p{L}\p{N}]))?${COUNTED}`;
/** What may follow a unit: `1 tỷ 2` is 1.2 billion, `2 triệu rưỡi` 2.5 million; a number that counts something else is none of it. */
const FURTHER = String.raw`(?:\s+(rưỡi|ruoi|\d{1,3}(?=\s*(?:$|[^\s\p{L}\p{N}.,/%°]|(?:đồng|dong|trở|tro|đến|den)(?![\p{L}\p{N}]))))(?![\p{L}\p{N}]))?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])(?:(?:giá|gia|price)\s+)?`;
const ABOUT = String.raw`(?:(?:tầm giá|tầm|khoảng|khoang|cỡ|chừng|chung|around|about|approx(?:imately)?)\s+)`;
const BUDGET = String.raw`(?:ngân sách|ngan sach|kinh phí|kinh phi|vốn|budget)(?:\s+(?:là|of|is))?`;
const MOST = String.raw`(?:dưới|duoi|tối đa|toi da|không quá|khong qua|nhỏ hơn|nho hon|thấp hơn|rẻ hơn|under|below|up to|less than|<=|≤|<)`;
const LEAST = String.raw`(?:trên|tren|tối thiểu|toi thieu|ít nhất|it nhat|lớn hơn|lon hon|hơn|over|above|more than|at least|>=|≥|>)`;
const PATTERNS = {
  budget: new RegExp(String.raw`(?<![\p{L}\p{N}])${BUDGET}\s+${ABOUT}?(${NUMBER})\s*(${UNIT})${FURTHER}`, 'iu'),
  between: new RegExp(String.raw`${BEFORE}(?:từ|tu|from|khoảng|khoang)?\s*(${NUMBER})\s*(${UNIT})?\s*(?:-|–|đến|den|tới|toi|to)\s*(${NUMBER})\s*(${UNIT})`, 'iu'),
  most: new RegExp(String.raw`${BEFORE}${MOST}\s*(${NUMBER})\s*(${UNIT})${FURTHER}`, 'iu'),
  least: new RegExp(String.raw`${BEFORE}${LEAST}\s*(${NUMBER})\s*(${UNIT})${FURTHER}`, 'iu'),
  about: new RegExp(String.raw`${BEFORE}${ABOUT}(${NUMBER})\s*(${UNIT})${FURTHER}`, 'iu'),
};
const ACCENTED: Readonly<Record<string, string>> = { nghin: 'nghìn', ngan: 'ngàn', trieu: 'triệu', ty: 'tỷ', ti: 'tỷ', million: 'triệu', billion: 'tỷ' };

/** How far from a price that is named with "khoảng" an offer may be. */
const NEAR = 0.2;

/** Reads "dưới 200 triệu", "từ 100 đến 200 triệu", "khoảng 1 tỷ 2", "over 1 billion". Only a limit with a unit of money is certain. */
export function priceRange(query: string): PriceRange | null {
  if (!/\d/.test(query)) return null;
  const between = PATTERNS.between.exec(query);
  if (between) {
    const [low, high] = [amount(between[1], between[2] ?? between[4]), amount(between[3], between[4])];
    return low === null || high === null || low > high ? null : { priceMin: low, priceMax: high, ...spanOf(between) };
  }
  return (
    limit(PATTERNS.budget, query, (priceMax) => ({ priceMax })) ??
    limit(PATTERNS.most, query, (priceMax) => ({ priceMax })) ??
    limit(PATTERNS.least, query, (priceMin) => ({ priceMin })) ??
    limit(PATTERNS.about, query, (price) => ({ priceMin: Math.round(price * (1 - NEAR)), priceMax: Math.round(price * (1 + NEAR)) }))
  );
}

/** Whether a word that begins there belongs to what is said of the price. */
export const isOfPrice = (price: PriceRange | null, start: number): boolean => price !== null && start >= price.start && start < price.end;

/** The text less what it says of the price. */
export function withoutPrice(query: string): string {
  const price = priceRange(query);
  return price ? `${query.slice(0, price.start)} ${query.slice(price.end)}`.replace(/\s+/g, ' ').trim() : query;
}

function limit(pattern: RegExp, query: string, limitsOf: (price: number) => Pick<PriceRange, 'priceMin' | 'priceMax'>): PriceRange | null {
  const match = pattern.exec(query);
  const price = match && amount(match[1], match[2], match[3]);
  return match && price !== null ? { ...limitsOf(price), ...spanOf(match) } : null;
}

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({ start: match.index, end: match.index + match[0].length });

/** `further` is a part of the unit: `2` of `1 tỷ 2` is two tenths, `250` of `1 tỷ 250` two hundred and fifty thousandths. */
function amount(number: string, unit: string, further?: string): number | null {
  const word = /^\p{L}+/u.exec(unit.toLowerCase())?.[0] ?? '';
  const name = ACCENTED[word] ?? word;
  const whole = parseMoney(`${number.replace(/[.,]$/, '')} ${name}`);
  const unitWorth = parseMoney(`1 ${name}`);
  if (!further || whole === null || unitWorth === null) return whole;
  return whole + Math.round(Number(`0.${/^\d/.test(further) ? further : '5'}`) * unitWorth);
}
