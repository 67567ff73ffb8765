/** One thing to correct, in words that say how. `field` is the name of the input. */
export interface FieldError {
  field: string;
  message: string;
}

/** What the person has typed, by input name, and what is wrong with it. */
export interface FormState {
  values: Record<string, string | string[] | undefined>;
  errors: FieldError[];
  /** Which of several forms of a page this is (`return`, `introduce-<match>`); it keeps their ids apart. */
  scope?: string;
}

export const emptyForm: FormState = { values: {}, errors: [] };

/** Id of the input of a name: `specs.0.name` is `specs-0-name`. */
export const fieldId = (form: FormState, name: string): string =>
  (form.scope ? `${form.scope}-${name}` : name).replace(/[^\w-]+/g, '-');

/** The form that came back, if it is this one; else an empty one of this scope. */
export const scoped = (scope: string, form: FormState | undefined): FormState =>
  form?.scope === scope ? form : { ...emptyForm, scope };

export const textOf = (form: FormState, name: string): string => {
  const value = form.values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const listOf = (form: FormState, name: string): string[] => {
  const value = form.values[name];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
};

export const errorOf = (form: FormState, name: string): string | undefined =>
  form.errors.find(({ field }) => field === name)?.message;

type Body = Record<string, unknown>;

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * Rows of repeated inputs in a posted form: names `specs.0.name`, `specs.0.value`, … become a list of objects.
 * Rows left wholly empty are dropped.
 */
export const rowsOf = <C extends string>(body: Body, group: string, columns: readonly C[]): Record<C, string>[] => {
  const indexes = new Set(
    Object.keys(body).flatMap((name) => {
      const [head, index] = name.split('.');
      return head === group && index !== undefined && /^\d{1,3}$/.test(index) ? [Number(index)] : [];
    }),
  );
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => Object.fromEntries(columns.map((column) => [column, trimmed(body[`${group}.${index}.${column}`])])) as Record<C, string>)
    .filter((row) => columns.some((column) => row[column] !== ''));
};

/** The reverse of `rowsOf`, for showing a form again. */
export const rowValues = (group: string, rows: readonly Record<string, string | null | undefined>[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([column, value]) => [`${group}.${index}.${column}`, value ?? ''])),
  );

/** Million VND as people write it (`300`, `1.200`, `1,5`) in whole VND; null when empty, NaN when unreadable. */
export const millionsToVnd = (text: string): number | null => {
  const plain = text.replace(/\s/g, '');
  if (plain === '') return null;
  const number = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(number) ? Math.round(Number(number) * 1e6) : Number.NaN;
};

/** Whole VND as the million that a form shows. */
export const vndToMillions = (vnd: number | null): string => (vnd === null ? '' : String(vnd / 1e6).replace('.', ','));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** A day as people write it (`15/01/2027`) as `2027-01-15`; null when empty, undefined when there is no such day. */
export const dayOf = (text: string): string | null | undefined => {
  if (text.trim() === '') return null;
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!parts) return undefined;
  const [, day, month, year] = parts.map(Number) as [number, number, number, number];
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? iso : undefined;
};

/** `2027-01-15` as `15/01/2027`. */
export const dayText = (iso: string | null): string => (iso ? iso.split('-').reverse().join('/') : '');
