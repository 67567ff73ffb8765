import { type FieldError, invalidFields } from '@app/platform';
import { tokens } from '@app/platform/kernel/fold.js';

export interface SynonymNames {
  /** Names that stand for each other. */
  words: string[];
  /** Names that are found too, but do not lead back. */
  onlyTo: string[];
}

const MOST_WORDS = 6;

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
