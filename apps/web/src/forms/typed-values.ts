import type { FieldError } from '@app/platform';
import { dayOf, millionsToVnd } from '../components/form-state.js';
import { type Posted, textIn, wrong } from './posted-form.js';

/** A sum typed in million, as whole VND; what cannot be read is added to the faults. */
export const sumIn = (body: Posted, name: string, faults: FieldError[]): number | null => {
  const vnd = millionsToVnd(textIn(body, name));
  if (!Number.isNaN(vnd)) return vnd;
  faults.push(wrong(name, 'form.wrong.money'));
  return null;
};

/** A day typed as dd/MM/yyyy; what is none is added to the faults. */
export const dayIn = (body: Posted, name: string, faults: FieldError[]): string | null => {
  const day = dayOf(textIn(body, name));
  if (day !== undefined) return day;
  faults.push(wrong(name, 'form.wrong.day'));
  return null;
};

export const numberIn = (body: Posted, name: string): number | null => {
  const text = textIn(body, name);
  return text === '' ? null : Number(text);
};
