import { PROVINCES, WARDS } from '@app/taxonomy';

const wardNames = (province: string): string[] => WARDS[province].split('|').map((entry) => entry.slice(6).replace(/^(Xã|Phường|Đặc khu) /, (unit) => unit.toLowerCase()));

const wards = new Map(PROVINCES.map(([code]) => [code, wardNames(code)]));
const names = new Map(PROVINCES.map(([code, vi]) => [code, vi]));
const englishNames = new Map(PROVINCES.map(([code, , en]) => [code, en]));

/** The place with its unit as in running text: "xã Mỹ Xương", "phường Cái Răng". */
export const wardOf = (province: string, number: number): string => {
  const own = wards.get(province)!;
  return own[number % own.length];
};

/** The bare name, for names of enterprises. */
export const wardName = (province: string, number: number): string => wardOf(province, number).replace(/^(xã|phường|đặc khu) /, '');

export const provinceName = (code: string): string => names.get(code)!;
export const provinceInEnglish = (code: string): string => englishNames.get(code)!;
export const DELTA = ['92', '82', '86', '91', '96', '80'];

const CODES = PROVINCES.map(([code]) => code);

/** A place anywhere in the country, with its province: "xã Quế Phong (Nghệ An)". */
export const farPlace = (number: number): string => {
  const code = CODES[number % CODES.length];
  return `${wardOf(code, Math.floor(number / CODES.length))} (${provinceName(code)})`;
};
