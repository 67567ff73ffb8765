import { stateWords } from './state-words.js';

/** What went wrong, in domain words; only the HTTP layer turns a kind into a status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'unversioned'
  | 'limited'
  | 'unavailable';

export type ErrorParams = Record<string, string | number | boolean | null>;

/** One faulty field of the input. `field` is a path such as `price.min`; `code` is stable, `message` is for people. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

interface ErrorDefinition {
  kind: ErrorKind;
  vi: string;
  en: string;
}

const texts = new Map<string, ErrorDefinition>();

/** An expected failure with a stable code `context.snake_case` and a text for people in vi and en. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

type ErrorFactory = (params?: ErrorParams, fields?: FieldError[]) => DomainError;

/**
 * Declares the errors of one context and returns a factory for each.
 * Texts may contain `{param}`. Throws at load when a code is declared twice.
 */
export const defineErrors = <T extends Record<string, ErrorDefinition>>(
  context: string,
  definitions: T,
): { [K in keyof T]: ErrorFactory } => {
  const factories = {} as { [K in keyof T]: ErrorFactory };
  for (const name of Object.keys(definitions) as (keyof T & string)[]) {
    const code = `${context}.${name}`;
    if (texts.has(code)) throw new Error(`The error code ${code} is declared twice.`);
    const definition = definitions[name];
    texts.set(code, definition);
    factories[name] = (params, fields) => new DomainError(definition.kind, code, params, fields);
  }
  return factories;
};

/** The text of an error code in a language; the code itself when nobody declared it. */
export const errorText = (code: string, lang: 'vi' | 'en', params: ErrorParams = {}): string => {
  const text = texts.get(code)?.[lang] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(params[name] ?? whole);
    return name === 'state' ? stateWords(value, lang) : value;
  });
};

/** Every declared code, for the test that texts are complete. */
export const declaredErrors = (): ReadonlyMap<string, ErrorDefinition> => texts;

export const commonErrors = defineErrors('common', {
  invalid: { kind: 'invalid', vi: 'Dữ liệu gửi lên chưa đúng.', en: 'The input is not valid.' },
  unauthenticated: { kind: 'unauthenticated', vi: 'Bạn cần đăng nhập.', en: 'Please sign in.' },
  forbidden: { kind: 'forbidden', vi: 'Bạn không có quyền làm việc này.', en: 'You may not do this.' },
  not_found: { kind: 'missing', vi: 'Không tìm thấy.', en: 'Not found.' },
  stale_version: {
    kind: 'conflict',
    vi: 'Nội dung đã được người khác thay đổi. Hãy tải lại trang rồi thử lại.',
    en: 'Somebody else has changed this meanwhile. Reload it and try again.',
  },
  stale_if_match: {
    kind: 'stale',
    vi: 'Phiên bản trong If-Match đã cũ. Hãy tải lại rồi thử lại.',
    en: 'The version in If-Match is stale. Reload and try again.',
  },
  version_required: {
    kind: 'unversioned',
    vi: 'Hãy gửi kèm "version" của bản bạn đang sửa.',
    en: 'Send the "version" that you are editing.',
  },
  wrong_state: {
    kind: 'conflict',
    vi: 'Không thể làm việc này khi trạng thái là "{state}".',
    en: 'This cannot be done in the state "{state}".',
  },
  cursor_required: {
    kind: 'invalid',
    vi: 'Sau dòng 10.000 hãy dùng "cursor" thay cho "page".',
    en: 'Past row 10,000 use "cursor" instead of "page".',
  },
  rate_limited: {
    kind: 'limited',
    vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau ít phút.',
    en: 'Too many requests. Try again shortly.',
  },
  unavailable: {
    kind: 'unavailable',
    vi: 'Hệ thống đang bận hoặc chưa sẵn sàng. Hãy thử lại sau ít phút.',
    en: 'The service is not available right now. Try again shortly.',
  },
});

/** An `invalid` error for fields found wrong by a rule, not by form. */
export const invalidFields = (fields: FieldError[]): DomainError => commonErrors.invalid({}, fields);
