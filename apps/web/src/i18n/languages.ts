/** Languages of the pages; the first one is the default. */
export const LANGS = ['vi', 'en'] as const;

export type Lang = (typeof LANGS)[number];
