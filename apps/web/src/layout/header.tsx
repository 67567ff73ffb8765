import { accountRoutes } from '../components/account-nav.js';
import { Icon } from '../components/icon.js';
import { SearchInput } from '../components/search-input.js';
import { LANGS } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/message-params.js';
import { useSay } from '../i18n/say.js';
import { Mark } from './mark.js';
import { hasOwn, type PageView, type Viewer } from './page-view.js';

export type NavItem = 'offers' | 'requests' | 'suppliers' | 'about' | 'mine' | 'desk';

export interface SearchBox {
  q: string;
  /** Id of the form that the box belongs to, on the page that filters its own results. */
  form?: string;
}

const NAV: Record<Exclude<NavItem, 'mine'>, MessageKey> = {
  offers: 'nav.offers',
  requests: 'nav.requests',
  suppliers: 'nav.suppliers',
  about: 'nav.about',
  desk: 'nav.desk',
};

const Search = ({ box }: { box: SearchBox }) => {
  const { t, path } = useSay();
  return (
    <form class="site-search" action={path('offers')} method="get" role="search">
      <SearchInput id="q" q={box.q} form={box.form} label={t('nav.search')} placeholder={t('nav.search')} />
      <button class="search-button" type="submit" form={box.form}>
        <Icon name="search" label={t('nav.searchButton')} />
      </button>
    </form>
  );
};

const LanguageSwitch = ({ view }: { view: PageView }) => {
  const { t } = useSay();
  return (
    <nav class="languages" aria-label={t('nav.language')}>
      {LANGS.map((lang) => (
        <a key={lang} href={view.here[lang]} lang={lang} hreflang={lang} aria-current={lang === view.lang ? 'true' : undefined}>
          <abbr title={lang === 'vi' ? 'Tiếng Việt' : 'English'}>{lang.toUpperCase()}</abbr>
        </a>
      ))}
    </nav>
  );
};

const menuLinks = (viewer: Viewer) => [...accountRoutes(viewer), ...(viewer.isStaff ? (['deskSearches'] as const) : [])];

const Account = ({ viewer }: { viewer: Viewer | null }) => {
  const { t, path, count } = useSay();
  if (!viewer) {
    return (
      <a class="header-link" href={path('signIn')}>
        <Icon name="user" /> {t('nav.signIn')}
      </a>
    );
  }
  return (
    <>
      <a class="header-link" href={path('notifications')}>
        <Icon name="bell" /> <span class="wide-only">{t('nav.notifications')}</span>
        {viewer.unread > 0 ? (
          <span>
            <span aria-hidden="true">({count(viewer.unread)})</span>
            <span class="unseen">{t('nav.unread', { n: viewer.unread })}</span>
          </span>
        ) : (
          <span class="unseen narrow-only">{t('nav.notifications')}</span>
        )}
      </a>
      <details class="menu" data-menu>
        <summary class="header-link">
          <Icon name="user" /> <span class="wide-only">{viewer.name}</span>
          <span class="unseen narrow-only">{t('nav.account')}</span>
        </summary>
        <div class="menu-panel">
          <p class="menu-name">{viewer.name}</p>
          <ul>
            {menuLinks(viewer).map((route) => (
              <li key={route}>
                <a href={path(route)}>{t(`nav.${route}`)}</a>
              </li>
            ))}
          </ul>
          <form method="post" action={path('signOut')}>
            <button class="button quiet" type="submit">
              <Icon name="log-out" /> {t('nav.signOut')}
            </button>
          </form>
        </div>
      </details>
    </>
  );
};

const MainNav = ({ view, current }: { view: PageView; current?: NavItem }) => {
  const { t, path } = useSay();
  const { viewer } = view;
  const link = (item: NavItem, href: string, text: string, only?: string) => (
    <li class={only}>
      <a href={href} aria-current={item === current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
  const plain = (item: Exclude<NavItem, 'mine'>, only?: string) => link(item, path(item), t(NAV[item]), only);
  const further = (only?: string) => (
    <>
      {plain('suppliers', only)}
      {plain('about', only)}
    </>
  );
  return (
    <nav class="main-nav" aria-label={t('nav.main')}>
      <ul class="frame">
        {plain('offers')}
        {plain('requests')}
        {further('wide-only')}
        {viewer && hasOwn(viewer) ? link('mine', path(accountRoutes(viewer)[0]), t('nav.mine')) : null}
        {viewer?.isStaff ? plain('desk') : null}
        <li class="narrow-only">
          <details class="menu" data-menu>
            <summary>
              {t('nav.more')} <Icon name="chevron-down" />
            </summary>
            <ul class="menu-panel">{further()}</ul>
          </details>
        </li>
      </ul>
    </nav>
  );
};

export interface HeaderProps {
  view: PageView;
  current?: NavItem;
  /** Absent on the home page, which has its own. */
  search?: SearchBox;
}

export const Header = ({ view, current, search }: HeaderProps) => {
  const { t, path } = useSay();
  return (
    <header class="site-header">
      <div class="river">
        <div class="frame header-row">
          <a class="site-name" href={path('home')}>
            <Mark />
            <span>
              <strong>{t('site.name')}</strong>
              <small class="wide-only">{t('site.tagline')}</small>
              <small class="narrow-only">{t('site.taglineShort')}</small>
            </span>
          </a>
          {search ? <Search box={search} /> : null}
          <div class="header-side">
            <LanguageSwitch view={view} />
            <Account viewer={view.viewer} />
          </div>
        </div>
      </div>
      <MainNav view={view} current={current} />
    </header>
  );
};
