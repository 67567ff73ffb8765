import fc from 'fast-check';
import { bodyOf, type CodesOf, fieldsOf, HOSTILE_BODIES, HOSTILE_QUERIES, resolved, wrongValues } from '../support/arbitraries.js';
import { type Operation, OPERATIONS, type Schema } from '../support/contract.js';
import { type Answer, type Client, openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

const SEED = 20_261_125;
const JSON_TYPE = { 'content-type': 'application/json' };

let floor: WholeFloor;
let given: Given;
let ids: Record<string, string>;
let codes: Record<string, string[]>;
let matches: string[];

beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
  const live = await given.live();
  const request = await given.openRequest();
  for (let i = 0; i < 14; i++) await given.live();
  await floor.quiet();
  matches = (await floor.as('broker').get(`requests/${request.id}/matches`)).body.items.map((m: any) => m.id);
  const vocabularies = (await floor.visitor.get('vocabularies')).body as Record<string, { code: string }[]>;
  const provinces = (await floor.visitor.get('places')).body.provinces as { code: string }[];
  codes = Object.fromEntries(Object.entries({ ...vocabularies, province: provinces }).map(([scheme, terms]) => [scheme, terms.map((term) => term.code)]));
  const saved = given.made(await floor.as('enterprise').post('saved-searches', { name: 'a', query: 'q=a', frequency: 'never' }));
  const connection = await given.enquiry(live.id);
  const [notice] = (await floor.as('enterprise').get('notifications')).body.items;
  ids = {
    offers: (await given.draft()).id, requests: request.id, matches: matches.pop()!, connections: connection.id, notifications: notice.id, 'saved-searches': saved.id,
    suppliers: live.supplier.id, synonyms: (await synonym()).id,
    'withheld-suggestions': (await floor.as('broker').post('search/withheld-suggestions', { query: NAMES[0] })).body.id, centres: floor.centres.own,
  };
});
afterAll(() => floor?.close());

// Signing out would end what the others stand on; it takes no input.
const API = OPERATIONS.filter(({ path, operationId }) => path.startsWith('/api/v1/') && operationId !== 'AuthController_logout');
const WITH_BODY = API.filter(({ requestBody }) => requestBody);
const WITH_QUERY = API.filter(({ parameters }) => parameters.some((p) => p.in === 'query'));
const name = ({ method, path }: Operation): string => `${method} ${path}`;

const CALLERS: Record<string, 'supplier' | 'enterprise' | 'broker' | 'manager' | 'admin'> = {
  'offer:write': 'supplier', 'request:write': 'enterprise', 'enquiry:write': 'enterprise', 'moderation:act': 'broker', 'match:broker': 'broker', 'match:read': 'broker',
  'connection:act': 'enterprise', 'account:own': 'enterprise', 'audit:read': 'admin', 'search:tend': 'broker', 'centre:write': 'manager',
};
const callerOf = (operation: Operation): Client => (operation['x-permission'] === 'public' ? floor.visitor : floor.as(CALLERS[operation['x-permission']]));
const urlOf = ({ path }: Operation, id?: string): string => path.replace(/\{\w+\}/, () => id ?? ids[/([\w-]+)\/\{/.exec(path)?.[1] ?? '']);
const schemaOf = (operation: Operation): Schema => operation.requestBody!.content['application/json'].schema;

const SCHEMES: Record<string, string> = {
  kind: 'kind', fields: 'field', province: 'province', transferModes: 'transferMode', condition: 'condition', 'price.kind': 'priceKind', 'price.vat': 'vat', 'ip.kind': 'ipKind', 'ip.state': 'ipState',
  verdict: 'feedbackVerdict', frequency: 'frequency', 'items.frequency': 'frequency', reason: 'dismissReason',
};
const schemeOf = ({ operationId }: Operation, path: string): string | undefined =>
  path === 'outcome' ? (operationId.startsWith('Request') ? 'requestOutcome' : 'connectionOutcome') : SCHEMES[path];
const codesOf = (operation: Operation): CodesOf => (path) => codes[schemeOf(operation, path) ?? ''];

const NAMES = ['máy vò chè', 'máy vò trà'];
let groups = 0;
/** There may be no second group of the same words. */
const newWords = (): string[] => [...NAMES, `máy vò trà đời ${++groups}`];
const synonym = async (): Promise<Thing> => (await floor.as('broker').post('search/synonyms', { words: newWords() })).body;

type Thing = { id: string; version?: number };

/** What a call with a sound body succeeds on, made anew for each call; routes not named here need nothing. */
const SUBJECTS: Record<string, () => Promise<Thing>> = {
  OfferController_edit: () => given.draft(), OfferController_submit: () => given.draft(), OfferController_recall: () => given.submitted(), OfferController_withdraw: () => given.live(),
  OfferController_relist: () => given.withdrawn(), OfferController_approve: () => given.submitted(), OfferController_return: () => given.submitted(), OfferController_suspend: () => given.live(), OfferController_advise: () => given.live(),
  ConnectionController_enquire: () => given.live(), ConnectionController_decline: () => given.enquiry(), ConnectionController_post: () => given.enquiry(), ConnectionController_outcome: () => given.confirmed(),
  ConnectionController_introduce: async () => ({ id: matches.pop()! }), MatchController_dismiss: async () => ({ id: matches.pop()! }), MatchController_feedback: async () => ({ id: matches[0] }),
  RequestController_edit: () => given.draftRequest(), RequestController_submit: () => given.draftRequest(), RequestController_recall: () => given.submittedRequest(), RequestController_withdraw: () => given.openRequest(),
  SearchDeskController_change: synonym, CentreController_edit: async () => (await floor.visitor.get(`centres/${floor.centres.own}`)).body,
  RequestController_reopen: () => given.closedRequest(), RequestController_close: () => given.openRequest(), RequestController_approve: () => given.submittedRequest(), RequestController_return: () => given.submittedRequest(),
};

const inOrder = (range: any, low: string, high: string): void => {
  if (typeof range?.[low] === 'number' && typeof range[high] === 'number' && range[low] > range[high]) [range[low], range[high]] = [range[high], range[low]];
};

/** What a schema cannot say: ranges run upwards, the version is the subject's, a saved query is one of the search, a synonym has words and a suggestion too, a telephone number digits. */
const sensible = (operation: Operation, body: any, subject: Thing | undefined): any => {
  const { organizationId: _theFirst, version: _theSubjects, ...rest } = structuredClone(body);
  inOrder(rest.price, 'min', 'max');
  inOrder(rest, 'valueMin', 'valueMax');
  if (operation.operationId === 'SavedSearchController_create') rest.query = `q=${encodeURIComponent(String(rest.query).slice(0, 20))}&field=${codes['field'][0]}`;
  if (operation.operationId.startsWith('Notification') && rest.items) rest.items = [...new Map((rest.items as any[]).map((item) => [`${item.kind} ${item.channel}`, item])).values()];
  if (operation.operationId.startsWith('SearchDesk')) Object.assign(rest, { words: newWords(), onlyTo: null });
  if (operation.operationId.startsWith('SuggestionDesk')) rest.query = NAMES[1];
  if (operation.operationId.startsWith('Centre') && rest.phone) rest.phone = '0292 3 820 674';
  if (operation.method === 'PATCH') rest.version = subject!.version;
  return rest;
};

/** Never a 500, always a problem that says what it is; `call` itself holds the answer against the document. */
const expectSound = (answer: Answer): void => {
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status: answer.status, title: expect.stringMatching(/\S/), requestId: expect.any(String) });
};

const expectNamed = (answer: Answer, field: string): void => {
  expectSound(answer);
  for (const { message } of answer.body.errors ?? []) expect(message).toMatch(/^[^/]+ \/ [^/]+$/s);
  expect({ status: answer.status, fields: answer.body.errors?.map((e: any) => e.field) }).toEqual({ status: 422, fields: expect.any(Array) });
  const fields: string[] = answer.body.errors.map((e: any) => e.field);
  if (!fields.some((found) => found === field || found.startsWith(`${field}.`))) throw new Error(`"${field}" is not named: ${fields.join(', ')}`);
};

/** Everything that people can write, so that a refused call is known to have written nothing. */
const written = async (): Promise<unknown> => {
  const tables = ['offer', 'offer_revision', 'offer_specification', 'ip_asset', 'offer_suspension', 'request', 'request_revision', 'request_quantity', 'connection', 'connection_message', 'connection_confirmation', 'connection_outcome', 'match_verdict', 'saved_search', 'synonym', 'withheld_suggestion', 'notification_preference', 'session'];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
  const [row] = await floor.database.query(
    `select ${counts}, (select count(*)::int from event where origin <> 'job') as events, (select sum(version)::int from offer) as offers, (select sum(version)::int from request) as requests,
       (select sum(version)::int from connection) as connections, (select sum(version)::int from centre) as centres, (select count(*)::int from idempotency_key where status is null) as running`,
  );
  return row;
};

const wholeText = (body: unknown): void => {
  const text = JSON.stringify(body);
  if (text !== undefined && text !== text.normalize('NFC')) throw new Error('an answer is not in NFC');
};

/** What was sent comes back: texts in NFC and without surrounding blanks, null as the empty value. */
const expectKept = (sent: any, answered: any): void => {
  for (const [field, value] of Object.entries(sent)) {
    if (field === 'version' || value === null) continue;
    const plain = JSON.parse(JSON.stringify(value), (_key, inner: unknown) => (typeof inner === 'string' ? inner.normalize('NFC').trim() : inner)) as unknown;
    const isPlain = typeof plain !== 'object' || (Array.isArray(plain) && plain.every((item) => typeof item !== 'object'));
    if (isPlain) expect({ [field]: answered[field] }).toEqual({ [field]: plain });
  }
};

describe('every route that takes a body', () => {
  const accepting = WITH_BODY.filter(({ operationId }) => operationId !== 'AuthController_login');
  it.each(accepting.map((operation) => [name(operation), operation] as const))('%s accepts sound bodies and answers in NFC', async (_name, operation) => {
    const make: (() => Promise<Thing>) | undefined = SUBJECTS[operation.operationId];
    const writesText = ['OfferController_create', 'OfferController_edit', 'RequestController_create', 'RequestController_edit'].includes(operation.operationId);
    await fc.assert(
      fc.asyncProperty(bodyOf(schemaOf(operation), codesOf(operation)), async (generated) => {
        const subject = make && (await make());
        const body = sensible(operation, generated, subject);
        const answer = await callerOf(operation).call(operation.method, urlOf(operation, subject?.id), body);
        expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: expect.any(Number), errors: undefined });
        expect([200, 201]).toContain(answer.status);
        wholeText(answer.body);
        if (writesText) expectKept(body, answer.body);
      }),
      { seed: SEED, numRuns: writesText ? 15 : make === undefined ? 10 : 2, endOnFailure: true },
    );
  });

  it.each(WITH_BODY.map((operation) => [name(operation), operation] as const))('%s names the one field that is wrong and writes nothing', async (_name, operation) => {
    const before = await written();
    const cases = fieldsOf(schemaOf(operation)).flatMap((field) => wrongValues(field.schema).map((value) => ({ field, value })));
    const some = fc.sample(fc.shuffledSubarray(cases, { minLength: Math.min(cases.length, 60), maxLength: Math.min(cases.length, 60) }), { seed: SEED, numRuns: 1 })[0];
    const bodies = fc.sample(bodyOf(schemaOf(operation)), { seed: SEED, numRuns: some.length });
    for (const [i, { field, value }] of some.entries()) {
      const body = structuredClone(bodies[i]);
      field.set(body, value);
      expectNamed(await callerOf(operation).call(operation.method, urlOf(operation), body), field.path);
    }
    expectNamed(await callerOf(operation).call(operation.method, urlOf(operation), { ...bodies[0], noSuchField: 1 }), 'noSuchField');
    for (const { path, set } of fieldsOf(schemaOf(operation)).filter((field) => schemeOf(operation, field.path) && resolved(field.schema)['pattern'])) {
      const body = sensible(operation, fc.sample(bodyOf(schemaOf(operation), codesOf(operation)), { seed: SEED, numRuns: 1 })[0], { id: '', version: 1 });
      set(body, 'no-such-code');
      expectNamed(await callerOf(operation).call(operation.method, urlOf(operation), body), path);
    }
    for (const field of (resolved(schemaOf(operation))['required'] ?? []) as string[]) {
      const { [field]: _left, ...body } = bodies[0];
      expectNamed(await callerOf(operation).call(operation.method, urlOf(operation), body), field);
    }
    expect(await written()).toEqual(before);
  });

  it.each(WITH_BODY.map((operation) => [name(operation), operation] as const))('%s survives hostile bodies and types', async (_name, operation) => {
    for (const body of HOSTILE_BODIES) expectSound(await callerOf(operation).call(operation.method, urlOf(operation), body, JSON_TYPE));
    for (const type of ['application/xml', 'text/plain', 'multipart/form-data', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', 'nonsense']) {
      expectSound(await callerOf(operation).call(operation.method, urlOf(operation), '{"a":1}', { 'content-type': type }));
    }
  });
});

describe('every route', () => {
  it.each(WITH_QUERY.map((operation) => [name(operation), operation] as const))('%s names wrong query values and survives hostile ones', async (_name, operation) => {
    const client = callerOf(operation);
    const url = urlOf(operation);
    for (const parameter of operation.parameters.filter((p) => p.in === 'query')) {
      const { type, enum: values, format, maximum } = parameter.schema as { type: string; enum?: string[]; format?: string; maximum?: number };
      const wrong = type === 'integer' ? ['x', '1.5', '-1', String((maximum ?? 0) + 1), '1e99'] : type === 'boolean' ? ['maybe', '2'] : values || format ? ['nope', '%00'] : ['%00', '%EF%BF%BD'];
      for (const value of wrong) {
        const answer = await client.call(operation.method, `${url}?${parameter.name}=${value}`);
        expectNamed(answer, parameter.name);
      }
    }
    for (const query of HOSTILE_QUERIES) expectSound(await client.call(operation.method, `${url}?${query}`));
    expectNamed(await client.call(operation.method, `${url}?noSuchName=1`), 'noSuchName');
  });

  const withId = API.filter(({ path }) => path.includes('{'));
  it.each(withId.map((operation) => [name(operation), operation] as const))('%s is not found for what is no id', async (_name, operation) => {
    const body = operation.requestBody ? fc.sample(bodyOf(schemaOf(operation)), { seed: SEED, numRuns: 1 })[0] : undefined;
    for (const id of ['0', 'x', '%00', '%20', '..%2f..', '%F0%9F%98%80', "'", '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'a'.repeat(190), '1e5', '-1', 'null']) {
      const answer = await callerOf(operation).call(operation.method, urlOf(operation, id), body);
      expectSound(answer);
      expect([404, 422, 428]).toContain(answer.status);
    }
  });

  it.each(API.map((operation) => [name(operation), operation] as const))('%s survives hostile headers and other methods', async (_name, operation) => {
    const client = callerOf(operation);
    const headers: Record<string, string>[] = [
      { 'if-match': '"99999999"' }, { 'if-match': 'W/"x"' }, { 'accept-language': '*;q=x,,,,' }, { 'accept-encoding': 'br;q=nonsense' }, { accept: 'text/html' }, { 'x-forwarded-for': 'x' }, { cookie: 'sid=%00; __Host-sid=' },
      { authorization: 'Basic eDp5' }, { authorization: 'Bearer ' }, { authorization: `Bearer ${'a'.repeat(5_000)}` }, { 'idempotency-key': 'k'.repeat(300) }, { 'idempotency-key': "'" }, { origin: 'null' }, { host: 'evil.example' }, { 'content-length': '0' },
    ];
    for (const header of headers) expectSound(await client.call(operation.method, urlOf(operation), undefined, header));
    for (const method of ['PUT', 'DELETE', 'PATCH', 'POST', 'OPTIONS'].filter((m) => !OPERATIONS.some((o) => o.path === operation.path && o.method === m))) {
      const answer = await client.call(method, urlOf(operation));
      expectSound(answer);
      expect(answer.status).toBe(405);
    }
  });

  it('leaves the floor standing', async () => {
    expect((await floor.visitor.get('/health/ready')).status).toBe(200);
    expect(({} as any).isAdmin).toBeUndefined();
    await floor.quiet();
  });
});
