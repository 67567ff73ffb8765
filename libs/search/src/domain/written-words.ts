import { term, tokens } from '@app/platform/kernel/fold.js';
import { exactFormOf } from './understanding/syllables.js';
import type { Lexicon } from './understanding/lexicon.js';

/** Whether live offers write each word as it stands here: `lừa` is not known by `lúa`, nor `lon` by `lợn`. */
export const areWritten = (text: string, lexicon: Pick<Lexicon, 'df' | 'exactDf'>): boolean =>
  tokens(text).every(({ text: word }) => {
    const form = exactFormOf(word);
    return form === null ? lexicon.df(term(word)) > 0 : lexicon.exactDf(form) > 0;
  });
