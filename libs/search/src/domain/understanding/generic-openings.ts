import { phraseAt, phrasesByFirst } from './phrases.js';
import type { SpokenWord } from './synonyms.js';

/** What names begin with that may be anything: `hệ thống lọc nước`, `thiết bị lọc nước` and `máy lọc nước` are about the same. */
const OPENINGS = phrasesByFirst(
  (
    'máy|máy móc|thiết bị|máy móc thiết bị|hệ thống|hệ thống thiết bị|giải pháp|công nghệ|dây chuyền|dây chuyền thiết bị|mô hình|quy trình|quy trình công nghệ|kỹ thuật|phương pháp|dịch vụ|dụng cụ|bộ|trạm'
  ).split('|'),
);

export const LONGEST_OPENING = Math.max(...[...OPENINGS.values()].flat().map(({ length }) => length));

/** How many words at the beginning may open any name; none when nothing follows. */
export function genericLength(words: readonly SpokenWord[]): number {
  const length = phraseAt(OPENINGS, words, 0);
  return length < words.length ? length : 0;
}
