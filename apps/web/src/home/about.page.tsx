import { Callable } from '../components/callable.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

const SECTIONS = ['ranking', 'matching', 'figures'] as const;

/** How results are ordered, fit is scored and figures are counted: public, as the law and the footer promise. */
export const AboutPage = ({ view }: { view: PageView }) => {
  const { t, path, phone } = sayIn(view.lang);
  return (
    <Page view={view} title={t('about.title')} current="about" crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('nav.about') }]}>
      <div class="page-head"><h1>{t('about.title')}</h1></div>
      <div class="stack">
        {SECTIONS.map((name) => (
          <section key={name} id={name} aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`}>{t(`about.${name}`)}</h2>
            <p>{t(`about.${name}.text`)}</p>
          </section>
        ))}
        <section id="rights" aria-labelledby="rights-title">
          <h2 id="rights-title">{t('about.rights')}</h2>
          <p><Callable text={t('about.rights.text', { phone: phone(view.centre.phone) })} number={view.centre.phone} /></p>
        </section>
      </div>
    </Page>
  );
};
