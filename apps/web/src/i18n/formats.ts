import type { Lang } from './languages.js';

/** An instant (ISO 8601, epoch milliseconds or Date) or a day (`YYYY-MM-DD`). */
export type Moment = string | number | Date;

export interface Formats {
  /** 23/11/2026, the day in Viet Nam. */
  date: (moment: Moment) => string;
  /** 16:30 ngày 25/11/2026. */
  dateTime: (moment: Moment) => string;
  /** 4.618 in Vietnamese, 4,618 in English. */
  count: (n: number) => string;
  /** 2,13 triệu from a million on, else as `count`. */
  bigCount: (n: number) => string;
  /** Whole VND in words: 300 triệu đồng, 1,2 tỷ đồng. */
  money: (vnd: number) => string;
  /** A telephone number that is never broken over two lines. */
  phone: (number: string) => string;
  /** Hours as somebody wrote them, no time of day broken over two lines: 7 giờ 30. */
  hours: (text: string) => string;
  /** A range in one unit where both ends share it: 180–220 triệu đồng. */
  moneyRange: (min: number, max: number) => string;
}

const NBSP = '\u00a0';
const ZONE = 'Asia/Ho_Chi_Minh';
const BCP47: Record<Lang, string> = { vi: 'vi-VN', en: 'en-GB' };

interface Scale {
  from: number;
  vi: string;
  en: string;
}
const SCALES: readonly Scale[] = [
  { from: 1e9, vi: `tỷ đồng`, en: 'billion VND' },
  { from: 1e6, vi: `triệu đồng`, en: 'million VND' },
  { from: 1, vi: 'đồng', en: 'VND' },
];
const UNSCALED = SCALES[SCALES.length - 1];

// A value that three significant digits cannot carry is written out in the next smaller unit.
const scaleOf = (vnd: number): Scale =>
  SCALES.find(({ from }) => vnd >= from && vnd % Math.max(1, from / 100) === 0) ?? UNSCALED;

// Days and instants alike become a number, so that no component ever builds a Date.
const at = (moment: Moment): number | Date => (typeof moment === 'string' ? Date.parse(moment) : moment);

const makeFormats = (lang: Lang): Formats => {
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE });
  const clock = new Intl.DateTimeFormat(BCP47[lang], { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: ZONE });
  const unit = (scale: Scale) => scale[lang].replace(/ /g, NBSP);
  const amount = (vnd: number, scale: Scale) => `${numbers.format(vnd / scale.from)}${NBSP}${unit(scale)}`;
  const date = (moment: Moment) => day.format(at(moment));
  const money = (vnd: number) => amount(vnd, scaleOf(vnd));
  return {
    date,
    money,
    dateTime: (moment) =>
      lang === 'vi' ? `${clock.format(at(moment))} ngày ${date(moment)}` : `${clock.format(at(moment))} on ${date(moment)}`,
    count: (n) => numbers.format(n),
    phone: (number) => number.replaceAll(' ', NBSP),
    hours: (text) => text.replace(/(?<=\d) giờ( (?=\d))?/g, (time) => time.replaceAll(' ', NBSP)),
    bigCount: (n) =>
      n < 1e6 ? numbers.format(n) : `${numbers.format(Math.round(n / 1e4) / 100)}${NBSP}${lang === 'vi' ? 'triệu' : 'million'}`,
    moneyRange: (min, max) => {
      if (min === max) return money(min);
      const scale = scaleOf(max);
      const shared = scaleOf(min) === scale;
      return shared ? `${numbers.format(min / scale.from)}–${amount(max, scale)}` : `${money(min)} – ${money(max)}`;
    },
  };
};

const formats: Record<Lang, Formats> = { vi: makeFormats('vi'), en: makeFormats('en') };

/** Formatters of a language, made once. */
export const formatsIn = (lang: Lang): Formats => formats[lang];
