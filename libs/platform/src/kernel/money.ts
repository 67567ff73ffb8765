/** The largest amount the floor keeps, in VND. */
export const MAX_VND = 1_000_000_000_000_000;

const UNITS: Record<string, number> = { '': 1, đ: 1, đồng: 1, vnd: 1, vnđ: 1, nghìn: 1e3, ngàn: 1e3, k: 1e3, triệu: 1e6, tr: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** Whether an amount is whole VND within 0..10^15. */
export const isVnd = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_VND;

/** Reads an amount as people write it ("200 triệu", "1,5 tỷ", "180.000.000 đ"); null when it cannot be read. */
export const parseMoney = (text: string): number | null => {
  const match = /^([\d.,]+)\s*([a-zđàỷỉệồì]*)\s*(?:đồng|đ|vnd|vnđ)?$/u.exec(text.normalize('NFC').trim().toLowerCase());
  if (!match) return null;
  const unit = UNITS[match[2]];
  const number = parseNumber(match[1]);
  if (unit === undefined || number === null) return null;
  const amount = Math.round(number * unit);
  return isVnd(amount) ? amount : null;
};

// "1.200.000" groups by dots, "1,5" has a decimal comma, "1.5" a decimal point.
const parseNumber = (text: string): number | null => {
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(text);
  const plain = grouped ? text.replace(/[.,]/g, '') : text.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
};
