import { createRequire } from 'node:module';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from './languages.js';
import type { MessageKey, MessageParams } from './message-params.js';

const load = createRequire(import.meta.url);

/** Texts of both languages by key, in ICU message format. */
export const MESSAGES: Record<Lang, Record<string, string>> = {
  vi: load('./messages/vi.json') as Record<string, string>,
  en: load('./messages/en.json') as Record<string, string>,
};

type Rest<K extends MessageKey> = K extends keyof MessageParams ? [params: MessageParams[K]] : [];

/** Text for people: a key without parameters takes none, the others take exactly theirs. */
export type Translate = <K extends MessageKey>(key: K, ...params: Rest<K>) => string;

const translator = (lang: Lang): Translate => {
  const compiled = new Map<string, IntlMessageFormat | string>();
  const compile = (key: string): IntlMessageFormat | string => {
    const message = MESSAGES[lang][key];
    if (message === undefined) throw new Error(`No text "${key}" in ${lang}`);
    return message.includes('{') ? new IntlMessageFormat(message, lang) : message;
  };
  return (key, ...[params]) => {
    let text = compiled.get(key);
    if (text === undefined) compiled.set(key, (text = compile(key)));
    return typeof text === 'string' ? text : String(text.format(params));
  };
};

const translators: Record<Lang, Translate> = { vi: translator('vi'), en: translator('en') };

/** The translator of a language, made once: `t('vi')('catalogue.count', { n: 38 })`. */
export const t = (lang: Lang): Translate => translators[lang];
