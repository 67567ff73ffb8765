import type { RevisionState } from './offer-revision.js';

interface Facts {
  importedHash: string | null;
  importedRevision: number | null;
  number: number;
  state: RevisionState;
  isComplete: boolean;
}

export type ImportDecision =
  | { do: 'create' | 'revise' | 'publish' | 'nothing' }
  | { do: 'refuse'; reason: string };

const EDITED = 'Đơn vị đã sửa chào bán này sau lần nhập trước; không ghi đè. / Its owner has edited this offer since; it is not overwritten.';
const BY_HAND = 'Mã này là của một chào bán do đơn vị tự đăng; không ghi đè. / The code belongs to an offer that its owner wrote; it is not overwritten.';
const UNDER_REVIEW = 'Chào bán đang chờ duyệt; không ghi đè. / The offer is under review; it is not overwritten.';

/**
 * What an import does with a row. `hash` is of the row's content; `isSame` tells whether the offer's newest revision
 * has that content already, however it came there.
 */
export const decideImport = (existing: Facts | undefined, hash: string, publish: boolean, isSame: () => boolean): ImportDecision => {
  if (!existing) return { do: 'create' };
  const untouched = existing.importedHash !== null && existing.importedRevision === existing.number;
  if ((untouched && existing.importedHash === hash) || isSame()) {
    return { do: publish && untouched && existing.state === 'draft' && existing.isComplete ? 'publish' : 'nothing' };
  }
  if (!untouched) return { do: 'refuse', reason: existing.importedHash === null ? BY_HAND : EDITED };
  if (existing.state === 'submitted') return { do: 'refuse', reason: UNDER_REVIEW };
  return { do: 'revise' };
};
