import { fold, nfc } from '@app/platform/kernel/fold.js';

/** The Vietnamese alphabet with its guests: marked letters follow their plain ones and are letters of their own. */
const ALPHABET = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/u;
const RANK = new Map(ALPHABET.map((letter) => [letter, letterKey(letter)]));
/** Together with the tones it stays below the 468 bytes that Meilisearch sorts by. */
const MAX_UNITS = 150;

function letterKey(letter: string): string {
  const base = fold(letter);
  const kin = ALPHABET.filter((other) => fold(other) === base);
  return `${base}${kin.indexOf(letter)}`;
}

/**
 * Text whose plain ASCII order is the order of titles in Vietnamese: blanks, then numbers by size, then letters; tones
 * decide only between titles that are equal otherwise. For engines that can only compare bytes.
 */
export function titleKey(title: string): string {
  const units = nfc(title.trim().toLowerCase()).match(/\d+|\s+|./gsu) ?? [];
  let letters = '';
  let tones = '';
  for (const unit of units.slice(0, MAX_UNITS)) {
    const [key, tone] = /^\d/.test(unit) ? [numberKey(unit), 0] : signKey(unit);
    letters += key;
    tones += tone;
  }
  return `${letters.slice(0, 2 * MAX_UNITS)} ${tones}`;
}

/** Two characters for what stands between, so that shorter words come first. */
function signKey(sign: string): [string, number] {
  const decomposed = sign.normalize('NFD');
  const tone = TONE.exec(decomposed)?.[0];
  const letter = tone ? decomposed.replace(tone, '').normalize('NFC') : sign;
  const base = fold(letter).slice(0, 1);
  const key = RANK.get(letter) ?? RANK.get(base) ?? (/\p{L}/u.test(letter) ? 'z9' : /\s/.test(letter) ? '!0' : '-0');
  return [key, tone ? TONES.indexOf(tone) + 1 : 0];
}

/** The count of digits goes before them: `10` after `2`. */
function numberKey(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '').slice(0, 30);
  return `${String(plain.length).padStart(2, '0')}${plain}`;
}
