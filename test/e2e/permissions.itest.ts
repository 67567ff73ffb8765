import { readFileSync } from 'node:fs';
import { OrganizationService } from '@app/organizations';
import { type Client, openFloor, PASSWORD, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

/*
 * Every route × who calls. `broker2` belongs to another centre; `supplier` and `enterprise` own what the row is about
 * (unless it says otherwise), `supplier2` and `enterprise2` are foreign organizations. A route without a row fails.
 */
const PEOPLE = ['visitor', 'admin', 'manager', 'broker', 'broker2', 'supplier', 'supplier2', 'enterprise', 'enterprise2'] as const;

let floor: WholeFloor;
let given: Given;
let matches: string[];

beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
  const request = await given.openRequest();
  await Promise.all(Array.from({ length: 30 }, () => given.live()));
  await floor.quiet();
  matches = (await floor.as('broker').get(`requests/${request.id}/matches?size=100`)).body.items.map((m: any) => m.id);
});
afterAll(() => floor?.close());

interface Subject {
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}

type Make = (who: (typeof PEOPLE)[number]) => Promise<Subject> | Subject;

const at = (url: string, body?: unknown): Make => () => ({ url, body });
/** A thing made anew for every call that may have changed the one before. */
const on = (make: () => Promise<{ id: string }>, url: string, body?: unknown): Make => async () => ({ url: url.replace('$', (await make()).id), body });

/** As read: what takes the version in If-Match. */
const unchanged = (make: () => Promise<{ id: string }>, url: string): Make => async (who) => ({ ...(await on(make, url)(who)), headers: { 'if-match': '"1"' } });

const offer = (state: 'draft' | 'submitted' | 'live' | 'revised' | 'withdrawn' | 'suspended', url = 'offers/$', body?: unknown): Make => on(() => given[state](), url, body);
const request = (state: 'draftRequest' | 'submittedRequest' | 'openRequest' | 'closedRequest', url = 'requests/$', body?: unknown): Make => on(() => given[state](), url, body);
const match = (url: string, body?: unknown): Make => on(async () => ({ id: matches.pop()! }), url, body);
const crossing = (table: 'match' | 'connection', make: () => Promise<{ id: string }>, url: string, body?: unknown): Make =>
  on(async () => {
    const { id } = await make();
    await floor.database.query(`update ${table} set supply_centre_id = $2 where id = $1`, [id, floor.centres.other]);
    return { id };
  }, url, body);
let groups = 0;
/** There may be no second group of the same words. */
const newWords = (): { words: string[] } => ({ words: ['máy vò chè', `máy vò trà đời ${++groups}`] });
const synonym = async (): Promise<{ id: string }> => given.made(await floor.as('admin').post('search/synonyms', newWords()));
const withheld = async (): Promise<{ id: string }> => (await floor.as('admin').post('search/withheld-suggestions', { query: 'máy vò chè' })).body;
const noticeOfEnterprise = async (): Promise<{ id: string }> => {
  const [row] = await floor.database.query<{ id: string }>(`select n.id from notification n join account a on a.id = n.account_id where a.email like 'enterprise@%' limit 1`);
  return row;
};
const savedByEnterprise = async (): Promise<{ id: string }> => given.made(await floor.as('enterprise').post('saved-searches', { name: 'Máy sấy', query: 'q=máy sấy', frequency: 'daily' }));
const organizationOf = async (slug: string): Promise<string> => (await floor.database.query<{ id: string }>(`select id from organization where name = $1`, [`Đơn vị ${slug}`]))[0].id;
const login = { email: 'supplier@techfloor.example', password: PASSWORD };
const loggedIn: Make = async (who) => {
  if (who === 'visitor') return { url: 'auth/logout' };
  const { token } = (await floor.visitor.post('auth/login', { email: `${who}@techfloor.example`, password: PASSWORD })).body;
  return { url: 'auth/logout', headers: { authorization: `Bearer ${token}` } };
};

const centre = (which: 'own' | 'other'): Make => async () => {
  const [{ id, version }] = await floor.database.query<{ id: string; version: number }>('select id, version from centre where id = $1', [floor.centres[which]]);
  return { url: `centres/${id}`, body: { version, phone: '0292 3 820 674' } };
};

const NEW_OFFER = { title: 'Máy mới', kind: 'equipment' };
const NEW_REQUEST = { title: 'Cần máy', need: 'Cần máy mới' };
const REASON = { reason: 'Chưa rõ' };

const ROWS: [route: string, about: string, subject: Make, cells: string][] = [
  //                                                                                                             visit admin manag broke brok2 suppl supp2 enter ente2
  ['POST /api/v1/auth/login', 'right password', at('auth/login', login),                                           '200   200   200   200   200   200   200   200   200'],
  ['POST /api/v1/auth/logout', 'a session', loggedIn,                                                              '401   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/me', 'oneself', at('me'),                                                                          '401   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/me/notification-preferences', 'oneself', at('me/notification-preferences'),                        '401   200   200   200   200   200   200   200   200'],
  ['PUT /api/v1/me/notification-preferences', 'oneself', at('me/notification-preferences', { items: [] }),         '401   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/me/offers', 'oneself', at('me/offers'),                                                            '401   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/me/requests', 'oneself', at('me/requests'),                                                        '401   200   200   200   200   200   200   200   200'],

  ['GET /api/v1/offers', 'the floor', at('offers'),                                                                '200   200   200   200   200   200   200   200   200'],
  ['POST /api/v1/offers', 'a new one', at('offers', NEW_OFFER),                                                    '401   403   403   403   403   201   201   403   403'],
  ['POST /api/v1/offers', 'for the organization of supplier', async () => ({ url: 'offers', body: { ...NEW_OFFER, organizationId: await organizationOf('supplier') } }),
                                                                                                                   '401   403   403   403   403   201   403   403   403'],
  ['GET /api/v1/offers/{id}', 'a draft', offer('draft'),                                                           '404   200   200   200   404   200   404   404   404'],
  ['GET /api/v1/offers/{id}', 'a submitted one', offer('submitted'),                                               '404   200   200   200   404   200   404   404   404'],
  ['GET /api/v1/offers/{id}', 'a live one', offer('live'),                                                         '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/offers/{id}', 'a withdrawn one', offer('withdrawn'),                                               '404   200   200   200   404   200   404   404   404'],
  ['GET /api/v1/offers/{id}', 'a suspended one', offer('suspended'),                                               '404   200   200   200   404   200   404   404   404'],
  ['PATCH /api/v1/offers/{id}', 'a draft', offer('draft', 'offers/$', { version: 1, trl: 5 }),                     '401   403   403   403   403   200   404   403   403'],
  ['PATCH /api/v1/offers/{id}', 'a live one', offer('live', 'offers/$', { version: 3, trl: 5 }),                   '401   403   403   403   403   200   403   403   403'],
  ['POST /api/v1/offers/{id}/submit', 'a draft', offer('draft', 'offers/$/submit'),                                '401   403   403   403   403   200   404   403   403'],
  ['POST /api/v1/offers/{id}/recall', 'a submitted one', offer('submitted', 'offers/$/recall'),                    '401   403   403   403   403   200   404   403   403'],
  ['POST /api/v1/offers/{id}/recall', 'a revision beside a live one', offer('revised', 'offers/$/recall'),         '401   403   403   403   403   200   403   403   403'],
  ['POST /api/v1/offers/{id}/withdraw', 'a live one', offer('live', 'offers/$/withdraw'),                          '401   403   403   403   403   200   403   403   403'],
  ['POST /api/v1/offers/{id}/relist', 'a withdrawn one', offer('withdrawn', 'offers/$/relist'),                    '401   403   403   403   403   200   404   403   403'],
  ['POST /api/v1/offers/{id}/approve', 'a submitted one', offer('submitted', 'offers/$/approve'),                  '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/offers/{id}/approve', 'a revision beside a live one', offer('revised', 'offers/$/approve'),       '401   200   200   200   403   403   403   403   403'],
  ['POST /api/v1/offers/{id}/return', 'a submitted one', offer('submitted', 'offers/$/return', REASON),            '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/offers/{id}/advise', 'a live one', offer('live', 'offers/$/advise', { keywords: ['máy vò trà'] }),  '401   200   200   200   403   403   403   403   403'],
  ['POST /api/v1/offers/{id}/suspend', 'a live one', offer('live', 'offers/$/suspend', REASON),                    '401   200   200   200   403   403   403   403   403'],
  ['POST /api/v1/offers/{id}/resume', 'a suspended one', offer('suspended', 'offers/$/resume'),                    '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/offers/{id}/enquiries', 'a live one', offer('live', 'offers/$/enquiries', { message: 'Giá?' }),   '401   403   403   403   403   403   403   201   201'],
  ['POST /api/v1/offers/{id}/enquiries', 'a draft', offer('draft', 'offers/$/enquiries', { message: 'Giá?' }),     '401   403   403   403   403   403   403   404   404'],
  ['GET /api/v1/offers/{id}/matches', 'of a live one', offer('live', 'offers/$/matches'),                          '401   200   200   200   403   200   403   403   403'],
  ['GET /api/v1/offers/{id}/matches', 'of a draft', offer('draft', 'offers/$/matches'),                            '401   200   200   200   404   200   404   404   404'],

  ['GET /api/v1/offers/{id}/related', 'of a live one', offer('live', 'offers/$/related'),                          '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/offers/{id}/related', 'of a draft', offer('draft', 'offers/$/related'),                            '404   404   404   404   404   404   404   404   404'],
  ['GET /api/v1/offers/{id}/related', 'of a withdrawn one', offer('withdrawn', 'offers/$/related'),                '404   404   404   404   404   404   404   404   404'],
  ['GET /api/v1/search/suggestions', 'a text', at('search/suggestions?q=may'),                                     '200   200   200   200   200   200   200   200   200'],

  ['GET /api/v1/moderation/queue', 'what waits', at('moderation/queue'),                                           '401   200   200   200   200   403   403   403   403'],
  ['GET /api/v1/moderation/queue', 'of the own centre', async () => ({ url: `moderation/queue?centre=${floor.centres.own}` }),
                                                                                                                   '401   200   200   200   403   403   403   403   403'],

  ['GET /api/v1/requests', 'the open ones', at('requests'),                                                        '200   200   200   200   200   200   200   200   200'],
  ['POST /api/v1/requests', 'a new one', at('requests', NEW_REQUEST),                                              '401   403   403   403   403   403   403   201   201'],
  ['POST /api/v1/requests', 'for the organization of enterprise', async () => ({ url: 'requests', body: { ...NEW_REQUEST, organizationId: await organizationOf('enterprise') } }),
                                                                                                                   '401   403   403   403   403   403   403   201   403'],
  ['GET /api/v1/requests/{id}', 'a draft', request('draftRequest'),                                                '404   200   200   200   404   404   404   200   404'],
  ['GET /api/v1/requests/{id}', 'an open one', request('openRequest'),                                             '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/requests/{id}', 'a closed one', request('closedRequest'),                                          '404   200   200   200   404   404   404   200   404'],
  ['PATCH /api/v1/requests/{id}', 'a draft', request('draftRequest', 'requests/$', { version: 1, trlMin: 5 }),     '401   403   403   403   403   403   403   200   404'],
  ['PATCH /api/v1/requests/{id}', 'an open one', request('openRequest', 'requests/$', { version: 3, trlMin: 5 }),  '401   403   403   403   403   403   403   200   403'],
  ['POST /api/v1/requests/{id}/submit', 'a draft', request('draftRequest', 'requests/$/submit'),                   '401   403   403   403   403   403   403   200   404'],
  ['POST /api/v1/requests/{id}/recall', 'a submitted one', request('submittedRequest', 'requests/$/recall'),       '401   403   403   403   403   403   403   200   404'],
  ['POST /api/v1/requests/{id}/withdraw', 'an open one', request('openRequest', 'requests/$/withdraw'),            '401   403   403   403   403   403   403   200   403'],
  ['POST /api/v1/requests/{id}/reopen', 'a closed one', request('closedRequest', 'requests/$/reopen'),             '401   403   403   403   403   403   403   200   404'],
  ['POST /api/v1/requests/{id}/close', 'an open one', request('openRequest', 'requests/$/close', { outcome: 'unmet' }),
                                                                                                                   '401   403   403   403   403   403   403   200   403'],
  ['POST /api/v1/requests/{id}/approve', 'a submitted one', request('submittedRequest', 'requests/$/approve'),     '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/requests/{id}/return', 'a submitted one', request('submittedRequest', 'requests/$/return', REASON), '401   200   200   200   404   403   403   403   403'],
  ['GET /api/v1/requests/{id}/matches', 'of an open one', request('openRequest', 'requests/$/matches'),            '401   200   200   200   403   403   403   200   403'],
  ['GET /api/v1/requests/{id}/matches', 'of a draft', request('draftRequest', 'requests/$/matches'),               '401   200   200   200   404   404   404   200   404'],

  ['POST /api/v1/matches/{id}/shortlist', 'a suggested one', match('matches/$/shortlist'),                         '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/matches/{id}/dismiss', 'a suggested one', match('matches/$/dismiss', { reason: 'other' }),        '401   200   200   200   404   403   403   403   403'],
  ['POST /api/v1/matches/{id}/introduce', 'a suggested one', match('matches/$/introduce', { message: 'Xin giới thiệu' }), '401   201   201   201   404   403   403   403   403'],
  ['POST /api/v1/matches/{id}/feedback', 'a suggested one', match('matches/$/feedback', { verdict: 'good' }),      '401   200   200   200   404   200   404   200   404'],
  ['POST /api/v1/matches/{id}/shortlist', 'with a supply of another centre', crossing('match', async () => ({ id: matches.pop()! }), 'matches/$/shortlist'),
                                                                                                                   '401   200   200   200   200   403   403   403   403'],

  ['GET /api/v1/connections', 'those one may see', at('connections'),                                              '401   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/connections/{id}', 'an enquiry', on(() => given.enquiry(), 'connections/$'),                       '401   200   200   200   404   200   404   200   404'],
  ['GET /api/v1/connections/{id}', 'with a supply of another centre', crossing('connection', () => given.enquiry(), 'connections/$'),
                                                                                                                   '401   200   200   200   200   200   404   200   404'],
  ['POST /api/v1/connections/{id}/confirm', 'an enquiry', on(() => given.enquiry(), 'connections/$/confirm'),      '401   403   403   403   404   200   404   200   404'],
  ['POST /api/v1/connections/{id}/decline', 'an enquiry', on(() => given.enquiry(), 'connections/$/decline', REASON), '401   403   403   403   404   200   404   200   404'],
  ['POST /api/v1/connections/{id}/messages', 'an enquiry', on(() => given.enquiry(), 'connections/$/messages', { text: 'Chào' }), '401   201   201   201   404   201   404   201   404'],
  ['POST /api/v1/connections/{id}/messages', 'with a supply of another centre', crossing('connection', () => given.enquiry(), 'connections/$/messages', { text: 'Chào' }),
                                                                                                                   '401   201   201   201   201   201   404   201   404'],
  ['POST /api/v1/connections/{id}/outcome', 'a confirmed one', on(() => given.confirmed(), 'connections/$/outcome', { outcome: 'contract' }),
                                                                                                                   '401   200   200   200   404   200   404   200   404'],

  ['GET /api/v1/notifications', 'one\'s own', at('notifications'),                                                 '401   200   200   200   200   200   200   200   200'],
  ['POST /api/v1/notifications/{id}/read', 'of enterprise', on(noticeOfEnterprise, 'notifications/$/read'),        '401   404   404   404   404   404   404   200   404'],
  ['GET /api/v1/saved-searches', 'one\'s own', at('saved-searches'),                                               '401   200   200   200   200   200   200   200   200'],
  ['POST /api/v1/saved-searches', 'a new one', at('saved-searches', { name: 'a', query: 'q=a', frequency: 'never' }), '401   201   201   201   201   201   201   201   201'],
  ['DELETE /api/v1/saved-searches/{id}', 'of enterprise', on(savedByEnterprise, 'saved-searches/$'),               '401   404   404   404   404   404   404   204   404'],

  ['GET /api/v1/search/queries', 'of the last month', at('search/queries?result=none'),                            '401   200   200   200   200   403   403   403   403'],
  ['GET /api/v1/search/synonyms', 'all', at('search/synonyms'),                                                    '401   200   200   200   200   403   403   403   403'],
  ['POST /api/v1/search/synonyms', 'a new group', () => ({ url: 'search/synonyms', body: newWords() }),            '401   201   201   201   201   403   403   403   403'],
  ['PATCH /api/v1/search/synonyms/{id}', 'one that is there', async () => ({ url: `search/synonyms/${(await synonym()).id}`, body: { ...newWords(), version: 1 } }),'401   200   200   200   200   403   403   403   403'],
  ['DELETE /api/v1/search/synonyms/{id}', 'one that is there', unchanged(synonym, 'search/synonyms/$'),  '401   204   204   204   204   403   403   403   403'],
  ['GET /api/v1/search/suggested-queries', 'all', at('search/suggested-queries'),                                  '401   200   200   200   200   403   403   403   403'],
  ['GET /api/v1/search/withheld-suggestions', 'all', at('search/withheld-suggestions'),                            '401   200   200   200   200   403   403   403   403'],
  ['POST /api/v1/search/withheld-suggestions', 'a query', at('search/withheld-suggestions', { query: 'máy vò chè' }),'401   201   201   201   201   403   403   403   403'],
  ['DELETE /api/v1/search/withheld-suggestions/{id}', 'one that is there', on(withheld, 'search/withheld-suggestions/$'),'401   204   204   204   204   403   403   403   403'],
  ['POST /api/v1/search/synonym-preview', 'a new group', at('search/synonym-preview', { q: 'máy sấy', words: ['máy vò chè', 'máy vò trà'] }),'401   200   200   200   200   403   403   403   403'],

  ['GET /api/v1/suppliers', 'all', at('suppliers'),                                                                '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/suppliers/{id}', 'a supplier', async () => ({ url: `suppliers/${await organizationOf('supplier')}` }), '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/suppliers/{id}', 'an enterprise', async () => ({ url: `suppliers/${await organizationOf('enterprise')}` }), '404   404   404   404   404   404   404   404   404'],
  ['GET /api/v1/centres/{id}', 'a centre', at('centres/vinh-long'),                                                '200   200   200   200   200   200   200   200   200'],
  ['PATCH /api/v1/centres/{id}', 'the own one', centre('own'),                                                     '401   200   200   403   403   403   403   403   403'],
  ['PATCH /api/v1/centres/{id}', 'another one', centre('other'),                                                   '401   200   403   403   403   403   403   403   403'],
  ['GET /api/v1/vocabularies', 'all', at('vocabularies'),                                                          '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/places', 'all', at('places'),                                                                      '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/statistics/public', 'the floor', at('statistics/public'),                                          '200   200   200   200   200   200   200   200   200'],
  ['GET /api/v1/audit', 'the log', at('audit'),                                                                    '401   200   200   403   403   403   403   403   403'],
  ['GET /api/openapi.json', 'the document', at('/api/openapi.json'),                                               '200   200   200   200   200   200   200   200   200'],
  ['GET /health/live', 'the process', at('/health/live'),                                                          '200   200   200   200   200   200   200   200   200'],
  ['GET /health/ready', 'the process', at('/health/ready'),                                                        '200   200   200   200   200   200   200   200   200'],
  ['GET /metrics', 'the process', at('/metrics'),                                                                  '200   200   200   200   200   200   200   200   200'],
];

const clientOf = (who: (typeof PEOPLE)[number]): Client => (who === 'visitor' ? floor.visitor : floor.as(who));

describe('who may do what', () => {
  it.each(ROWS)('%s: %s', async (route, _about, subject, cells) => {
    const [method] = route.split(' ');
    const expected = Object.fromEntries(cells.split(/\s+/).map((cell, i) => [PEOPLE[i], Number(cell)]));
    const found: Record<string, number> = {};
    let current: Subject | undefined;
    for (const who of PEOPLE) {
      if (!current || subject === loggedIn) current = await subject(who);
      const { status } = await clientOf(who).call(method, current.url, current.body, current.headers);
      found[who] = status;
      if (status < 300 && method !== 'GET') current = undefined;
    }
    expect(found).toEqual(expected);
  });

  it('has a row for every route', () => {
    const text = readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8');
    const routes = [...text.matchAll(/^\| `(\w+ \S+)`/gm)].map((found) => found[1]);
    const rows = new Set(ROWS.map(([route]) => route));
    expect(routes.filter((route) => !rows.has(route))).toEqual([]);
    expect([...rows].filter((route) => !routes.includes(route))).toEqual([]);
  });
});

describe('a broker who belongs to an organization', () => {
  it('does not moderate what is its own, nor introduce it', async () => {
    const [account] = await floor.database.query<{ id: string }>(`select id from account where email = 'broker@techfloor.example'`);
    const [offerOfIt, requestOfIt] = [await given.submitted(), await given.submittedRequest()];
    const liveOffer = await given.live();
    const [matchId] = matches.splice(0, 1);
    await floor.database.transaction(async (tx) => {
      for (const name of ['supplier', 'enterprise']) await floor.http.get(OrganizationService).addMember(tx, await organizationOf(name), account.id, 'editor');
    });
    const broker = floor.as('broker');
    try {
      expect((await broker.post(`offers/${offerOfIt.id}/approve`))).toMatchObject({ status: 403, body: { type: 'catalog.own_organization' } });
      expect((await broker.post(`offers/${offerOfIt.id}/return`, REASON)).status).toBe(403);
      expect((await broker.post(`offers/${liveOffer.id}/suspend`, REASON)).status).toBe(403);
      expect((await broker.post(`requests/${requestOfIt.id}/approve`))).toMatchObject({ status: 403, body: { type: 'requests.own_organization' } });
      expect((await broker.post(`matches/${matchId}/introduce`, { message: 'Chào' })).status).toBe(403);
      expect((await broker.get(`offers/${offerOfIt.id}`)).body.allowedActions).not.toContain('approve');
    } finally {
      await floor.database.query('delete from member where account_id = $1', [account.id]);
    }
  });
});
