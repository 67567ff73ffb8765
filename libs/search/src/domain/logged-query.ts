import { isCleanText } from '@app/platform/kernel/clean-text.js';
import { nfc, term, tokens } from '@app/platform/kernel/fold.js';

/** Longer text is a letter rather than a query, and says more of its writer than of the catalogue. */
const MAX_LENGTH = 80;
/** Telephone, identity, tax and account numbers, however they are grouped. Long numbers of another meaning go with them. */
const LONG_NUMBER = /\p{Nd}(?:[ .,()+/-]{0,3}\p{Nd}){7,}/u;
/** A passport or the like: letters and seven digits or more. */
const LETTERED_NUMBER = /\p{L}{1,3}[ -]?\p{Nd}{7,}/u;
const ADDRESS = /@|https?:|www\./i;

/** A query as the log keeps it. */
export interface LoggedQuery {
  /** Folded words: one for all ways to type it. */
  query: string;
  /** As typed, in lower case with single blanks. */
  typed: string;
}

/**
 * What of a query may be kept, or null: long numbers and addresses of mail and pages, by which a person could be found, are never stored. Names are
 * not known as such: a query that is the name of a person is kept like any other.
 */
export const loggedQuery = (q: string): LoggedQuery | null => {
  const typed = nfc(q).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (typed.length > MAX_LENGTH || !isCleanText(typed)) return null;
  if (LONG_NUMBER.test(typed) || LETTERED_NUMBER.test(typed) || ADDRESS.test(typed)) return null;
  const query = tokens(typed).map(({ text }) => term(text)).join(' ');
  return query === '' ? null : { query, typed };
};
