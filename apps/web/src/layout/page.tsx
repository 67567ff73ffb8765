import type { ComponentChildren } from 'preact';
import { AccountNav, type AccountRoute } from '../components/account-nav.js';
import { Notice } from '../components/notice.js';
import { Breadcrumb, type Crumb } from '../components/breadcrumb.js';
import { LANGS } from '../i18n/languages.js';
import { sayIn, SayContext, useSay } from '../i18n/say.js';
import { asset } from './asset.js';
import { Footer } from './footer.js';
import { Header, type NavItem, type SearchBox } from './header.js';
import { hasOwn, type PageView } from './page-view.js';

export interface PageProps {
  view: PageView;
  /** Title without the name of the site. */
  title: string;
  description?: string;
  /** The page came back because something has to be corrected. */
  hasErrors?: boolean;
  current?: NavItem;
  crumbs?: Crumb[];
  /** Which of one's own pages this is; they stand side by side instead of a breadcrumb. */
  account?: AccountRoute;
  /** `null` where the page has its own search. */
  search?: SearchBox | null;
  /** The page changes in place, so it needs htmx. */
  live?: boolean;
  /** Not for search engines: what belongs to an account, and results with filters. */
  unlisted?: boolean;
  /** The desk uses the whole width. */
  wide?: boolean;
  children: ComponentChildren;
}

/** What somebody has opened or closed stays so while the page changes in place. */
const KEPT_OPEN = JSON.stringify({ morphIgnore: ['data-htmx-powered', 'open'] });

const Head = ({ view, title, description, hasErrors, live, unlisted }: PageProps) => {
  const { t } = sayIn(view.lang);
  const spoken = hasErrors ? t('site.errorTitle', { title }) : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{t('site.titleOf', { title: spoken })}</title>
      <meta name="description" content={description ?? t('site.description')} />
      <meta name="color-scheme" content="light dark" />
      {unlisted ? <meta name="robots" content="noindex" /> : null}
      <link rel="canonical" href={view.origin + view.here[view.lang]} />
      {LANGS.map((lang) => (
        <link key={lang} rel="alternate" hreflang={lang} href={view.origin + view.here[lang]} />
      ))}
      <link rel="icon" type="image/svg+xml" href={asset('icon.svg')} />
      <link rel="stylesheet" href={asset('app.css')} />
      {live ? <meta name="htmx-config" content={KEPT_OPEN} /> : null}
      {live ? <script src={asset('htmx.js')} defer /> : null}
      <script src={asset('page.js')} defer />
      <script src={asset('suggest.js')} defer />
    </head>
  );
};

const worksOnDesk = ({ viewer }: PageView): boolean => viewer !== null && !hasOwn(viewer);

/** Who has nothing of his own here comes to the pages of an account from the desk. */
const currentOf = ({ view, current, account }: PageProps): NavItem | undefined => {
  if (!account && current !== 'mine') return current;
  return worksOnDesk(view) ? 'desk' : 'mine';
};

/** Where the page stands. */
const Way = ({ view, current, crumbs, account }: PageProps) => {
  const { t, path } = useSay();
  const desk = { text: t('nav.desk'), href: path('desk') };
  if (account && view.viewer && hasOwn(view.viewer)) return <AccountNav viewer={view.viewer} current={account} />;
  if (account) return <Breadcrumb crumbs={[desk, { text: t(`nav.${account}`) }]} />;
  if (!crumbs) return null;
  return <Breadcrumb crumbs={current === 'mine' && worksOnDesk(view) ? [desk, ...crumbs] : crumbs} />;
};

/** The shell of every page; the doctype is put before it by whoever sends it. */
export const Page = (props: PageProps) => {
  const { view, search = { q: '' }, wide, children } = props;
  const say = sayIn(view.lang);
  return (
    <SayContext.Provider value={say}>
      <html lang={view.lang} data-theme={view.theme}>
        <Head {...props} />
        <body>
          <a class="skip" href="#main">{say.t('site.skip')}</a>
          <Header view={view} current={currentOf(props)} search={search ?? undefined} />
          <main id="main" class={wide ? 'wide' : 'frame'} tabIndex={-1}>
            <Way {...props} />
            {view.notice ? <Notice {...view.notice} /> : null}
            {children}
          </main>
          <Footer view={view} />
        </body>
      </html>
    </SayContext.Provider>
  );
};
