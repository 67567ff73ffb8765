import { ErrorSummary, TextField } from '../components/field.js';
import type { FormState } from '../components/form-state.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface DeskCentrePageProps {
  view: PageView;
  name: string;
  version: number;
  form: FormState;
}

/** Inputs: version, phone, hours, hoursEn. */
export const DeskCentrePage = ({ view, name, version, form }: DeskCentrePageProps) => {
  const { t, path } = sayIn(view.lang);
  return (
    <Page view={view} title={t('desk.centre')} hasErrors={form.errors.length > 0} current="desk" crumbs={[{ text: t('desk.title'), href: path('desk') }, { text: t('desk.centre') }]} unlisted>
      <div class="form-page narrow">
        <ErrorSummary form={form} />
        <h1>{t('desk.centre')}</h1>
        <p><strong>{name}</strong></p>
        <p>{t('centre.lead')}</p>
        <form method="post" action={path('deskCentre')} noValidate>
          <input type="hidden" name="version" value={version} />
          <TextField form={form} name="phone" type="tel" label={t('centre.phone')} hint={t('centre.phoneHint')} width="middle" maxLength={40} />
          <TextField form={form} name="hours" label={t('centre.hours')} hint={t('centre.hoursHint')} maxLength={200} />
          <TextField form={form} name="hoursEn" label={t('centre.hoursEn')} maxLength={200} />
          <div class="actions"><button class="button main" type="submit">{t('centre.save')}</button></div>
        </form>
      </div>
    </Page>
  );
};
