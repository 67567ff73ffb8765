import { hasMarks, type Token } from '@app/platform/kernel/fold.js';
import { isEnglish } from './english-words.js';
import type { Lexicon } from './lexicon.js';
import { isBareSyllable } from './syllables.js';

/** Whether a word is meant as it is typed though it has no marks: an English one, or an abbreviation; `perhaps` among Vietnamese words. */
export type Meant = 'no' | 'perhaps' | 'surely';

/** A word of a query. */
export interface SaidWord extends Pick<Token, 'text'> {
  folded: string;
  /** Reads as raw keys of a word that the catalogue has. */
  keys: boolean;
}

/** Among English words, or in capitals, letters that make none are an abbreviation rather than a slip. */
const SHORT = 3;
const CONSONANTS = /^[B-DF-HJ-NP-TV-XZ]{2,}$/;

/** Whether a query is typed in capitals, which then say nothing. */
export const isShouted = (words: readonly Pick<Token, 'text'>[]): boolean => !words.some(({ text }) => /\p{Ll}/u.test(text));

/**
 * Which words of a query are English or abbreviations. What may be Vietnamese without its marks counts as that, unless it is English
 * too and the catalogue has it without marks only. `amongMarks`: the query is typed with its marks, so that a slip has not lost them all.
 */
export function meantAmong(words: readonly SaidWord[], amongMarks: boolean, lexicon: Lexicon): Meant[] {
  const shouts = isShouted(words);
  const isShort = ({ folded, keys }: SaidWord): boolean => shouts && !keys && folded.length <= SHORT && !isBareSyllable(folded);
  const tongues = words.map((word) => tongueOf(word, lexicon));
  const count = (tongue: Tongue): number => tongues.filter((other) => other === tongue).length;
  const lead = count('English') - count('Vietnamese');
  return words.map((word, at): Meant => {
    const { text, folded, keys } = word;
    if (hasMarks(text)) return 'no';
    if (isShort(word) || (shouts && !keys && (CONSONANTS.test(text) || (words.length === 1 && !isBareSyllable(folded))))) return 'surely';
    const ofOthers = lead - WEIGHT[tongues[at]];
    const isMixed = keys || isBareSyllable(folded);
    if (isMixed || !isEnglish(folded)) return ofOthers > 0 && !amongMarks && (isMixed ? isEnglish(folded) : folded.length <= SHORT) ? 'surely' : 'no';
    return amongMarks || ofOthers >= 0 ? 'surely' : 'perhaps';
  });
}

type Tongue = 'English' | 'Vietnamese' | 'either';
const WEIGHT: Readonly<Record<Tongue, number>> = { English: 1, Vietnamese: -1, either: 0 };

function tongueOf({ text, folded, keys }: SaidWord, lexicon: Lexicon): Tongue {
  if (hasMarks(text) || keys) return 'Vietnamese';
  const [english, syllable] = [isEnglish(folded), isBareSyllable(folded)];
  if (english !== syllable) return english ? 'English' : 'Vietnamese';
  // A name or an abbreviation of the catalogue's own.
  if (!syllable && lexicon.df(folded) > 0) return 'English';
  return syllable && lexicon.formsOf(folded).some((form) => form !== folded) ? 'Vietnamese' : 'either';
}
