import { connect } from 'node:net';
import { type Answer, openFloor, type WholeFloor } from '../support/floor.js';

let floor: WholeFloor;
let port: number;
beforeAll(async () => {
  floor = await openFloor();
  await floor.http.listen(0, '127.0.0.1');
  port = (floor.http.getHttpServer().address() as { port: number }).port;
});
afterAll(() => floor?.close());

const DRAFT = { title: 'Máy sấy xoài', kind: 'equipment', summary: 'Sấy xoài' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends bytes as they are, for what no client library would send. */
const raw = (text: string): Promise<{ status: number; type: string; body: any; headers: string }> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [headers, body] = answer.split('\r\n\r\n');
      const type = /content-type: ([^\r\n;]+)/i.exec(headers)?.[1] ?? '';
      resolve({ status: Number(headers.split(' ')[1]), type, body: type.includes('json') ? JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)) : body, headers });
    });
  });

const expectProblem = (answer: Answer, status: number): void => {
  expect({ status: answer.status, body: answer.body }).toEqual({
    status, body: expect.objectContaining({ type: expect.any(String), title: expect.any(String), status, requestId: expect.any(String) }),
  });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.headers['x-request-id']).toBe(answer.body.requestId);
};

describe('errors of every layer have one shape', () => {
  it('400: not parseable, too deep, or with a key that would change prototypes', async () => {
    const supplier = floor.as('supplier');
    for (const body of ['{"title":', '{"__proto__":{"a":1}}', '['.repeat(30) + ']'.repeat(30), '{"constructor":{"prototype":{}}}']) {
      expectProblem(await supplier.call('POST', 'offers', body, JSON_TYPE), 400);
    }
    expect(await raw('GARBAGE\r\n\r\n')).toMatchObject({ status: 400, type: 'application/problem+json', body: { status: 400, requestId: expect.any(String) } });
    expect((await raw('GET /api/v1/offers/%zz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'))).toMatchObject({ status: 400, type: 'application/problem+json' });
  });

  it('401: nobody is signed in, or the token is wrong; a wrong one is said also where visitors may come', async () => {
    expectProblem(await floor.visitor.get('me'), 401);
    const wrong = await floor.visitor.get('offers', { authorization: 'Bearer nonsense' });
    expectProblem(wrong, 401);
    expect(wrong.headers['www-authenticate']).toBe('Bearer');
    expect((await floor.visitor.get('offers', { cookie: 'sid=nonsense' })).status).toBe(200);
  });

  it('403: not for this kind of actor, or from another site', async () => {
    expectProblem(await floor.as('enterprise').post('offers', DRAFT), 403);
    expectProblem(await floor.as('supplier').post('offers', DRAFT, { origin: 'https://evil.example' }), 403);
    expectProblem(await floor.as('supplier').post('offers', DRAFT, { 'sec-fetch-site': 'cross-site' }), 403);
  });

  it('404: unknown addresses, ids and slugs, whatever they hold', async () => {
    for (const url of ['nowhere', 'offers/nothing-here', 'offers/%00', `offers/${'a'.repeat(150)}`, 'requests/%F0%9F%98%80', 'suppliers/a%20b', 'offers/00000000-0000-7000-8000-000000000000']) {
      expectProblem(await floor.visitor.get(url), 404);
    }
    expectProblem(await floor.as('supplier').post('offers/not-an-id/submit'), 404);
  });

  it('405: a known address with another method, and which ones it takes', async () => {
    const answer = await floor.visitor.call('DELETE', 'offers');
    expectProblem(answer, 405);
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    expectProblem(await floor.as('supplier').call('PUT', 'offers/00000000-0000-7000-8000-000000000000'), 405);
    expectProblem(await floor.visitor.post('statistics/public'), 405);
    expectProblem(await floor.visitor.call('GET', 'auth/login'), 405);
    expectProblem(await floor.visitor.call('OPTIONS', 'offers'), 405);
  });

  it('413: a body of more than 1 MiB', async () => {
    expectProblem(await floor.as('supplier').call('POST', 'offers', JSON.stringify({ ...DRAFT, description: 'a'.repeat(1_100_000) }), JSON_TYPE), 413);
  });

  it('414 and 431: an address or headers that are too long', async () => {
    expectProblem(await floor.visitor.get(`offers?q=${'a'.repeat(9_000)}`), 414);
    expect(await raw(`GET /api/v1/offers?q=${'a'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`)).toMatchObject({ status: 414, type: 'application/problem+json' });
    const headers = await raw(`GET /api/v1/offers HTTP/1.1\r\nhost: a\r\nx-a: ${'a'.repeat(40_000)}\r\n\r\n`);
    expect(headers).toMatchObject({ status: 431, type: 'application/problem+json', body: { status: 431 } });
    expect(headers.headers).toContain('x-request-id');
  });

  it('400, 405 and 417: what Node would refuse or cut off by itself', async () => {
    expect(await raw('GET /api/v1/offers HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatchObject({ status: 400, type: 'application/problem+json', body: { status: 400 } });
    expect(await raw('GET /api/v1/statistics/public HTTP/1.0\r\n\r\n')).toMatchObject({ status: 200 });
    expect(await raw('CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n')).toMatchObject({ status: 405, type: 'application/problem+json', body: { status: 405 } });
    const expecting = 'POST /api/v1/auth/login HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n';
    expect(await raw(`${expecting}expect: wonders\r\n\r\n{}`)).toMatchObject({ status: 417, type: 'application/problem+json', body: { status: 417 } });
    expect(await raw(`${expecting}expect: 100-continue\r\ncontent-type: application/json\r\n\r\n{}`)).toMatchObject({ status: 100 });
  });

  it('415: neither JSON nor a form', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'image/png']) {
      expectProblem(await floor.as('supplier').call('POST', 'offers', 'a', { 'content-type': type }), 415);
    }
  });

  it('422: names every faulty field, unknown ones and query names included', async () => {
    const answer = await floor.as('supplier').post('offers', { title: '', kind: 7, hack: 1, price: { min: -1, hack: 2 }, specs: [{ value: 'x' }, null], trl: 42 });
    expectProblem(answer, 422);
    expect(answer.body.errors.map((e: any) => e.field).sort()).toEqual(['hack', 'kind', 'price.hack', 'price.min', 'specs', 'specs.0.name', 'specs.1', 'title', 'trl']);
    for (const [url, field] of [
      ['offers?nope=1', 'nope'], ['offers?size=101', 'size'], ['offers?page=0', 'page'], ['offers?page=x', 'page'], ['offers?sort=price', 'sort'], ['offers?facets=x', 'facets'],
      ['offers?readyToTransfer=maybe', 'readyToTransfer'], ['offers?readyToTransfer=true&readyToTransfer=maybe', 'readyToTransfer'], ['offers?exact=true&exact=false', 'exact'],
      ['offers?priceMax=', 'priceMax'], ['offers?priceMin=%20', 'priceMin'], ['offers?priceMax=1e6', 'priceMax'], ['offers?trlMin=0x5', 'trlMin'], ['places?lang=fr', 'lang'], ['vocabularies?lang=fr', 'lang'], ['offers?trlMin=5&trlMax=2', 'trlMax'], ['offers?q=a&q=b', 'q'], ['offers?lang=fr', 'lang'], ['statistics/public?x=1', 'x'],
      ['offers?__proto__=1', '__proto__'], ['offers?constructor=1', 'constructor'], ['vocabularies?q=1', 'q'], ['offers?cursor=nonsense', 'cursor'],
    ]) {
      const refused = await floor.visitor.get(url);
      expectProblem(refused, 422);
      expect(refused.body.errors.map((e: any) => e.field)).toEqual([field]);
    }
    expectProblem(await floor.as('supplier').post('offers', [1]), 422);
    expect((await floor.as('supplier').call('POST', 'offers', '{"constructor":1,"title":"a","kind":"equipment"}', JSON_TYPE)).body.errors[0].field).toBe('constructor');
    const both = await floor.as('supplier').call('POST', 'offers', '{"constructor":1,"title":5,"kind":"equipment","price":{"prototype":1,"min":-1},"specs":[{"name":"a","value":"1"}]}', JSON_TYPE);
    expect(both.body.errors.map((e: any) => e.field).sort()).toEqual(['constructor', 'price.min', 'price.prototype', 'title']);
  });

  it('says its texts in the language of the caller', async () => {
    expect((await floor.visitor.get('me')).body.title).toBe('Bạn cần đăng nhập.');
    expect((await floor.visitor.get('me?lang=en')).body.title).toBe('Please sign in.');
    expect((await floor.visitor.get('me', { 'accept-language': 'en-GB,en;q=0.9' })).body.title).toBe('Please sign in.');
    for (const [header, title] of [
      ['fr-FR,fr;q=0.9,en;q=0.8', 'Please sign in.'], ['vi;q=0.1, EN;q=0.9', 'Please sign in.'], ['en;q=0.5,vi', 'Bạn cần đăng nhập.'], ['en;q=0', 'Bạn cần đăng nhập.'], ['fr', 'Bạn cần đăng nhập.'], ['*', 'Bạn cần đăng nhập.'], [',;q=x,', 'Bạn cần đăng nhập.'],
    ]) {
      expect({ header, title: (await floor.visitor.get('me', { 'accept-language': header })).body.title }).toEqual({ header, title });
    }
  });
});

describe('versions', () => {
  it('428 without one, 409 for a stale one in the body, 412 for a stale If-Match; the ETag says the new one', async () => {
    const supplier = floor.as('supplier');
    const created = await supplier.post('offers', DRAFT);
    const { id } = created.body;
    expect(created.headers['etag']).toBe('"1"');
    expectProblem(await supplier.patch(`offers/${id}`, { title: 'B' }), 428);
    expectProblem(await supplier.patch(`offers/${id}`, { title: 'B' }, { 'if-match': '*' }), 428);
    const edited = await supplier.patch(`offers/${id}`, { title: 'B' }, { 'if-match': '"1"' });
    expect(edited).toMatchObject({ status: 200, body: { version: 2 } });
    expect(edited.headers['etag']).toBe('"2"');
    expectProblem(await supplier.patch(`offers/${id}`, { title: 'C', version: 1 }), 409);
    expectProblem(await supplier.patch(`offers/${id}`, { title: 'C' }, { 'if-match': '"1"' }), 412);
    expectProblem(await supplier.patch(`offers/${id}`, { title: 'C' }, { 'if-match': 'nonsense' }), 412);
    expectProblem(await supplier.post(`offers/${id}/submit`, { version: 1 }), 409);
    expect((await supplier.get(`offers/${id}`)).body).toMatchObject({ title: 'B', version: 2, state: 'draft' });
    const request = (await floor.as('enterprise').post('requests', { title: 'Cần máy', need: 'Cần máy sấy' })).body;
    expectProblem(await floor.as('enterprise').post(`requests/${request.id}/submit`, {}, { 'if-match': '"9"' }), 412);
    expectProblem(await floor.as('enterprise').patch(`requests/${request.id}`, { title: 'x' }), 428);
  });
});

describe('people who write at the same moment', () => {
  it('of the same version: one wins, the others are told', async () => {
    const supplier = floor.as('supplier');
    const { id } = (await supplier.post('offers', DRAFT)).body;
    const answers = await Promise.all(Array.from({ length: 6 }, (_v, i) => supplier.patch(`offers/${id}`, { version: 1, title: `Bản ${i}`, specs: [{ name: 'a', value: String(i) }] })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = answers.find((a) => a.status === 200)!.body;
    expect((await supplier.get(`offers/${id}`)).body).toMatchObject({ version: 2, title: winner.title, specs: winner.specs });
  });

  it('of a decision: one counts, with one event', async () => {
    const { id } = (await floor.as('supplier').post('offers', DRAFT)).body;
    await floor.as('supplier').post(`offers/${id}/submit`);
    const [admin, manager, broker] = (['admin', 'manager', 'broker'] as const).map((who) => floor.as(who));
    const answers = await Promise.all([broker.post(`offers/${id}/approve`), manager.post(`offers/${id}/return`, { reason: 'x' }), admin.post(`offers/${id}/approve`), broker.post(`offers/${id}/return`, { reason: 'y' })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
    const decided = (await admin.get(`audit?subject=${id}`)).body.items.filter((e: any) => e.from === 'submitted');
    expect(decided).toHaveLength(1);
  });
});

describe('Idempotency-Key', () => {
  it('answers again what was answered, for the same account, route and body', async () => {
    const supplier = floor.as('supplier');
    const key = { 'idempotency-key': 'key-1' };
    const first = await supplier.post('offers', DRAFT, key);
    const again = await supplier.post('offers', DRAFT, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await floor.as('supplier2').post('offers', DRAFT, key)).body.id).not.toBe(first.body.id);
    expectProblem(await supplier.post('offers', { ...DRAFT, title: 'Khác' }, key), 422);
    expect((await supplier.post(`offers/${first.body.id}/submit`, {}, key)).body.state).toBe('submitted');
    expect((await supplier.post(`offers/${first.body.id}/submit`, {}, key))).toMatchObject({ status: 200, body: { state: 'submitted' } });
    expectProblem(await supplier.post(`offers/${first.body.id}/submit`, {}), 409);
  });

  it('is 409 while the first call runs, and makes one thing of many calls', async () => {
    const supplier = floor.as('supplier');
    const key = { 'idempotency-key': 'key-2' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => supplier.post('offers', { ...DRAFT, title: 'Cùng lúc' }, key)));
    const made = answers.filter((answer) => answer.status === 201);
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    for (const answer of answers.filter((a) => a.status !== 201)) expectProblem(answer, 409);
    const [row] = await floor.database.query<{ n: number }>(`select count(*)::int as n from offer_revision where title = 'Cùng lúc'`);
    expect(row.n).toBe(1);
    await floor.database.query(`update idempotency_key set status = null, answer = null where key = 'key-2'`);
    expectProblem(await supplier.post('offers', { ...DRAFT, title: 'Cùng lúc' }, key), 409);
  });

  it('never does twice what was done before a crash, and does again what was not', async () => {
    const supplier = floor.as('supplier');
    const key = { 'idempotency-key': 'key-4' };
    const body = { ...DRAFT, title: 'Trước sự cố' };
    const made = async (): Promise<number> =>
      (await floor.database.query<{ n: number }>(`select count(*)::int as n from offer_revision where title = 'Trước sự cố'`))[0].n;
    expect((await supplier.post('offers', body, key)).status).toBe(201);
    // A crash between the commit and the storing of the answer leaves this row behind.
    await floor.database.query(`update idempotency_key set status = null, answer = null, created_at = now() - interval '2 minutes' where key = 'key-4' and committed`);
    const lost = await supplier.post('offers', body, key);
    expectProblem(lost, 409);
    expect(lost.body.type).toContain('idempotency.answer_lost');
    expect(await made()).toBe(1);
    await floor.database.query(`update idempotency_key set committed = false where key = 'key-4'`);
    expect((await supplier.post('offers', body, key)).status).toBe(201);
    expect(await made()).toBe(2);
  });

  it('does not keep failures, is forgotten after 24 hours, and has a length', async () => {
    const supplier = floor.as('supplier');
    const key = { 'idempotency-key': 'key-3' };
    expectProblem(await supplier.post('offers', { ...DRAFT, kind: 'nothing' }, key), 422);
    const first = await supplier.post('offers', DRAFT, key);
    expect(first.status).toBe(201);
    await floor.database.query(`update idempotency_key set created_at = now() - interval '25 hours' where key = 'key-3'`);
    expect((await supplier.post('offers', { ...DRAFT, title: 'Sau một ngày' }, key)).status).toBe(201);
    expectProblem(await supplier.post('offers', DRAFT, { 'idempotency-key': 'a'.repeat(201) }), 422);
  });
});

describe('headers', () => {
  it('protect every answer and give it an id', async () => {
    const { headers } = await floor.visitor.get('offers');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/), 'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"), 'cross-origin-opener-policy': 'same-origin', 'content-type': 'application/json; charset=utf-8',
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe/);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect((await floor.visitor.get('nowhere')).headers['x-content-type-options']).toBe('nosniff');
  });

  it('serves its own document, health and figures outside the base path', async () => {
    expect((await floor.visitor.get('/api/openapi.json')).body.openapi).toBe('3.1.0');
    expect((await floor.visitor.get('/health/live')).body).toEqual({ state: 'ok' });
    expect((await floor.visitor.get('/health/ready')).body).toMatchObject({ state: 'ok', parts: { database: { state: 'ok' }, search: { state: 'ok' } } });
    expect((await floor.visitor.get('/metrics')).body).toContain('# HELP');
  });
});
