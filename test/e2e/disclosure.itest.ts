import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, PASSWORD, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';
import { PageClient } from '../support/page-client.js';

/* What must not be learnt by a detour: from a figure, an address, a card or a connection. */
let floor: WholeFloor;
let given: Given;
beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  given = givenOn(floor);
});
afterAll(() => floor?.close());

describe('the budget', () => {
  it('is not in the score that a supplier sees, nor in the order', async () => {
    const offer = await given.live({ title: 'Máy sấy xoài bơm nhiệt', price: { kind: 'firm', min: 450_000_000 } });
    await floor.quiet();
    const rich = await given.openRequest({ title: 'Cần máy sấy xoài bơm nhiệt', budgetMax: 500_000_000 });
    const poor = await given.openRequest({ title: 'Cần máy sấy xoài bơm nhiệt', budgetMax: 300_000_000 });
    await floor.quiet();
    const scores = async (who: 'supplier' | 'broker'): Promise<number[]> => {
      const { items } = (await floor.as(who).get(`offers/${offer.id}/matches`)).body;
      const all = items.map((match: any) => match.score);
      expect(all).toEqual([...all].sort((a, b) => b - a));
      return [rich, poor].map(({ id }) => items.find((match: any) => match.request.id === id).score);
    };
    const [within, over] = await scores('broker');
    expect(within).toBeGreaterThan(over);
    const [one, other] = await scores('supplier');
    expect(one).toBe(other);
    const verdict = async ({ id }: { id: string }): Promise<any> => {
      const [match] = await floor.database.query<{ id: string }>('select id from match where request_id = $1 and offer_id = $2', [id, offer.id]);
      return (await floor.as('supplier').post(`matches/${match.id}/feedback`, { verdict: 'good' })).body;
    };
    expect((await verdict(rich)).score).toBe((await verdict(poor)).score);
  });

  it('is not in the number of offers that fit, which everybody sees', async () => {
    await given.live({ title: 'Máy chẻ lạt tre', summary: 'Chẻ lạt tre.', price: { kind: 'firm', min: 450_000_000 } });
    await floor.quiet();
    const titles = [null, 10_000_000, 500_000_000].map((budgetMax) => ({ title: `Cần máy chẻ lạt tre, mức ${budgetMax}`, budgetMax }));
    for (const request of titles) await given.openRequest({ need: 'Máy chẻ lạt tre cho hợp tác xã', ...request });
    await floor.quiet();
    const visitor = new PageClient(floor.http);
    for (const path of ['/vi/yeu-cau', '/vi']) {
      const rows = [...(await visitor.get(path)).document.querySelectorAll('.request-row')].filter((row) => row.textContent?.includes('chẻ lạt tre'));
      expect(rows.map((row) => row.querySelector('.tag')?.textContent)).toEqual(titles.map(() => '1 chào bán hợp'));
    }
  });
});

describe('an anonymous buyer', () => {
  it('is not named to the brokers of the supply side either, before both sides have confirmed', async () => {
    await given.live();
    await floor.quiet();
    const request = await given.openRequest({ anonymous: true });
    await floor.quiet();
    const [match] = (await floor.as('broker').get(`requests/${request.id}/matches`)).body.items;
    await floor.database.query('update match set supply_centre_id = $2 where id = $1', [match.id, floor.centres.other]);
    const { id } = given.made(await floor.as('broker2').post(`matches/${match.id}/introduce`, { message: 'Xin giới thiệu hai bên' }));
    const seenBy = async (who: 'broker' | 'broker2' | 'supplier' | 'enterprise'): Promise<string> =>
      JSON.stringify([(await floor.as(who).get(`connections/${id}`)).body, (await floor.as(who).get('connections?size=100')).body.items.find((one: any) => one.id === id)]);
    for (const who of ['broker2', 'supplier'] as const) {
      expect(await seenBy(who)).toContain(request.id);
      expect(await seenBy(who)).not.toMatch(/Đơn vị enterprise|don-vi-enterprise/);
    }
    for (const who of ['broker', 'enterprise'] as const) expect(await seenBy(who)).toContain('Đơn vị enterprise');
    for (const who of ['supplier', 'enterprise'] as const) given.made(await floor.as(who).post(`connections/${id}/confirm`));
    for (const who of ['broker2', 'supplier'] as const) expect(await seenBy(who)).toContain('Đơn vị enterprise');
  });
});

describe('a public address', () => {
  it('holds no title that was only a draft\'s', async () => {
    const offer = await given.draft({ title: 'Bí mật của xưởng Sáu Tấn' });
    given.made(await floor.as('supplier').patch(`offers/${offer.id}`, { version: 1, title: 'Máy sấy lúa' }));
    given.made(await floor.as('supplier').post(`offers/${offer.id}/submit`));
    expect(given.made(await floor.as('broker').post(`offers/${offer.id}/approve`)).slug).toMatch(/^may-say-lua-/);
    expect((await floor.visitor.get(`offers/${offer.slug}`)).status).toBe(404);

    const request = await given.draftRequest({ title: 'Công ty Hừng Đông cần máy', anonymous: true });
    given.made(await floor.as('enterprise').patch(`requests/${request.id}`, { version: 1, title: 'Cần máy sấy lúa' }));
    given.made(await floor.as('enterprise').post(`requests/${request.id}/submit`));
    const { slug } = given.made(await floor.as('broker').post(`requests/${request.id}/approve`));
    expect(slug).toMatch(/^can-may-say-lua-/);
    expect((await floor.visitor.get(`requests/${slug}`)).body.id).toBe(request.id);
    expect((await floor.visitor.get(`requests/${request.slug}`)).status).toBe(404);
  });

  it('of a request follows its public title, and the one before keeps working', async () => {
    const request = await given.openRequest({ title: 'Cần máy tách hạt' });
    given.made(await floor.as('enterprise').patch(`requests/${request.id}`, { version: request.version, title: 'Cần máy tách vỏ' }));
    given.made(await floor.as('enterprise').post(`requests/${request.id}/submit`));
    expect((await floor.visitor.get(`requests/${request.id}`)).body.slug).toBe(request.slug);
    const { slug } = given.made(await floor.as('broker').post(`requests/${request.id}/approve`));
    expect(slug).toMatch(/^can-may-tach-vo-/);
    expect((await floor.visitor.get(`requests/${request.slug}`)).body).toMatchObject({ id: request.id, slug });
  });
});

describe('a field that is not public', () => {
  it('is absent from the cards of lists too, in both languages', async () => {
    const offer = await given.live({ title: 'Máy ép dầu', en: { title: 'Oil press', summary: 'A press with a secret screw.' } });
    await floor.quiet();
    const card = async (disclosure: object): Promise<any> => {
      await floor.database.query('update offer_revision set disclosure = $2 where offer_id = $1', [offer.id, JSON.stringify(disclosure)]);
      return (await floor.visitor.get('offers?sort=newest&size=100')).body.items.find((one: any) => one.id === offer.id);
    };
    expect((await card({})).en).toEqual({ title: 'Oil press', summary: 'A press with a secret screw.' });
    expect((await card({ summary: 'staff' })).en).toEqual({ title: 'Oil press' });
    expect((await card({ en: 'staff' })).en).toBeNull();
  });
});

describe('another spelling of an address', () => {
  it('is kept out of caches all the same, held to the same input, and told of errors in the same form', async () => {
    const { body } = await floor.visitor.post('auth/login', { email: 'supplier@techfloor.example', password: PASSWORD });
    const ask = (url: string) => floor.http.inject({ url, headers: { authorization: `Bearer ${body.token}`, accept: 'text/html' } });
    const me = await ask('/%61pi/v1/me');
    expect({ status: me.statusCode, cache: me.headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    expect((await ask('/%61pi/v1/me?noSuchName=1')).statusCode).toBe(422);
    const missing = await ask('/%61p%69/v1/offers/nothing');
    expect({ status: missing.statusCode, type: missing.headers['content-type'] }).toEqual({ status: 404, type: 'application/problem+json; charset=utf-8' });
  });
});
