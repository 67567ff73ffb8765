import { useSay } from '../i18n/say.js';
import { type FormState, fieldId, textOf } from './form-state.js';
import type { Choice } from './field.js';

export interface RowColumn {
  name: string;
  label: string;
  choices?: readonly Choice[];
}

export interface RowInputsProps {
  form: FormState;
  /** Name of the group; inputs are `<group>.<row>.<column>`, read back by `rowsOf`. */
  group: string;
  legend: string;
  hint?: string;
  columns: readonly RowColumn[];
  /** Empty rows offered below the filled ones. */
  spare?: number;
}

const filledRows = (form: FormState, group: string): number =>
  Object.entries(form.values).reduce((most, [name, value]) => {
    const [head, index] = name.split('.');
    return head === group && value ? Math.max(most, Number(index) + 1) : most;
  }, 0);

const Cell = ({ form, name, column, label }: { form: FormState; name: string; column: RowColumn; label: string }) =>
  column.choices ? (
    <select id={fieldId(form, name)} name={name} aria-label={label}>
      <option value="" />
      {column.choices.map(({ value, label: text }) => (
        <option key={value} value={value} selected={value === textOf(form, name)}>{text}</option>
      ))}
    </select>
  ) : (
    <input id={fieldId(form, name)} type="text" name={name} value={textOf(form, name)} aria-label={label} maxLength={300} />
  );

/** A small table of inputs with some empty rows, so that rows can be added without a script. */
export const RowInputs = ({ form, group, legend, hint, columns, spare = 3 }: RowInputsProps) => {
  const { t } = useSay();
  const rows = Array.from({ length: filledRows(form, group) + spare }, (_, index) => index);
  return (
    <fieldset class="field" aria-describedby={hint ? `${group}-hint` : undefined}>
      <legend>{legend}<span class="optional"> ({t('common.optional')})</span></legend>
      {hint ? <p class="hint" id={`${group}-hint`}>{hint}</p> : null}
      <div class={`input-rows of-${columns.length}`}>
        {columns.map((column) => <span key={column.name} class="input-head" aria-hidden="true">{column.label}</span>)}
        {rows.map((row) => (
          <div class="input-row" key={row}>
            {columns.map((column) => (
              <span class="input-cell" key={column.name}>
                <span class="input-name" aria-hidden="true">{column.label}</span>
                <Cell form={form} name={`${group}.${row}.${column.name}`} column={column} label={`${column.label}, ${t('form.row', { n: row + 1 })}`} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
};
