import { sayIn } from '../i18n/say.js';
import { Page } from './page.js';
import type { PageView } from './page-view.js';

const KNOWN = [403, 404, 409, 422, 429, 503] as const;
type Known = (typeof KNOWN)[number];

/** Statuses that mean the same to people. */
const SAME: Record<number, Known> = { 405: 404, 410: 404, 412: 409, 428: 409, 400: 422, 413: 422, 414: 422, 415: 422 };

export interface ErrorPageProps {
  view: PageView;
  /** HTTP status; what has no own words is told as 500. */
  status: number;
  /** What exactly, in the reader's language, when it is known. */
  detail?: string;
  requestId?: string;
}

export const ErrorPage = ({ view, status, detail, requestId }: ErrorPageProps) => {
  const { t, path } = sayIn(view.lang);
  const told: Known | 500 = KNOWN.find((known) => known === status) ?? SAME[status] ?? 500;
  return (
    <Page view={view} title={t(`error.${told}.title`)} unlisted>
      <div class="error-page">
        <h1>{t(`error.${told}.title`)}</h1>
        <p class="lead">{detail ?? t(`error.${told}.text`)}</p>
        <div class="actions">
          <a class="button second" href={path('offers')}>{t('error.search')}</a>
          {told === 403 ? <a class="button quiet" href={path('signIn', {}, { next: view.here[view.lang] })}>{t(view.viewer ? 'error.403.switch' : 'nav.signIn')}</a> : null}
          <a class="button quiet" href={path('home')}>{t('nav.home')}</a>
        </div>
        {requestId ? <p class="note">{t('error.reference', { id: requestId })}</p> : null}
      </div>
    </Page>
  );
};
