import { useSay } from '../i18n/say.js';

export interface Crumb {
  text: string;
  /** Absent for the page one is on. */
  href?: string;
}

export const Breadcrumb = ({ crumbs }: { crumbs: Crumb[] }) => {
  const { t } = useSay();
  return (
    <nav class="breadcrumb" aria-label={t('nav.breadcrumb')}>
      <ol>
        {crumbs.map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
    </nav>
  );
};
