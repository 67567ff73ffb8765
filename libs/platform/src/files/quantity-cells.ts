import { isCleanText } from '../kernel/clean-text.js';

/** A quantity as it is written. */
export interface WrittenQuantity {
  name: string;
  value: string;
  unit: string | null;
}

const LEADING_NUMBERS = /^((?:từ|đến|dưới|trên|tối đa|tối thiểu|khoảng|[≤≥<>~±=])?\s*-?\d[\d.,]*(?:\s*(?:-|–|~|đến|x|×)\s*\d[\d.,]*)*)\s*(\D.*)?$/u;
const UNREADABLE = 'Cần dạng "tên=giá trị đơn vị; …". / Must read "name=value unit; …".';

const clean = (value: string | number): string => String(value).normalize('NFC').trim();

/** Reads `name=value unit; …`, or a list of `{name, value, unit}`. Answers the reason when it cannot be read. */
export const readQuantities = (value: unknown): WrittenQuantity[] | string => {
  const specs = Array.isArray(value) ? value.map(fromObject) : typeof value === 'string' ? parts(value).map(fromText) : [null];
  const good = specs.filter((spec): spec is WrittenQuantity => spec !== null && spec.name !== '' && spec.name.length <= 300 && spec.value.length <= 1_000 && isCleanText(spec.name + spec.value + spec.unit));
  return good.length === specs.length ? good : UNREADABLE;
};

const fromObject = (value: unknown): WrittenQuantity | null => {
  if (typeof value === 'string') return fromText(value);
  if (value === null || typeof value !== 'object') return null;
  const { name, value: amount, unit } = value as Record<string, unknown>;
  if (typeof name !== 'string' || (typeof amount !== 'string' && typeof amount !== 'number')) return null;
  return { name: clean(name), value: clean(amount), unit: typeof unit === 'string' || typeof unit === 'number' ? clean(unit) : null };
};

const parts = (text: string): string[] =>
  (text.match(/(?:\\.|[^;\n\\])+/g) ?? []).map((part) => part.replace(/\\([;\\])/g, '$1').trim()).filter((part) => part !== '');

/** `Công suất=500 kg/mẻ`; a colon will do where there is no equals sign. */
const fromText = (text: string): WrittenQuantity | null => {
  const at = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
  if (at < 1) return null;
  const name = clean(text.slice(0, at));
  const amount = clean(text.slice(at + 1));
  const numbers = LEADING_NUMBERS.exec(amount);
  return numbers?.[2] ? { name, value: numbers[1].trim(), unit: numbers[2].trim() } : { name, value: amount, unit: null };
};
