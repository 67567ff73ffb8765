/**
 * Words of one meaning, Vietnamese and English, regional names first of all. A name in `onlyTo` is looked for but
 * never expanded, because by itself it is wider or has other meanings (`rác thải` is more than solid waste).
 */
export interface SynonymGroup {
  words: readonly string[];
  onlyTo?: readonly string[];
}

export const same = (text: string, onlyTo?: string): SynonymGroup => ({
  words: text.split(', '),
  ...(onlyTo ? { onlyTo: onlyTo.split(', ') } : {}),
});
