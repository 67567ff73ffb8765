/** Languages of the pages; the first one is the default. */
export const LANGS = ['vi', 'en'] as const;

export type Lang = (typeof LANGS)[number];

export const isLang = (value: unknown): value is Lang => LANGS.includes(value as Lang);

export const otherLang = (lang: Lang): Lang => (lang === 'vi' ? 'en' : 'vi');
