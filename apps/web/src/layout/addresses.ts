import type { FastifyRequest } from 'fastify';
import { LANGS, type Lang } from '../i18n/languages.js';
import { path, patterns, ROUTES, type RouteName } from '../i18n/routes.js';

/** The page that a form posted elsewhere belongs to: where the browser is led to when it asks again. */
const PAGE_OF: Partial<Record<RouteName, RouteName>> = {
  offerEnquire: 'offer',
  searchSave: 'offers',
  mySearchAct: 'mySearches',
  myOfferAct: 'myOffer',
  myRequestAct: 'myRequest',
  connectionAct: 'connection',
  notificationPreferences: 'notifications',
  notificationsRead: 'notifications',
  notificationAct: 'notifications',
  deskOfferAct: 'deskOffer',
  deskRequestAct: 'deskRequest',
  matchAct: 'desk',
  signOut: 'home',
};

/** Routes that only take what a form sends. */
export const ACTION_ROUTES = Object.keys(PAGE_OF) as RouteName[];

const ACTION_PATHS = ACTION_ROUTES.flatMap(patterns).map((pattern) => new RegExp(`^/${pattern.replace(/:\w+/g, '[^/]+')}$`));

const ROUTE_OF_PATTERN = new Map<string, RouteName>(
  (Object.keys(ROUTES) as RouteName[]).flatMap((route) => patterns(route).map((pattern) => [`/${pattern}`, route] as const)),
);

const inEach = (of: (lang: Lang) => string): Record<Lang, string> => Object.fromEntries(LANGS.map((lang) => [lang, of(lang)])) as Record<Lang, string>;

const fill = path as unknown as (lang: Lang, route: RouteName, params: Record<string, string>) => string;

/** A page's address in each language. */
export const addressesOf = (route: RouteName, params: Record<string, string> = {}, query = ''): Record<Lang, string> =>
  inEach((lang) => fill(lang, route, params) + query);

/** Path and query of the page that a request is about, in each language; the first page where none is. */
export const hereOf = (request: Pick<FastifyRequest, 'routeOptions' | 'params' | 'url' | 'method'>): Record<Lang, string> => {
  const route = ROUTE_OF_PATTERN.get(request.routeOptions?.url ?? '');
  if (!route) return addressesOf('home');
  const start = request.url.indexOf('?');
  const query = request.method === 'GET' && start >= 0 ? request.url.slice(start) : '';
  return addressesOf(PAGE_OF[route] ?? route, request.params as Record<string, string>, query);
};

/** A path of our own pages, or nothing: never another site, whatever the text holds, and only what a header can carry. */
export const localPath = (text: unknown): string | undefined =>
  typeof text === 'string' && text.length <= 4_000 && /^\/(vi|en)([/?#]|$)/.test(text) && !/[^\u0021-\u007e]|\\/.test(text) ? text : undefined;

/** The page that a form was sent from, when it is one of ours; one that came back stands at an address that only takes forms. */
export const cameFrom = (request: Pick<FastifyRequest, 'headers'>, origin: string): string | undefined => {
  const { referer } = request.headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const { origin: from, pathname, search } = new URL(referer);
  const isPage = from === origin && !ACTION_PATHS.some((pattern) => pattern.test(pathname));
  return isPage ? localPath(pathname + search) : undefined;
};
