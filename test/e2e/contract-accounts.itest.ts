import fs from 'node:fs';
import { jest } from '@jest/globals';
import { Client, openFloor, PASSWORD, type WholeFloor } from '../support/floor.js';
import { givenOn } from '../support/given.js';

const login = (floor: WholeFloor, email: string, password: string, headers?: Record<string, string>) => floor.visitor.post('auth/login', { email, password }, headers);
const cookieOf = (answer: { headers: Record<string, unknown> }): string => String([answer.headers['set-cookie']].flat()[0]);

describe('sign-in', () => {
  let floor: WholeFloor;
  beforeAll(async () => void (floor = await openFloor()));
  afterAll(() => floor?.close());

  it('answers with a token and who it is, and sets the cookie; both work', async () => {
    const answer = await login(floor, 'Supplier@Techfloor.example ', PASSWORD);
    expect(answer.status).toBe(200);
    const me = (await floor.as('supplier').get('me')).body;
    expect(answer.body).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), user: me });
    expect(me).toMatchObject({ email: 'supplier@techfloor.example', name: 'supplier', lang: 'vi', roles: ['supplier'], centre: null, organizations: [{ id: expect.any(String), slug: expect.any(String), name: 'Đơn vị supplier', kind: 'supplier' }] });
    expect((await floor.as('broker').get('me')).body).toMatchObject({ roles: ['broker'], centre: { id: floor.centres.own, slug: expect.any(String), name: expect.any(String) }, organizations: [] });
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^sid=[\w-]{43}; /);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Secure');
    const byCookie = { cookie: cookie.split(';')[0] };
    expect((await floor.visitor.get('me', byCookie)).status).toBe(200);
    expect((await floor.visitor.post('auth/logout', undefined, byCookie)).status).toBe(403);
    const kept = { ...byCookie, authorization: `Bearer ${answer.body.token}` };
    expect((await floor.visitor.post('offers', { title: 'Máy', kind: 'equipment' }, kept)).status).toBe(201);
    expect((await login(floor, 'broker@techfloor.example', PASSWORD, byCookie)).status).toBe(200);
    const signedOut = await floor.visitor.post('auth/logout', undefined, { ...byCookie, origin: 'http://localhost:3000' });
    expect(signedOut.status).toBe(200);
    expect(cookieOf(signedOut)).toMatch(/^sid=;/);
    expect((await floor.visitor.get('me', byCookie)).status).toBe(401);
    expect((await floor.visitor.get('me', { authorization: `Bearer ${answer.body.token}` })).status).toBe(401);
  });

  it('does not say whether an account exists', async () => {
    const wrong = await login(floor, 'enterprise2@techfloor.example', 'not the password');
    const unknown = await login(floor, 'nobody@techfloor.example', 'not the password');
    expect(wrong).toMatchObject({ status: 401, body: { type: 'identity.wrong_credentials' } });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('locks an account after five failures for 15 minutes, also for the right password, and nobody else', async () => {
    for (let i = 0; i < 5; i++) expect((await login(floor, 'supplier2@techfloor.example', 'wrong')).status).toBe(401);
    const locked = await login(floor, 'supplier2@techfloor.example', PASSWORD);
    expect(locked).toMatchObject({ status: 429, body: { type: 'identity.locked' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect((await login(floor, 'enterprise@techfloor.example', PASSWORD)).status).toBe(200);
    expect((await floor.as('supplier2').get('me')).status).toBe(200);
    await floor.database.query(`update account set locked_until = now() - interval '1 second' where email = 'supplier2@techfloor.example'`);
    expect((await login(floor, 'supplier2@techfloor.example', PASSWORD)).status).toBe(200);
    for (let i = 0; i < 4; i++) await login(floor, 'supplier2@techfloor.example', 'wrong');
    expect((await login(floor, 'supplier2@techfloor.example', PASSWORD)).status).toBe(200);
  });

  it('does not say by a lock whether an account exists', async () => {
    for (let i = 0; i < 5; i++) expect((await login(floor, 'Stranger@techfloor.example', 'wrong')).status).toBe(401);
    const locked = await login(floor, 'stranger@techfloor.example ', 'wrong');
    expect(locked).toMatchObject({ status: 429, body: { type: 'identity.locked' } });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
    expect((await login(floor, 'another@techfloor.example', 'wrong')).status).toBe(401);
  });

  it('counts failures that come at the same moment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => login(floor, 'enterprise2@techfloor.example', 'wrong')));
    expect((await login(floor, 'enterprise2@techfloor.example', PASSWORD)).status).toBe(429);
  });

  it('ends with a blocked account, whose sessions end too', async () => {
    await floor.database.query(`update account set blocked_at = now() where email = 'manager@techfloor.example'`);
    expect((await floor.as('manager').get('me')).status).toBe(401);
    expect((await login(floor, 'manager@techfloor.example', PASSWORD)).status).toBe(401);
    await floor.database.query(`update account set blocked_at = null where email = 'manager@techfloor.example'`);
    await floor.database.query(`update session set expires_at = now() - interval '1 second' where account_id = (select id from account where email = 'manager@techfloor.example')`);
    expect((await floor.as('manager').get('me')).status).toBe(401);
  });

  it('keeps no secret in the database that could be used', async () => {
    // By somebody who is signed in already, as a program may call it.
    const again = { 'idempotency-key': 'sign-in', authorization: `Bearer ${(await login(floor, 'broker@techfloor.example', PASSWORD)).body.token}` };
    const { token } = (await login(floor, 'broker@techfloor.example', PASSWORD, again)).body;
    const [{ kept }] = await floor.database.query<{ kept: number }>(`select count(*)::int as kept from idempotency_key where route like '%login'`);
    expect(kept).toBe(0);
    const [account] = await floor.database.query<{ password_hash: string }>(`select password_hash from account where email = 'broker@techfloor.example'`);
    expect(account.password_hash).toMatch(/^\$argon2id\$/);
    const tables = await floor.database.query<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'bullmq')`);
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const [row] = await floor.database.query<{ n: number }>(`select count(*)::int as n from ${name} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`, [token, PASSWORD]);
      expect({ name, rowsWithSecrets: row.n }).toEqual({ name, rowsWithSecrets: 0 });
    }
  });
});

describe('behind https', () => {
  it('names the cookie for this host only, over https only, and asks browsers to stay there', async () => {
    const floor = await openFloor({ PUBLIC_URL: 'https://floor.example' });
    try {
      const answer = await login(floor, 'supplier@techfloor.example', PASSWORD);
      expect(cookieOf(answer)).toMatch(/^__Host-sid=/);
      for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookieOf(answer)).toContain(flag);
      expect(cookieOf(answer)).not.toContain('Domain');
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
      const cookie = cookieOf(answer).split(';')[0];
      expect((await floor.visitor.post('offers', { title: 'a', kind: 'equipment' }, { cookie, origin: 'https://floor.example' })).status).toBe(201);
      // A neighbour under the same domain can set a cookie without the prefix.
      expect((await floor.visitor.get('me', { cookie: cookie.replace('__Host-', '') })).status).toBe(401);
      for (const origin of ['http://floor.example', 'https://evil.example', 'null']) {
        expect((await floor.visitor.post('offers', { title: 'a', kind: 'equipment' }, { cookie, origin })).status).toBe(403);
      }
    } finally {
      await floor.close();
    }
  });
});

describe('limits', () => {
  it('on requests and on sign-ins hold per address, say when to come back, and leave health alone', async () => {
    const floor = await openFloor({ RATE_LIMIT: '30', LOGIN_RATE_LIMIT: '10', METRICS_TOKEN: 'metrics-secret', TRUST_PROXY: '127.0.0.1' });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    try {
      // Eight have signed in already from this address.
      const answers = [];
      for (let i = 0; i < 4; i++) answers.push(await login(floor, 'supplier@techfloor.example', PASSWORD));
      expect(answers.map((a) => a.status)).toEqual([200, 200, 429, 429]);
      expect(answers[3].body.type).toBe('common.rate_limited');
      expect(Number(answers[3].headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(answers[3].headers['retry-after'])).toBeLessThanOrEqual(60);
      expect((await login(floor, 'supplier@techfloor.example', PASSWORD, from('192.0.2.7'))).status).toBe(200);

      const statuses = [];
      for (let i = 0; i < 35; i++) statuses.push((await floor.visitor.get('statistics/public', from('192.0.2.9'))).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(30);
      const limited = await floor.visitor.get('statistics/public', from('192.0.2.9'));
      expect(limited).toMatchObject({ status: 429, body: { type: 'common.rate_limited', requestId: limited.headers['x-request-id'] } });
      expect(limited.headers['content-type']).toContain('application/problem+json');
      expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
      expect((await floor.visitor.get('/health/live', from('192.0.2.9'))).status).toBe(200);
      // An address that only begins like one that is free is not; a network of IPv6 is one sender.
      expect((await floor.visitor.get('/api/v1/statistics/public', from('2001:db8:1:2::1'))).status).toBe(200);
      for (let i = 0; i < 29; i++) await floor.visitor.get('statistics/public', from(`2001:db8:1:2::${i}`));
      expect((await floor.visitor.get('statistics/public', from('2001:db8:1:2:ffff::1'))).status).toBe(429);
      expect((await floor.visitor.get('statistics/public', from('2001:db8:1:3::1'))).status).toBe(200);
      const probes = [];
      for (let i = 0; i < 245; i++) probes.push((await floor.visitor.get('/health/live', from('192.0.2.12'))).status);
      expect([probes.filter((status) => status === 200).length, probes.at(-1)]).toEqual([240, 429]);
      expect((await floor.visitor.get('statistics/public', from('192.0.2.12'))).status).toBe(200);
      expect((await floor.visitor.get('statistics/public', from('192.0.2.10'))).status).toBe(200);

      expect((await floor.visitor.get('/metrics', from('192.0.2.11'))).status).toBe(404);
      expect((await floor.visitor.get('/metrics', { ...from('192.0.2.11'), authorization: 'Bearer metrics-secret' })).status).toBe(200);
    } finally {
      await floor.close();
    }
  });

  it('do not believe an address that nobody vouches for', async () => {
    const floor = await openFloor({ RATE_LIMIT: '20' });
    try {
      const statuses = [];
      for (let i = 0; i < 25; i++) statuses.push((await floor.visitor.get('vocabularies', { 'x-forwarded-for': `192.0.2.${i}` })).status);
      expect(statuses).toContain(429);
    } finally {
      await floor.close();
    }
  });
});

describe('the log', () => {
  it('of the main job, of refusals and of failures holds no name, address, token or text of anybody', async () => {
    const lines: string[] = [];
    const real = fs.writeSync;
    const spy = jest.spyOn(fs, 'writeSync').mockImplementation(((fd: number, data: string, ...rest: unknown[]) => {
      if (fd !== 2) return (real as (...args: unknown[]) => number)(fd, data, ...rest);
      lines.push(String(data));
      return Buffer.byteLength(String(data));
    }));
    const floor = await openFloor({ LOG_LEVEL: 'debug' });
    try {
      const given = givenOn(floor);
      const SECRET = 'Bí mật của Nguyễn Văn Kín 0912345678 kin@example.com';
      await given.live({ title: SECRET, summary: SECRET });
      const request = await given.openRequest({ title: SECRET, need: SECRET });
      await floor.quiet();
      const [match] = (await floor.as('broker').get(`requests/${request.id}/matches`)).body.items;
      await floor.as('broker').post(`matches/${match.id}/introduce`, { message: SECRET });
      await floor.quiet();
      const { token } = (await login(floor, 'supplier@techfloor.example', PASSWORD)).body;
      await login(floor, 'kin@example.com', 'a wrong password');
      await floor.visitor.get(`offers?q=${encodeURIComponent(SECRET)}`);
      await floor.as('supplier').post('offers', { title: SECRET, hack: SECRET });
      // A failure of ours: the table is gone while somebody writes.
      await floor.database.query('alter table saved_search rename to saved_search_away');
      const failed = new Client(floor.http, token).post('saved-searches', { name: SECRET, query: 'q=kin@example.com', frequency: 'never' });
      // 500 is in no document.
      await expect(failed).rejects.toThrow('→ 500');
      await floor.database.query('alter table saved_search_away rename to saved_search');

      const log = lines.join('');
      const entries = log.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
      const failure = entries.find((entry) => entry['msg'] === 'unexpected error');
      expect(failure).toMatchObject({ requestId: expect.any(String), route: '/api/v1/saved-searches' });
      for (const secret of ['Nguyễn', 'Kín', '0912345678', 'kin@example.com', '@techfloor.example', PASSWORD, token, 'a wrong password']) {
        expect({ secret, line: entries.find((entry) => JSON.stringify(entry).includes(secret)) }).toEqual({ secret, line: undefined });
      }
    } finally {
      spy.mockRestore();
      await floor.close();
    }
  });
});
