import { fold, tokens } from './fold.js';

// Initial, vowels, final: what a Vietnamese syllable without its accents can look like.
const SYLLABLE = /^(?:ngh|gh|ng|nh|th|tr|ch|kh|ph|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;
// Letters that no other language of the floor has.
const OWN_LETTER = /[đơưăĩũ\u1ea0-\u1ef9]/iu;
const LOOKED_AT = 300;
const FEWEST_WORDS = 5;
const VIETNAMESE_SHARE = 0.68;
const OWN_LETTER_SHARE = 0.1;

/** The language of a text by how its words are built; null when there is too little of it. It knows Vietnamese, with or without accents, and everything else as English. */
export const writtenLanguage = (text: string): 'vi' | 'en' | null => {
  const words = tokens(text.slice(0, 4_000)).map((token) => token.text).filter((word) => /^\p{L}{2,}$/u.test(word)).slice(0, LOOKED_AT);
  if (words.length < FEWEST_WORDS) return null;
  const own = words.filter((word) => OWN_LETTER.test(word.normalize('NFC'))).length;
  if (own / words.length >= OWN_LETTER_SHARE) return 'vi';
  const built = words.filter((word) => SYLLABLE.test(fold(word))).length;
  return built / words.length >= VIETNAMESE_SHARE ? 'vi' : 'en';
};
