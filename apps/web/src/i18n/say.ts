import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatsIn, type Formats } from './formats.js';
import type { Lang } from './languages.js';
import { path, type RouteName } from './routes.js';
import { t, type Translate } from './translate.js';

type PathFrom<R extends RouteName> = Parameters<typeof path<R>> extends [Lang, R, ...infer Rest] ? Rest : never;

/** Everything a component needs to speak one language. */
export interface Say extends Formats {
  lang: Lang;
  t: Translate;
  path: <R extends RouteName>(route: R, ...rest: PathFrom<R>) => string;
}

const make = (lang: Lang): Say => ({
  ...formatsIn(lang),
  lang,
  t: t(lang),
  path: (route, ...rest) => (path as (...all: unknown[]) => string)(lang, route, ...rest),
});

const voices: Record<Lang, Say> = { vi: make('vi'), en: make('en') };

/** The voice of a language, made once. */
export const sayIn = (lang: Lang): Say => voices[lang];

/** Set by the page shell, so that components below need no language among their properties. */
export const SayContext = createContext<Say>(voices.vi);

export const useSay = (): Say => useContext(SayContext);
