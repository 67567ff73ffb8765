import { LANGS, type Lang } from './languages.js';

/**
 * Addresses of the pages, without the language prefix. A `:name` is filled by `path`.
 * Routes whose last part is `:action` (and those named in `PAGE_OF` of layout/addresses.ts) only take POST; the actions are those of the REST API (`approve`, `submit`, …).
 */
export const ROUTES = {
  home: { vi: '', en: '' },
  offers: { vi: '/cong-nghe', en: '/offers' },
  offer: { vi: '/cong-nghe/:slug', en: '/offers/:slug' },
  offerEnquire: { vi: '/cong-nghe/:slug/hoi-mua', en: '/offers/:slug/enquire' },
  requests: { vi: '/yeu-cau', en: '/requests' },
  requestNew: { vi: '/yeu-cau/moi', en: '/requests/new' },
  request: { vi: '/yeu-cau/:slug', en: '/requests/:slug' },
  suppliers: { vi: '/nha-cung-ung', en: '/suppliers' },
  supplier: { vi: '/nha-cung-ung/:slug', en: '/suppliers/:slug' },
  about: { vi: '/gioi-thieu', en: '/about' },
  myOffers: { vi: '/tai-khoan/chao-ban', en: '/account/offers' },
  myOfferNew: { vi: '/tai-khoan/chao-ban/moi', en: '/account/offers/new' },
  myOffer: { vi: '/tai-khoan/chao-ban/:id', en: '/account/offers/:id' },
  myOfferAct: { vi: '/tai-khoan/chao-ban/:id/:action', en: '/account/offers/:id/:action' },
  myRequests: { vi: '/tai-khoan/yeu-cau', en: '/account/requests' },
  myRequest: { vi: '/tai-khoan/yeu-cau/:id', en: '/account/requests/:id' },
  myRequestAct: { vi: '/tai-khoan/yeu-cau/:id/:action', en: '/account/requests/:id/:action' },
  mySearches: { vi: '/tai-khoan/tim-kiem', en: '/account/searches' },
  mySearchAct: { vi: '/tai-khoan/tim-kiem/:id/:action', en: '/account/searches/:id/:action' },
  searchSave: { vi: '/tai-khoan/tim-kiem/luu', en: '/account/searches/save' },
  connections: { vi: '/tai-khoan/ket-noi', en: '/account/connections' },
  connection: { vi: '/tai-khoan/ket-noi/:id', en: '/account/connections/:id' },
  connectionAct: { vi: '/tai-khoan/ket-noi/:id/:action', en: '/account/connections/:id/:action' },
  notifications: { vi: '/tai-khoan/thong-bao', en: '/account/notifications' },
  notificationPreferences: { vi: '/tai-khoan/thong-bao/tuy-chon', en: '/account/notifications/preferences' },
  notificationsRead: { vi: '/tai-khoan/thong-bao/da-doc', en: '/account/notifications/all-read' },
  notificationAct: { vi: '/tai-khoan/thong-bao/:id/:action', en: '/account/notifications/:id/:action' },
  desk: { vi: '/ban-lam-viec', en: '/desk' },
  deskSearches: { vi: '/ban-lam-viec/tim-kiem', en: '/desk/searches' },
  deskSearch: { vi: '/ban-lam-viec/tim-kiem/mot-cau', en: '/desk/searches/one' },
  deskSuggestions: { vi: '/ban-lam-viec/goi-y', en: '/desk/suggestions' },
  deskSuggestionRestore: { vi: '/ban-lam-viec/goi-y/:id/tra-lai', en: '/desk/suggestions/:id/restore' },
  deskSynonyms: { vi: '/ban-lam-viec/tu-dong-nghia', en: '/desk/synonyms' },
  deskSynonymNew: { vi: '/ban-lam-viec/tu-dong-nghia/moi', en: '/desk/synonyms/new' },
  deskSynonym: { vi: '/ban-lam-viec/tu-dong-nghia/:id', en: '/desk/synonyms/:id' },
  deskSynonymRemove: { vi: '/ban-lam-viec/tu-dong-nghia/:id/bo', en: '/desk/synonyms/:id/remove' },
  deskCentre: { vi: '/ban-lam-viec/trung-tam', en: '/desk/centre' },
  deskOffer: { vi: '/ban-lam-viec/chao-ban/:id', en: '/desk/offers/:id' },
  deskOfferAct: { vi: '/ban-lam-viec/chao-ban/:id/:action', en: '/desk/offers/:id/:action' },
  deskRequest: { vi: '/ban-lam-viec/yeu-cau/:id', en: '/desk/requests/:id' },
  deskRequestAct: { vi: '/ban-lam-viec/yeu-cau/:id/:action', en: '/desk/requests/:id/:action' },
  matchAct: { vi: '/ghep-noi/:id/:action', en: '/matches/:id/:action' },
  signIn: { vi: '/dang-nhap', en: '/sign-in' },
  signOut: { vi: '/dang-xuat', en: '/sign-out' },
} as const satisfies Record<string, Record<Lang, `/${string}` | ''>>;

export type RouteName = keyof typeof ROUTES;

type ParamsIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** Parameters that a route asks for; a plain route takes none. */
export type RouteParams<R extends RouteName> = Record<ParamsIn<(typeof ROUTES)[R]['vi']>, string>;

export type QueryValues = Record<string, string | number | readonly (string | number)[] | undefined | null>;

/** Query string with its `?`, or nothing; empty values are left out and lists repeat their name. */
export const queryString = (values: QueryValues): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
};

/** Address of a page in a language: `path('vi', 'offer', { slug })` is `/vi/cong-nghe/<slug>`. */
export const path = <R extends RouteName>(
  lang: Lang,
  route: R,
  ...rest: [ParamsIn<(typeof ROUTES)[R]['vi']>] extends [never]
    ? [params?: Record<string, never>, query?: QueryValues]
    : [params: RouteParams<R>, query?: QueryValues]
): string => {
  const [params, query] = rest as [Record<string, string> | undefined, QueryValues | undefined];
  const filled = ROUTES[route][lang].replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  return `/${lang}${filled}${query ? queryString(query) : ''}`;
};

/** Both language forms of a route's pattern, prefixed: what a controller registers. */
export const patterns = (route: RouteName): string[] => LANGS.map((lang) => `${lang}${ROUTES[route][lang]}`);
