import { fold, openSyllable } from '@app/platform/kernel/fold.js';
import { isSyllable } from './syllables.js';

/** A syllable that was typed as raw keys of an input method that was off. */
export interface DecodedKeys {
  folded: string;
  /** As `exactForm` writes it. */
  form: string;
}

const VNI_TONES: Readonly<Record<string, string>> = { '1': 's', '2': 'f', '3': 'r', '4': 'x', '5': 'j' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };
const VOWEL = /[aăâeêioôơuưy]/;

/** Raw Telex (`nhaatj` → `nhật`); null when the word holds no Telex key or does not decode to a syllable. */
export function decodeTelex(word: string): DecodedKeys | null {
  if (!/^[a-z]{2,9}$/.test(word)) return null;
  const letters: string[] = [];
  let tone = '';
  let keys = 0;
  for (const key of word) {
    const seenVowel = letters.some((letter) => VOWEL.test(letter));
    if (seenVowel && 'sfrxj'.includes(key)) {
      if (tone !== '' && tone !== key) return null;
      tone = key;
    } else if (key === 'w' ? !horn(letters, true) : !shape(letters, key)) {
      letters.push(key);
      continue;
    }
    keys++;
  }
  return keys === 0 ? null : decoded(letters, tone);
}

/** Raw VNI (`nha65t` → `nhật`); null when the word holds no VNI digit or does not decode to a syllable. */
export function decodeVni(word: string): DecodedKeys | null {
  if (!/^[a-z][a-z1-9]{1,9}$/.test(word) || !/[1-9]/.test(word)) return null;
  const letters: string[] = [];
  let tone = '';
  for (const key of word) {
    if (VNI_TONES[key]) {
      // Two tones are a model number: `uy457`.
      if (tone !== '') return null;
      tone = VNI_TONES[key];
    } else if (!/[6-9]/.test(key)) letters.push(key);
    else if (!vniShape(letters, key)) return null;
  }
  return decoded(letters, tone);
}

function decoded(letters: string[], tone: string): DecodedKeys | null {
  const typed = letters.join('').replace(/ưo(?=.)/, 'ươ');
  const base = openSyllable(typed);
  const form = tone === '' ? base : `${base}~${tone}`;
  // The tone itself may be missing.
  if (!isSyllable(form) && !(tone === '' && isSyllable(`${base}~s`))) return null;
  return { folded: fold(base), form };
}

/** `aa`, `ee`, `oo`, `dd`, also with the second key at the end (`nhata`). */
function shape(letters: string[], key: string): boolean {
  const at = letters.lastIndexOf(key);
  if (at < 0) return false;
  if (key === 'd') return at === 0 && replace(letters, 0, 'đ');
  const to = CIRCUMFLEX[key];
  return to !== undefined && replace(letters, at, to);
}

function vniShape(letters: string[], key: string): boolean {
  if (key === '9') return letters[0] === 'd' && replace(letters, 0, 'đ');
  if (key === '7') return horn(letters, false);
  const source = key === '8' ? ['a'] : ['a', 'e', 'o'];
  const at = letters.findLastIndex((letter) => source.includes(letter));
  return at >= 0 && replace(letters, at, key === '8' ? 'ă' : CIRCUMFLEX[letters[at]]);
}

/** `uow` is `ươ`; a lone `w` of Telex is `ư`. */
function horn(letters: string[], telex: boolean): boolean {
  const at = letters.findLastIndex((letter) => (telex ? 'aou' : 'ou').includes(letter));
  if (at < 0) return telex && letters.push('ư') > 0;
  if (letters[at] === 'o' && letters[at - 1] === 'u') replace(letters, at - 1, 'ư');
  if (letters[at] === 'u' && letters[at + 1] === 'o') replace(letters, at + 1, 'ơ');
  return replace(letters, at, HORN[letters[at]]);
}

function replace(letters: string[], at: number, letter: string): true {
  letters[at] = letter;
  return true;
}

const SHAPE_KEYS: Readonly<Record<string, string>> = { â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', ă: 'aw', đ: 'dd' };

/** The Telex keys of an accented form as most people type them: the tone last, `uow` for `ươ`. */
export function telexKeys(form: string): string {
  const [letters, tone = ''] = form.split('~');
  return letters.replaceAll('ươ', 'uơ').replace(/[âêôơưăđ]/g, (letter) => SHAPE_KEYS[letter]) + tone;
}
