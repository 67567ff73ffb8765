import { exactForm } from '@app/platform/kernel/fold.js';

/**
 * Words that say nothing about a technology. Only the exact accented form counts: folded, `của` is a crab and `tại` an
 * ear. Words written without marks count only in a query that has some elsewhere: `trong trot` is crop growing.
 */
const MARKED =
  'và của là có các những được với từ đến để này đó tại bằng về một hoặc như trên ở thì rằng bởi tôi chúng cần tìm muốn nào';
const BARE = 'trong theo khi cho';
/** Written like no Vietnamese syllable. */
const ENGLISH = 'of for and with from';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(exactForm));
const ALWAYS = setOf(`${MARKED} ${ENGLISH}`);
const AMONG_MARKED = setOf(BARE);

/** Takes the word as typed, and whether the query has marks anywhere. */
export function isStopWord(typed: string, queryHasMarks: boolean): boolean {
  const form = exactForm(typed);
  return ALWAYS.has(form) || (queryHasMarks && AMONG_MARKED.has(form));
}
