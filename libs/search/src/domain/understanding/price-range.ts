import { parseMoney } from '@app/platform/kernel/money.js';

/** What a query says of the price, and where: offsets into the query. */
export interface PriceRange {
  priceMin?: number;
  priceMax?: number;
  start: number;
  end: number;
}

const NUMBER = String.raw`\d[\d.,]*`;
const UNIT = String.raw`(?:nghìn|ngàn|nghin|ngan|triệu|trieu|tr|tỷ|tỉ|ty|ti|million|billion)(?![\p{L}\p{N}])(?:\s*(?:đồng|dong|vnđ|vnd|đ)(?![\p{L}\p{N}]))?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])(?:(?:giá|gia|price)\s+)?`;
const MOST = String.raw`(?:dưới|duoi|tối đa|toi da|không quá|khong qua|nhỏ hơn|nho hon|thấp hơn|rẻ hơn|under|below|up to|less than|<=|≤|<)`;
const LEAST = String.raw`(?:trên|tren|tối thiểu|toi thieu|ít nhất|it nhat|lớn hơn|lon hon|hơn|over|above|more than|at least|>=|≥|>)`;
const PATTERNS = {
  between: new RegExp(String.raw`${BEFORE}(?:từ|tu|from|khoảng|khoang)?\s*(${NUMBER})\s*(${UNIT})?\s*(?:-|–|đến|den|tới|toi|to)\s*(${NUMBER})\s*(${UNIT})`, 'iu'),
  most: new RegExp(String.raw`${BEFORE}${MOST}\s*(${NUMBER})\s*(${UNIT})`, 'iu'),
  least: new RegExp(String.raw`${BEFORE}${LEAST}\s*(${NUMBER})\s*(${UNIT})`, 'iu'),
};
const ACCENTED: Readonly<Record<string, string>> = { nghin: 'nghìn', ngan: 'ngàn', trieu: 'triệu', ty: 'tỷ', ti: 'tỷ', million: 'triệu', billion: 'tỷ' };

/** Reads "dưới 200 triệu", "từ 100 đến 200 triệu", "over 1 billion". Only a limit with a unit of money is certain. */
export function priceRange(query: string): PriceRange | null {
  const between = PATTERNS.between.exec(query);
  if (between) {
    const [low, high] = [amount(between[1], between[2] ?? between[4]), amount(between[3], between[4])];
    return low === null || high === null || low > high ? null : { priceMin: low, priceMax: high, ...spanOf(between) };
  }
  const most = PATTERNS.most.exec(query);
  const priceMax = most && amount(most[1], most[2]);
  if (most && priceMax !== null) return { priceMax, ...spanOf(most) };
  const least = PATTERNS.least.exec(query);
  const priceMin = least && amount(least[1], least[2]);
  return least && priceMin !== null ? { priceMin, ...spanOf(least) } : null;
}

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({ start: match.index, end: match.index + match[0].length });

function amount(number: string, unit: string): number | null {
  const word = /^\p{L}+/u.exec(unit.toLowerCase())?.[0] ?? '';
  return parseMoney(`${number.replace(/[.,]$/, '')} ${ACCENTED[word] ?? word}`);
}
