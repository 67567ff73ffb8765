import { exactForm, hasMarks, term, tokens } from '@app/platform/kernel/fold.js';
import type { SpokenWord } from '../domain/understanding/synonyms.js';

/** Values of the filterable lists; the server cuts at 468 bytes. */
const MAX_TERM = 100;
const SHAPES: Readonly<Record<string, string>> = { â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', ă: 'a8', đ: 'd9' };
const TONES: Readonly<Record<string, string>> = { s: '1', f: '2', r: '3', x: '4', j: '5' };

/** An accented form in ASCII (`sây~s` as `sa6y1`): the server takes marks off everything else. */
export const exactCode = (form: string): string => {
  const [letters, tone] = form.split('~');
  return cut(letters.replace(/[âêôơưăđ]/g, (letter) => SHAPES[letter]) + (tone ? (TONES[tone] ?? '') : ''));
};

/** The same beside folded words, which must not be taken for it. */
export const markedCode = (form: string): string => `=${exactCode(form)}`;

/** A folded word as the server stores it: `1.5` would be two words. */
export const wordCode = (folded: string): string => cut(folded.replaceAll('.', 'p'));

/** A name of several words that a document says, as one value. */
export const nameCode = (words: readonly string[]): string => cut(words.map(wordCode).join('+'));

const cut = (text: string): string => text.slice(0, MAX_TERM);

export const spokenWords = (text: string): SpokenWord[] =>
  tokens(text).map((token) => ({ folded: term(token.text), form: hasMarks(token.text) ? exactForm(token.text) : null }));

/** Text without half characters, which JSON can carry but the server refuses. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
