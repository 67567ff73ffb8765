import type { Lang } from '@app/platform';
import type { MatchPart } from './match-facts.js';

export type LabelOf = (scheme: 'field' | 'transferMode' | 'province', code: string) => string;

const TEXTS: Record<string, Record<Lang, string>> = {
  'text.common': { vi: 'Có chung nội dung: {terms}', en: 'Words in common: {terms}' },
  'text.none': { vi: 'Không có từ nào chung', en: 'No words in common' },
  'field.same': { vi: 'Cùng lĩnh vực: {fields}', en: 'Same field: {fields}' },
  'field.other': { vi: 'Khác lĩnh vực: {fields}', en: 'Another field: {fields}' },
  'field.unknown': { vi: 'Chưa rõ lĩnh vực', en: 'Field not given' },
  'transferMode.same': { vi: 'Đúng hình thức chuyển giao: {transferModes}', en: 'Transfer mode fits: {transferModes}' },
  'transferMode.other': { vi: 'Hình thức chuyển giao khác: {transferModes}', en: 'Other transfer mode: {transferModes}' },
  'transferMode.unknown': { vi: 'Chưa rõ hình thức chuyển giao', en: 'Transfer mode not given' },
  'price.within': { vi: 'Giá từ {min} nằm trong ngân sách {budget}', en: 'Price from {min} is within the budget of {budget}' },
  'price.over': { vi: 'Giá từ {min} vượt ngân sách {budget}', en: 'Price from {min} exceeds the budget of {budget}' },
  'price.far_over': { vi: 'Giá từ {min} vượt xa ngân sách {budget}', en: 'Price from {min} is far above the budget of {budget}' },
  'price.unknown': { vi: 'Chưa rõ giá', en: 'Price not given' },
  'trl.enough': { vi: 'TRL {trl}, yêu cầu từ {trlMin}', en: 'TRL {trl}, at least {trlMin} wanted' },
  'trl.low': { vi: 'TRL {trl}, thấp hơn yêu cầu {trlMin}', en: 'TRL {trl}, below the wanted {trlMin}' },
  'trl.unknown': { vi: 'Chưa rõ mức sẵn sàng công nghệ', en: 'Technology readiness not given' },
  'place.same': { vi: 'Cùng địa bàn: {province}', en: 'Same place: {province}' },
  'place.other': { vi: 'Ở {province}', en: 'Located in {province}' },
  'quantities.fit': { vi: '{name}: {given} đáp ứng {wanted}', en: '{name}: {given} meets {wanted}' },
  'quantities.off': { vi: '{name}: {given}, cần {wanted}', en: '{name}: {given}, wanted {wanted}' },
  'quantities.unknown': { vi: '{name}: chưa rõ, cần {wanted}', en: '{name}: not given, wanted {wanted}' },
};

const LABELLED: Record<string, 'field' | 'transferMode' | 'province'> = { fields: 'field', transferModes: 'transferMode', province: 'province' };
const MONEY = new Set(['min', 'max', 'budget']);

const money = (amount: number, lang: Lang): string => {
  const format = (value: number): string => new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(value);
  if (amount >= 1e9) return lang === 'vi' ? `${format(amount / 1e9)} tỷ đồng` : `${format(amount / 1e9)} billion VND`;
  if (amount >= 1e6) return lang === 'vi' ? `${format(amount / 1e6)} triệu đồng` : `${format(amount / 1e6)} million VND`;
  return lang === 'vi' ? `${format(amount)} đồng` : `${format(amount)} VND`;
};

/** A part as a phrase for people. */
export const partText = (part: MatchPart, lang: Lang, labelOf: LabelOf): string =>
  (TEXTS[part.code]?.[lang] ?? part.code).replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = part.params[name];
    if (value === undefined) return '…';
    const scheme = LABELLED[name];
    if (scheme) return [value].flat().map((code) => labelOf(scheme, String(code))).join(', ');
    if (MONEY.has(name)) return money(Number(value), lang);
    return [value].flat().join(', ');
  });

export const partCodes = (): string[] => Object.keys(TEXTS);
