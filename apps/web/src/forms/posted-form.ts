import type { Type } from '@nestjs/common';
import { DomainError, type ErrorKind, errorText, type FieldError as FloorFieldError, InputPipe, invalidFields, STATUS } from '@app/platform';
import type { FormState } from '../components/form-state.js';
import type { Lang } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/message-params.js';
import { MESSAGES, t } from '../i18n/translate.js';

/** A form as it was posted: a text for each name, several where a name is repeated. */
export type Posted = Record<string, unknown>;

type PlainKey = Extract<MessageKey, `form.fill.${string}` | `form.wrong.${string}`>;

const pipe = new InputPipe();

/** Checks a form as the API checks its body; what the form itself found wrong is told together with it. Throws `common.invalid`. */
export const checked = async <T extends object>(body: Type<T>, plain: object, found: FloorFieldError[] = []): Promise<T> => {
  try {
    const value = (await pipe.transform(plain, { type: 'body', metatype: body })) as T;
    if (found.length === 0) return value;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw invalidFields([...found, ...error.fields]);
  }
  throw invalidFields(found);
};

/** Something that only the form can find wrong: the text that says so stands for the code. */
export const wrong = (field: string, code: Extract<PlainKey, `form.wrong.${string}`>): FloorFieldError => ({ field, code, message: '' });

const isText = (value: unknown): value is string => typeof value === 'string';

/** What was typed, for showing it again. */
export const typedOf = (body: Posted): FormState['values'] =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.filter(isText) : isText(value) ? value : undefined]));

export const textIn = (body: Posted, name: string): string => {
  const value = body[name];
  return isText(value) ? value.normalize('NFC').trim() : '';
};

export const listIn = (body: Posted, name: string): string[] => [body[name] ?? []].flat().filter(isText).filter(Boolean);

/** Short texts that are typed into one input, one a line or with semicolons between. */
export const namesIn = (body: Posted, name: string): string[] => textIn(body, name).split(/[\r\n;]+/).map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);

/** What is wrong with one item of a list is told at the input that holds them all. */
export const atLists = (form: FormState): FormState => ({ ...form, errors: form.errors.map((error) => ({ ...error, field: error.field.replace(/\.\d+$/, '') })) });

/** A version as forms carry it; absent where the form carries none. */
export const versionIn = (body: Posted): number | undefined => {
  const version = Number(textIn(body, 'version'));
  return Number.isInteger(version) && version > 0 ? version : undefined;
};

/** Errors that a person can mend in the form; others go on to the error page. */
const MENDABLE = new Set<ErrorKind>(['invalid', 'conflict', 'stale', 'limited']);

const keyed = (prefix: 'form.fill' | 'form.wrong', name: string): PlainKey => {
  const key = `${prefix}.${name}`;
  return Object.hasOwn(MESSAGES.vi, key) ? (key as PlainKey) : `${prefix}.default`;
};

/** Messages of the API hold both languages: "Vietnamese / English". */
const inLanguage = (message: string, lang: Lang): string | undefined => {
  const parts = message.split(' / ');
  return parts.length === 2 ? parts[lang === 'vi' ? 0 : 1] : undefined;
};

const sentence = (error: FloorFieldError, name: string, values: FormState['values'], lang: Lang): string => {
  if (error.code.startsWith('form.wrong.')) return t(lang)(error.code as PlainKey);
  const own = inLanguage(error.message, lang);
  // A day that has passed since is no empty input: the form that comes back may not ask for it at all.
  if (error.code === 'past' && own) return own;
  const isEmpty = [values[name] ?? ''].flat().every((value) => value.trim() === '');
  if (isEmpty) return t(lang)(keyed('form.fill', name));
  const ofForm = keyed('form.wrong', name);
  // What the form says of one input tells more than the rule that it breaks.
  return ofForm === 'form.wrong.default' ? (own ?? t(lang)(ofForm)) : t(lang)(ofForm);
};

/** For a page that has no input to lead to: what is wrong, in words only. */
export const inWords = (form: FormState): FormState => ({ ...form, errors: form.errors.map(({ message }) => ({ field: '', message })) });

export interface FormNames {
  lang: Lang;
  scope?: string;
  /** Names of the API's fields in the form, where they differ. */
  names?: Record<string, string>;
}

/** The form that comes back with what to mend, and the status of the answer. Throws what cannot be mended there. */
export const returnedForm = (error: unknown, values: FormState['values'], { lang, scope, names = {} }: FormNames): { form: FormState; status: number } => {
  if (!(error instanceof DomainError) || !MENDABLE.has(error.kind)) throw error;
  const errors = error.fields.map((fault) => {
    const field = names[fault.field] ?? fault.field;
    return { field, message: sentence(fault, field, values, lang) };
  });
  const told = errors.length > 0 ? errors : [{ field: '', message: errorText(error.code, lang, error.params) }];
  return { form: { values, errors: told, ...(scope ? { scope } : {}) }, status: STATUS[error.kind] };
};
