import { PARTS, SCENES } from './vocabulary/parts.js';
import { BRANDS } from './vocabulary/phrases.js';
import type { Random } from './random.js';

/** As Vietnamese write it: `1.250` and `2,5`. */
export const shownNumber = (value: number, decimals = 0): string => {
  const [whole, part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part && Number(part) !== 0 ? `${grouped},${part.replace(/0+$/, '')}` : grouped;
};

/** Two leading digits are what prices and capacities are said in. */
export const rounded = (value: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
};

const LARGER: Record<string, [unit: string, factor: number]> = {
  'kg/mẻ': ['tấn/mẻ', 1000], 'kg/giờ': ['tấn/giờ', 1000], kWp: ['MWp', 1000], 'm²': ['ha', 10_000],
};

/** A size in the unit in which it is said: 1,500 kg/mẻ are 1,5 tấn/mẻ. */
export const shownSize = (value: number, unit: string): { value: string; unit: string; text: string } => {
  const larger = LARGER[unit];
  const large = larger !== undefined && value >= larger[1];
  const shown = large ? shownNumber(value / larger[1], 2) : shownNumber(value, Number.isInteger(value) ? 0 : 2);
  const name = large ? larger[0] : unit;
  return { value: shown, unit: name, text: `${shown} ${name}` };
};

const UNITS_EN: Record<string, string> = {
  'tấn/mẻ': 't/batch', 'kg/mẻ': 'kg/batch', 'kg/giờ': 'kg/h', 'tấn/giờ': 't/h', 'gói/phút': 'packs/min', tấn: 't', 'con/giờ': 'head/h', con: 'head', 'tấn/ngày': 't/day',
  'm³/ngày đêm': 'm³/day', 'm³/ngày': 'm³/day', điểm: 'points', 'tài khoản': 'accounts', nút: 'nodes',
};

export const sizeInEnglish = (value: string, unit: string): string => `${value.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))} ${UNITS_EN[unit] ?? unit}`;

export type Slots = Record<string, string>;

const DRAWN: Record<string, readonly string[]> = { brand: BRANDS, part: PARTS, scene: SCENES };

/** Fills `{name}` from the slots, `{n:3..9}` with a number from the range, `{brand}`, `{part}` and their like with any of theirs. */
export const fill = (text: string, slots: Slots, random: Random): string =>
  text.replace(/\{(?:n:(-?[\d.]+?)\.\.(-?[\d.]+)|(\w+))\}/g, (_whole, low: string | undefined, high: string, name: string) => {
    if (low !== undefined) return drawn(low, high, random);
    const text = DRAWN[name] ? random.pick(DRAWN[name]) : slots[name];
    if (text === undefined) throw new Error(`There is nothing to fill {${name}} with.`);
    return text;
  });

// "2.500..9.800" in a sentence is thousands, "0.2..3" a decimal.
const drawn = (low: string, high: string, random: Random): string => {
  const grouped = /^\d{1,3}\.\d{3}$/.test(low);
  if (grouped) return shownNumber(Math.round(random.between(Number(low) * 1000, Number(high) * 1000) / 100) * 100);
  const decimals = Math.max(low.split('.')[1]?.length ?? 0, high.split('.')[1]?.length ?? 0);
  const value = random.between(Number(low), Number(high));
  return shownNumber(value >= 1000 ? Math.round(value / 50) * 50 : value, value >= 100 ? 0 : decimals);
};

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
