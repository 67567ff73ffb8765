import { useSay } from '../i18n/say.js';
import type { Viewer } from '../layout/page-view.js';

export type AccountRoute = 'myOffers' | 'myRequests' | 'connections' | 'mySearches' | 'notifications';

/** What somebody has here of his own, first what he does here first. */
export const accountRoutes = (viewer: Viewer): Exclude<AccountRoute, 'notifications'>[] => [
  ...(viewer.isSupplier ? (['myOffers'] as const) : []),
  ...(viewer.isEnterprise ? (['myRequests'] as const) : []),
  'connections',
  'mySearches',
];

/** The pages of one's own, side by side. */
export const AccountNav = ({ viewer, current }: { viewer: Viewer; current: AccountRoute }) => {
  const { t, path } = useSay();
  return (
    <nav class="account-nav" aria-label={t('nav.mine')}>
      <ul>
        {[...accountRoutes(viewer), 'notifications' as const].map((route) => (
          <li key={route}><a href={path(route)} aria-current={route === current ? 'page' : undefined}>{t(`nav.${route}`)}</a></li>
        ))}
      </ul>
    </nav>
  );
};
