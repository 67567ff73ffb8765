import { CheckField, type Choice, ChoiceGroup, ErrorSummary, SelectField, TextArea, TextField } from '../components/field.js';
import { type FormState, rowsOf } from '../components/form-state.js';
import { Notice } from '../components/notice.js';
import { RowInputs } from '../components/row-inputs.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

/** Columns of the `quantities` rows, for `rowsOf`. */
export const QUANTITY_COLUMNS = ['name', 'value', 'unit'] as const;

export const quantitiesOf = (body: Record<string, unknown>) => rowsOf(body, 'quantities', QUANTITY_COLUMNS);

/**
 * Inputs: title, need, fields, province, budgetMillions, trlMin, transferModes, deadline (dd/MM/yyyy), anonymous,
 * quantities.N.name|value|unit, and the pressed button as `then` = save | submit.
 */
export interface RequestFormPageProps {
  view: PageView;
  form: FormState;
  /** Absent while the request does not exist yet. */
  existing?: { id: string; version: number; returnedFor: string | null };
  fields: Choice[];
  provinces: Choice[];
  transferModes: Choice[];
}

export const TRL_CHOICES: Choice[] = Array.from({ length: 9 }, (_, index) => ({ value: String(index + 1), label: `TRL ${index + 1}` }));

const Conditions = ({ form, provinces, transferModes }: RequestFormPageProps) => {
  const { t } = useSay();
  return (
    <section class="form-section" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{t('requestForm.conditions')}</h2>
      <p class="hint">{t('requestForm.conditionsLead')}</p>
      <RowInputs
        form={form}
        group="quantities"
        legend={t('requestForm.quantities')}
        hint={t('requestForm.quantitiesHint')}
        columns={QUANTITY_COLUMNS.map((name) => ({ name, label: t(`form.column.${name}`) }))}
      />
      <div class="field-row">
        <TextField form={form} name="budgetMillions" label={t('requestForm.budget')} hint={t('requestForm.budgetHint')} suffix={t('form.million')} inputMode="decimal" width="middle" maxLength={20} />
        <TextField form={form} name="deadline" label={t('requestForm.deadline')} hint={t('requestForm.deadlineHint')} inputMode="numeric" width="short" maxLength={10} />
      </div>
      <div class="field-row">
        <SelectField form={form} name="province" label={t('requestForm.province')} choices={provinces} empty={t('requestForm.provinceAny')} />
        <SelectField form={form} name="trlMin" label={t('requestForm.trl')} choices={TRL_CHOICES} empty={t('requestForm.trlAny')} />
      </div>
      <div class="field-row wide">
        <ChoiceGroup form={form} name="transferModes" label={t('requestForm.modes')} choices={transferModes} columns />
      </div>
    </section>
  );
};

export const RequestFormPage = (props: RequestFormPageProps) => {
  const { view, form, existing, fields } = props;
  const { t, path } = sayIn(view.lang);
  const title = existing ? t('requestForm.editTitle') : t('requestForm.title');
  return (
    <Page
      view={view}
      title={title}
      hasErrors={form.errors.length > 0}
      current={existing ? 'mine' : 'requests'}
      crumbs={[existing ? { text: t('nav.myRequests'), href: path('myRequests') } : { text: t('nav.requests'), href: path('requests') }, { text: title }]}
      unlisted={Boolean(existing)}
    >
      <div class="form-page">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p>{t('requestForm.lead')}</p>
        {existing?.returnedFor ? <Notice tone="mind" lead={t('returned.lead')} text={existing.returnedFor} /> : null}
        <form method="post" action={existing ? path('myRequest', { id: existing.id }) : path('requestNew')} noValidate>
          {existing ? <input type="hidden" name="version" value={existing.version} /> : null}
          <TextArea form={form} name="need" label={t('requestForm.need')} hint={t('requestForm.needHint')} rows={6} maxLength={50_000} required />
          <TextField form={form} name="title" label={t('requestForm.name')} hint={t('requestForm.nameHint')} maxLength={300} required />
          <ChoiceGroup form={form} name="fields" label={t('requestForm.fields')} choices={fields} columns />
          <Conditions {...props} />
          <section class="form-section" aria-labelledby="privacy-title">
            <h2 id="privacy-title">{t('requestForm.privacy')}</h2>
            <CheckField form={form} name="anonymous" label={t('requestForm.anonymous')} hint={t('requestForm.anonymousHint')} />
          </section>
          <div class="actions">
            <button class="button main" type="submit" name="then" value="submit">{t('request.submit')}</button>
            <button class="button quiet" type="submit" name="then" value="save">{t('form.saveForLater')}</button>
          </div>
        </form>
      </div>
    </Page>
  );
};
