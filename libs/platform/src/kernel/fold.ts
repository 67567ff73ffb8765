/** A word of a text. `start` and `end` are UTF-16 offsets in `nfc(text)`; `text` is that slice, as typed. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MARKS = /[\u0300-\u036f]/g;
const ASCII = /^[\u0000-\u007f]*$/;  
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}\p{Nd}]*/gu;
const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/;
const OPEN_Y = /^(h|k|l|m|s|t|qu)y$/;
const OPEN_Y_ACCENTED = /^(h|k|l|m|s|t|qu)y(~[fsxrj])?$/;
const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
};
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const MAX_SLUG = 80;

/** Unicode NFC: the form in which all text is stored and compared. */
export const nfc = (text: string): string => text.normalize('NFC');

/** Lower case without marks, đ as d: what somebody types who types no accents. Keeps punctuation and spaces. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd');
}

/**
 * Words with their offsets in `nfc(text)`. A number that runs into a unit is two words (`500kg` → `500`, `kg`); a model
 * number that starts with a letter stays one (`PC200`, `CO2`); a decimal stays one (`1,5`).
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of nfc(text).matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** `ký`/`kí`, `mỹ`/`mĩ`, `quý`/`quí` are spelling variants of one open syllable; takes and gives a folded syllable. */
export const openSyllable = (folded: string): string => (OPEN_Y.test(folded) ? `${folded.slice(0, -1)}i` : folded);

/** The index term of one word: folded, i/y made equal, `1.000` as `1000` and `1,5` as `1.5`. */
export function term(word: string): string {
  const folded = fold(word);
  const first = folded.charCodeAt(0);
  if (first < 48 || first > 57) return openSyllable(folded);
  if (THOUSANDS.test(folded)) return folded.replace(/[.,]/g, '');
  return folded.replace(/,/g, '.');
}

/** One syllable with its tone lifted to the end (`cá` → `ca~s`), so that `hoà` and `hòa` are equal and `cá` and `cà` are not. */
export function exactForm(syllable: string): string {
  const lower = syllable.toLowerCase();
  if (ASCII.test(lower)) return openSyllable(lower);
  const decomposed = lower.normalize('NFD');
  const tone = TONE.exec(decomposed)?.[0];
  const lifted = tone ? `${decomposed.replace(tone, '')}~${TONES[tone]}` : decomposed;
  return lifted.normalize('NFC').replace(OPEN_Y_ACCENTED, '$1i$2');
}

/** Whether the text, as typed, carries a Vietnamese mark or đ. */
export const hasMarks = (text: string): boolean => text.normalize('NFC').toLowerCase() !== fold(text);

/** ASCII, lower case, hyphens, at most 80 characters, cut between words; empty when nothing of the text is Latin or a digit. */
export function slugify(text: string): string {
  const slug = fold(text.normalize('NFKC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= MAX_SLUG) return slug;
  const cut = slug.slice(0, MAX_SLUG + 1).lastIndexOf('-');
  return slug.slice(0, cut > MAX_SLUG / 2 ? cut : MAX_SLUG).replace(/-$/, '');
}
