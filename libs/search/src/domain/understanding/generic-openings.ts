import { exactForm, term } from '@app/platform/kernel/fold.js';

/** What names begin with that may be anything: `hệ thống lọc nước`, `thiết bị lọc nước` and `máy lọc nước` are about the same. */
const OPENINGS = (
  'máy|máy móc|thiết bị|máy móc thiết bị|hệ thống|hệ thống thiết bị|giải pháp|công nghệ|dây chuyền|dây chuyền thiết bị|mô hình|quy trình|quy trình công nghệ|kỹ thuật|phương pháp|dịch vụ|dụng cụ|bộ|trạm'
)
  .split('|')
  .map((phrase) => phrase.split(' ').map((word) => ({ folded: term(word), form: exactForm(word) })))
  .sort((a, b) => b.length - a.length);

export const LONGEST_OPENING = OPENINGS[0].length;

export interface OpeningWord {
  folded: string;
  /** Null when any marks may be meant. */
  form: string | null;
}

/** A word of a text that is written with its marks. */
export const writtenWord = (text: string): OpeningWord => ({ folded: term(text), form: exactForm(text) });

/** How many words at the beginning may open any name; none when nothing follows. */
export function genericLength(words: readonly OpeningWord[]): number {
  const opening = OPENINGS.find((phrase) => phrase.every(({ folded, form }, at) => words[at]?.folded === folded && (words[at].form ?? form) === form));
  return opening !== undefined && opening.length < words.length ? opening.length : 0;
}
