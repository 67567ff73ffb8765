import { exactForm } from '@app/platform/kernel/fold.js';

/**
 * Words that say nothing about a technology. Only the exact accented form counts: folded, `của` is a crab and `cho` a
 * dog. English words are listed only where no Vietnamese syllable is written so.
 */
const WORDS =
  'và của các những được với từ đến để này đó khi tại bằng theo về một hoặc như trong trên ở thì rằng bởi tôi chúng cần tìm muốn nào and of for with from';

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' ').map(exactForm));

/** Takes the word as typed. Words without marks count only in English, as `WORDS` lists them with their marks. */
export const isStopWord = (typed: string): boolean => STOP_WORDS.has(exactForm(typed));
