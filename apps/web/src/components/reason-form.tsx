import type { ComponentChildren } from 'preact';
import { TextArea } from './field.js';
import { type FormState, scoped } from './form-state.js';

export interface ReasonFormProps {
  action: string;
  version?: number;
  /** Words of the fold and of the button. */
  verb: string;
  label: string;
  hint?: string;
  look?: 'second' | 'remove' | 'main';
  name?: string;
  /** Keeps its ids apart from those of the page's other forms. */
  scope: string;
  /** The form that came back; used when it is of this scope. */
  form?: FormState;
  children?: ComponentChildren;
}

/** An action that needs words: folded until wanted, open when it comes back with an error. Works without a script. */
export const ReasonForm = ({ action, version, verb, label, hint, look = 'second', name = 'reason', scope, form: returned, children }: ReasonFormProps) => {
  const form = scoped(scope, returned);
  return (
    <details class="fold boxed" open={form.errors.length > 0}>
      <summary class={`button ${look === 'main' ? 'second' : look} small`}>{verb}…</summary>
      <form method="post" action={action} noValidate>
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        {children}
        <TextArea form={form} name={name} label={label} hint={hint} rows={4} maxLength={50_000} required />
        <button class={`button ${look} small`} type="submit">{verb}</button>
      </form>
    </details>
  );
};
