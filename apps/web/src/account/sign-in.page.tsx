import { Callable } from '../components/callable.js';
import { ErrorSummary, TextField } from '../components/field.js';
import { emptyForm, type FormState } from '../components/form-state.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SignInPageProps {
  view: PageView;
  form?: FormState;
  /** A page of the floor to go to afterwards; the controller checks it. */
  next?: string;
}

/** Inputs: email, password, next. */
export const SignInPage = ({ view, form = emptyForm, next }: SignInPageProps) => {
  const { t, path, phone } = sayIn(view.lang);
  return (
    <Page view={view} title={t('signIn.title')} hasErrors={form.errors.length > 0} crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('signIn.title') }]} unlisted>
      <div class="form-page narrow">
        <ErrorSummary form={form} />
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.lead')}</p>
        {next ? <p>{t('signIn.back')}</p> : null}
        <form method="post" action={path('signIn')} noValidate>
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <TextField form={form} name="email" type="email" label={t('signIn.email')} autocomplete="username" maxLength={320} required />
          <TextField form={form} name="password" type="password" label={t('signIn.password')} autocomplete="current-password" maxLength={1000} required />
          <div class="actions"><button class="button main" type="submit">{t('signIn.button')}</button></div>
        </form>
        <p class="meta"><Callable text={t('signIn.help', { phone: phone(view.centre.phone) })} number={view.centre.phone} /></p>
      </div>
    </Page>
  );
};
