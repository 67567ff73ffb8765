import { CheckField, type Choice, ChoiceGroup, ErrorSummary, SelectField, TextArea, TextField } from '../components/field.js';
import { type FormState, rowsOf } from '../components/form-state.js';
import { Notice } from '../components/notice.js';
import { RowInputs } from '../components/row-inputs.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';
import { TRL_CHOICES } from '../requests/request-form.page.js';

export const SPEC_COLUMNS = ['name', 'value', 'unit'] as const;
export const IP_COLUMNS = ['kind', 'number', 'state', 'territory'] as const;

export const specsOf = (body: Record<string, unknown>) => rowsOf(body, 'specs', SPEC_COLUMNS);
export const ipOf = (body: Record<string, unknown>) => rowsOf(body, 'ip', IP_COLUMNS);

/** The vocabularies that the form offers, labels in the language of the page. */
export interface OfferFormChoices {
  kinds: Choice[];
  fields: Choice[];
  provinces: Choice[];
  transferModes: Choice[];
  priceKinds: Choice[];
  vat: Choice[];
  ipKinds: Choice[];
  ipStates: Choice[];
  conditions: Choice[];
  /** The organizations one may post for; asked only when there are several. */
  organizations: Choice[];
}

/**
 * Inputs: title, kind, summary, description, keywords (`;` between), fields, province, trl, transferModes, priceKind,
 * priceMinMillions, priceMaxMillions, vat, priceUnit, specs.N.*, ip.N.*, condition, origin, maker, year, warranty,
 * readyToTransfer, validUntil (dd/MM/yyyy), titleEn, summaryEn, descriptionEn, organizationId, `then` = save | submit.
 */
export interface OfferFormPageProps {
  view: PageView;
  form: FormState;
  existing?: { id: string; version: number; returnedFor: string | null; isLive: boolean };
  choices: OfferFormChoices;
}

type SectionProps = Pick<OfferFormPageProps, 'form' | 'choices'>;

const Main = ({ form, choices }: SectionProps) => {
  const { t } = useSay();
  return (
    <>
      {choices.organizations.length > 1 ? <SelectField form={form} name="organizationId" label={t('offerForm.organization')} choices={choices.organizations} required /> : null}
      <TextField form={form} name="title" label={t('offerForm.name')} maxLength={300} required />
      <ChoiceGroup type="radio" form={form} name="kind" label={t('offerForm.kind')} choices={choices.kinds} columns required />
      <TextArea form={form} name="summary" label={t('offerForm.summary')} hint={t('offerForm.summaryHint')} rows={3} maxLength={2000} />
      <TextArea form={form} name="description" label={t('offerForm.description')} rows={8} maxLength={50_000} />
      <ChoiceGroup form={form} name="fields" label={t('offer.fields')} choices={choices.fields} columns />
      <TextField form={form} name="keywords" label={t('offerForm.keywords')} hint={t('offerForm.keywordsHint')} maxLength={1000} />
    </>
  );
};

const Details = ({ form, choices }: SectionProps) => {
  const { t } = useSay();
  const options = { kind: choices.ipKinds, state: choices.ipStates } as Record<string, Choice[] | undefined>;
  return (
    <section class="form-section" aria-labelledby="details-title">
      <h2 id="details-title">{t('offerForm.details')}</h2>
      <RowInputs form={form} group="specs" legend={t('offer.specs')} hint={t('offerForm.specsHint')} columns={SPEC_COLUMNS.map((name) => ({ name, label: t(`form.column.${name}`) }))} spare={4} />
      <RowInputs form={form} group="ip" legend={t('offer.ip')} columns={IP_COLUMNS.map((name) => ({ name, label: t(`offer.ip.${name}`), choices: options[name] }))} spare={2} />
      <div class="field-row">
        <SelectField form={form} name="trl" label={t('offerForm.trl')} choices={TRL_CHOICES} empty={t('form.noChoice')} />
        <SelectField form={form} name="condition" label={t('offer.condition')} choices={choices.conditions} empty={t('form.noChoice')} />
        <SelectField form={form} name="province" label={t('offer.province')} choices={choices.provinces} empty={t('form.noChoice')} />
        <TextField form={form} name="origin" label={t('offer.origin')} maxLength={200} />
        <TextField form={form} name="maker" label={t('offer.maker')} maxLength={200} />
        <TextField form={form} name="year" label={t('offer.year')} inputMode="numeric" width="short" maxLength={4} />
        <TextField form={form} name="warranty" label={t('offer.warranty')} maxLength={200} />
      </div>
    </section>
  );
};

const Trading = ({ form, choices }: SectionProps) => {
  const { t } = useSay();
  return (
    <section class="form-section" aria-labelledby="trading-title">
      <h2 id="trading-title">{t('offerForm.trading')}</h2>
      <div class="field-row">
        <SelectField form={form} name="priceKind" label={t('offerForm.priceKind')} choices={choices.priceKinds} empty={t('form.noChoice')} />
        <SelectField form={form} name="vat" label={t('offerForm.vat')} choices={choices.vat} empty={t('form.noChoice')} />
        <TextField form={form} name="priceMinMillions" label={t('offerForm.priceMin')} hint={t('offerForm.priceHint')} suffix={t('form.million')} inputMode="decimal" width="middle" maxLength={20} />
        <TextField form={form} name="priceMaxMillions" label={t('offerForm.priceMax')} hint={t('offerForm.priceHint')} suffix={t('form.million')} inputMode="decimal" width="middle" maxLength={20} />
        <TextField form={form} name="priceUnit" label={t('offerForm.priceUnit')} hint={t('offerForm.priceUnitHint')} maxLength={200} />
        <TextField form={form} name="validUntil" label={t('offerForm.validUntil')} hint={t('offerForm.validUntilHint')} inputMode="numeric" width="short" maxLength={10} />
      </div>
      <div class="field-row wide">
        <ChoiceGroup form={form} name="transferModes" label={t('offer.transferModes')} choices={choices.transferModes} columns />
        <CheckField form={form} name="readyToTransfer" label={t('offerForm.ready')} />
      </div>
    </section>
  );
};

const English = ({ form }: SectionProps) => {
  const { t } = useSay();
  return (
    <section class="form-section" aria-labelledby="english-title">
      <h2 id="english-title">{t('offerForm.english')}</h2>
      <p class="hint">{t('offerForm.englishLead')}</p>
      <TextField form={form} name="titleEn" label={t('offerForm.titleEn')} maxLength={300} />
      <TextArea form={form} name="summaryEn" label={t('offerForm.summaryEn')} rows={3} maxLength={2000} />
      <TextArea form={form} name="descriptionEn" label={t('offerForm.descriptionEn')} rows={5} maxLength={50_000} />
    </section>
  );
};

export const OfferFormPage = ({ view, form, existing, choices }: OfferFormPageProps) => {
  const { t, path } = sayIn(view.lang);
  const title = existing ? t('offerForm.editTitle') : t('offerForm.newTitle');
  return (
    <Page
      view={view}
      title={title}
      hasErrors={form.errors.length > 0}
      current="mine"
      crumbs={[{ text: t('nav.myOffers'), href: path('myOffers') }, { text: title }]}
      unlisted
    >
      <div class="form-page">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p>{t('offerForm.lead')}</p>
        {existing?.returnedFor ? <Notice tone="mind" lead={t('returned.lead')} text={existing.returnedFor} /> : null}
        {existing?.isLive ? <Notice tone="info" lead={t('offerForm.liveNotice')} /> : null}
        <form method="post" action={existing ? path('myOffer', { id: existing.id }) : path('myOfferNew')} noValidate>
          {existing ? <input type="hidden" name="version" value={existing.version} /> : null}
          <Main form={form} choices={choices} />
          <Details form={form} choices={choices} />
          <Trading form={form} choices={choices} />
          <English form={form} choices={choices} />
          <div class="actions">
            <button class="button main" type="submit" name="then" value="submit">{t('offer.submit')}</button>
            <button class="button second" type="submit" name="then" value="save">{t('offerForm.saveDraft')}</button>
          </div>
        </form>
      </div>
    </Page>
  );
};
