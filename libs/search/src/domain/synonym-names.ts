import { type FieldError, invalidFields } from '@app/platform';
import { exactForm, tokens } from '@app/platform/kernel/fold.js';

export interface SynonymNames {
  /** Names that stand for each other. */
  words: string[];
  /** Names that are found too, but do not lead back. */
  onlyTo: string[];
}

const MOST_WORDS = 6;

const formOf = (name: string): string => tokens(name).map(({ text }) => exactForm(text)).join(' ');

const formsOf = (names: readonly string[]): string => JSON.stringify([...new Set(names.map(formOf))].sort());

/** Throws `common.invalid` when one of the other groups says the same, in whatever order and writing. */
export function assertNew({ words, onlyTo }: SynonymNames, others: readonly { words: readonly string[]; onlyTo?: readonly string[] }[]): void {
  if (!others.some((other) => formsOf(other.words) === formsOf(words) && formsOf(other.onlyTo ?? []) === formsOf(onlyTo))) return;
  throw invalidFields([{ field: 'words', code: 'repeated', message: 'Nhóm này đã có. / This group is there already.' }]);
}

/** That each name can be found in a query, and that the group says something. Throws `common.invalid` naming each that does not. */
export function assertNames({ words, onlyTo }: SynonymNames): void {
  const faults: FieldError[] = Object.entries({ words, onlyTo }).flatMap(([field, names]) =>
    names.flatMap((name, i) => {
      const count = tokens(name).length;
      if (count >= 1 && count <= MOST_WORDS) return [];
      return [{ field: `${field}.${i}`, code: 'words', message: `Tên thứ ${i + 1} phải có 1–${MOST_WORDS} từ. / Name ${i + 1} must have 1 to ${MOST_WORDS} words.` }];
    }),
  );
  if (words.length === 0 || words.length + onlyTo.length < 2) faults.push({ field: 'words', code: 'few', message: 'Cần ít nhất hai tên. / At least two names are needed.' });
  if (faults.length > 0) throw invalidFields(faults);
}
