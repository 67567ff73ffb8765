import type { ComponentChildren } from 'preact';
import { useSay } from '../i18n/say.js';
import { errorOf, fieldId, type FormState, listOf, textOf } from './form-state.js';
import { Icon } from './icon.js';

export interface Choice {
  value: string;
  label: string;
}

interface Common {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
}

const describedBy = ({ form, name, hint }: Common): string | undefined => {
  const id = fieldId(form, name);
  const ids = [hint ? `${id}-hint` : '', errorOf(form, name) ? `${id}-error` : ''].filter(Boolean);
  return ids.length ? ids.join(' ') : undefined;
};

const Notes = ({ form, name, hint }: Common) => {
  const { t } = useSay();
  const id = fieldId(form, name);
  const error = errorOf(form, name);
  return (
    <>
      {hint ? <p class="hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" /> <span class="unseen">{t('form.errorPrefix')}</span> {error}
        </p>
      ) : null}
    </>
  );
};

const Label = ({ form, name, label, required }: Common) => {
  const { t } = useSay();
  return (
    <label for={fieldId(form, name)}>
      {label}
      {required ? null : <span class="optional"> ({t('common.optional')})</span>}
    </label>
  );
};

/** Label, hint, error, input, in this order. */
const Field = ({ children, ...common }: Common & { children: ComponentChildren }) => (
  <div class={errorOf(common.form, common.name) ? 'field wrong' : 'field'}>
    <Label {...common} />
    <Notes {...common} />
    {children}
  </div>
);

const inputProps = (common: Common) => ({
  id: fieldId(common.form, common.name),
  name: common.name,
  'aria-describedby': describedBy(common),
  'aria-invalid': errorOf(common.form, common.name) ? ('true' as const) : undefined,
  'aria-required': common.required ? ('true' as const) : undefined,
});

export interface TextFieldProps extends Common {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url';
  /** Unit shown behind the input. */
  suffix?: string;
  width?: 'short' | 'middle' | 'full';
  inputMode?: 'text' | 'numeric' | 'decimal';
  autocomplete?: 'username' | 'current-password' | 'off';
  maxLength?: number;
}

export const TextField = ({ type = 'text', suffix, width = 'full', inputMode, autocomplete, maxLength, ...common }: TextFieldProps) => (
  <Field {...common}>
    <span class={`input-line ${width}`}>
      <input
        {...inputProps(common)}
        // The typings want one literal type here.
        type={type as string as 'text'}
        value={type === 'password' ? undefined : textOf(common.form, common.name)}
        inputMode={inputMode}
        autocomplete={autocomplete}
        maxLength={maxLength}
      />
      {suffix ? <span class="suffix">{suffix}</span> : null}
    </span>
  </Field>
);

export const TextArea = ({ rows = 4, maxLength, ...common }: Common & { rows?: number; maxLength?: number }) => (
  <Field {...common}>
    <textarea {...inputProps(common)} rows={rows} maxLength={maxLength} value={textOf(common.form, common.name)} />
  </Field>
);

export const SelectField = ({ choices, empty, ...common }: Common & { choices: readonly Choice[]; empty?: string }) => {
  const chosen = textOf(common.form, common.name);
  return (
    <Field {...common}>
      <select {...inputProps(common)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>{label}</option>
        ))}
      </select>
    </Field>
  );
};

export interface BoxProps {
  type?: 'checkbox' | 'radio';
  id?: string;
  name: string;
  value: string;
  checked: boolean;
  children: ComponentChildren;
}

/** Own check box or radio with its words. */
export const Box = ({ type = 'checkbox', id, name, value, checked, children }: BoxProps) => (
  <label class="box">
    <input type={type} id={id} name={name} value={value} checked={checked} />
    <span>{children}</span>
  </label>
);

/** A group of check boxes or radios; the first one carries the id that the error summary points to. */
export const ChoiceGroup = ({ type = 'checkbox', choices, columns, ...common }: Common & { type?: 'checkbox' | 'radio'; choices: readonly Choice[]; columns?: boolean }) => {
  const { t } = useSay();
  const chosen = listOf(common.form, common.name);
  const hint = common.hint ?? (type === 'checkbox' ? t('form.chooseAll') : undefined);
  const noted = { ...common, hint };
  return (
    <fieldset class={errorOf(common.form, common.name) ? 'field wrong' : 'field'} aria-describedby={describedBy(noted)}>
      <legend>
        {common.label}
        {common.required ? null : <span class="optional"> ({t('common.optional')})</span>}
      </legend>
      <Notes {...noted} />
      <div class={columns ? 'boxes columns' : 'boxes'}>
        {choices.map(({ value, label }, index) => (
          <Box key={value} type={type} id={index ? undefined : fieldId(common.form, common.name)} name={common.name} value={value} checked={chosen.includes(value)}>
            {label}
          </Box>
        ))}
      </div>
    </fieldset>
  );
};

/** One yes-or-no box; unticked sends nothing. */
export const CheckField = ({ form, name, label, hint }: Common) => (
  <div class="field">
    <Box id={fieldId(form, name)} name={name} value="true" checked={textOf(form, name) === 'true'}>{label}</Box>
    <Notes form={form} name={name} label={label} hint={hint} />
  </div>
);

/** On top of a form that came back: the same sentences as at the fields, as links. It takes the focus, without a script. */
export const ErrorSummary = ({ form }: { form: FormState }) => {
  const { t } = useSay();
  if (!form.errors.length) return null;
  return (
    <div class="error-summary" tabIndex={-1} autofocus>
      <div role="alert">
        <h2>{t('form.summary', { n: form.errors.length })}</h2>
        <ul>
          {form.errors.map(({ field, message }) => (
            <li key={field + message}>{field ? <a href={`#${fieldId(form, field)}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};
