import { CatalogModule, OfferService } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database, EventRunner, type OrganizationKind, type Tx } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { RequestService, RequestsModule } from '@app/requests';
import { SearchJobsModule } from '@app/search';
import { MatchFinder } from '../application/match-finder.js';
import { MatchService } from '../application/match.service.js';
import { MatchingJobsModule, MatchingModule } from '../matching.module.js';

let floor: TestFloor;
beforeAll(async () => {
  floor = await bootContext({ imports: [IdentityModule, OrganizationsModule, CatalogModule, RequestsModule, SearchJobsModule, MatchingModule, MatchingJobsModule] });
});
afterAll(() => floor?.close());

const memberOf = async (kind: OrganizationKind, name: string): Promise<Actor> => {
  const { id: centreId } = await floor.get(CentreService).own();
  return floor.get(Database).transaction(async (tx) => {
    const id = await floor.get(AccountService).create(tx, { email: `${name}@example.vn`, name, password: null });
    const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind, name, centreId });
    await floor.get(OrganizationService).addMember(tx, organizationId, id, 'owner');
    return new Actor({ id, memberships: [{ organizationId, kind, centreId }] });
  });
};

const runHandlers = async (type: string, subject: string, handler: RegExp): Promise<void> => {
  const rows = await floor.database.query<{ id: string }>('select id from event where type = $1 and subject = $2 order by sequence desc limit 1', [type, subject]);
  const names = ['FindMatchesHandler.onRequest', 'FindMatchesHandler.onOffer'].filter((name) => handler.test(name));
  for (const name of names) await floor.get(EventRunner).run(rows[0].id, name);
};

const someoneWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`;
  while ((await floor.database.query(waiting)).length === 0) await new Promise((done) => setTimeout(done, 10));
};

/** Another transaction that has a row for itself. */
const locking = async (table: 'offer' | 'request', id: string) => {
  const other = await floor.database.pool.connect();
  await other.query('begin');
  await other.query(`select 1 from ${table} where id = $1 for update`, [id]);
  return {
    query: (sql: string, params: unknown[]) => other.query(sql, params),
    commit: async (): Promise<void> => {
      await other.query('commit');
      other.release();
    },
  };
};

const finding = (find: (finder: MatchFinder, tx: Tx) => Promise<void>): Promise<void> => floor.get(Database).transaction((tx) => find(floor.get(MatchFinder), tx));
const liveOffer = async (supplier: Actor, title: string): Promise<string> => {
  const { offer } = await floor.get(OfferService).create(supplier, { title, kind: 'equipment', summary: title });
  await floor.get(OfferService).submit(supplier, offer.id);
  await floor.get(OfferService).approve(Actor.system(), offer.id);
  return offer.id;
};
const openRequest = async (enterprise: Actor, title: string): Promise<string> => {
  const { request } = await floor.get(RequestService).create(enterprise, { title, need: title });
  await floor.get(RequestService).submit(enterprise, request.id);
  await floor.get(RequestService).approve(Actor.system(), request.id);
  return request.id;
};
const revise = async (enterprise: Actor, id: string, title: string): Promise<void> => {
  const { request: { version } } = await floor.get(RequestService).get(enterprise, id);
  await floor.get(RequestService).edit(enterprise, id, { title, need: title }, { version });
  await floor.get(RequestService).submit(enterprise, id);
};
const currentOffers = async (requestId: string): Promise<string[]> =>
  (await floor.database.query<{ id: string }>('select offer_id as id from match where request_id = $1 and is_current order by offer_id', [requestId])).map(({ id }) => id);

describe('finding matches', () => {
  it('misses no offer that went live while the request was opened and is not in the index yet', async () => {
    const supplier = await memberOf('supplier', 'cokhi');
    const enterprise = await memberOf('enterprise', 'nongsan');
    const offer = await floor.get(OfferService).create(supplier, { title: 'Máy sấy xoài bơm nhiệt', kind: 'equipment', summary: 'Sấy xoài bằng bơm nhiệt' });
    await floor.get(OfferService).submit(supplier, offer.offer.id);
    await floor.get(OfferService).approve(Actor.system(), offer.offer.id);
    // The offer's own handler runs before the request is open, its index handler only after the request's handler.
    await runHandlers('catalog.offer_approved.v1', offer.offer.id, /onOffer$/);
    const { request } = await floor.get(RequestService).create(enterprise, { title: 'Cần máy sấy xoài', need: 'Máy sấy xoài bơm nhiệt cho cơ sở chế biến' });
    await floor.get(RequestService).submit(enterprise, request.id);
    await floor.get(RequestService).approve(Actor.system(), request.id);
    await runHandlers('requests.request_opened.v1', request.id, /onRequest$/);
    await floor.settle();
    const rows = await floor.database.query('select offer_id from match where request_id = $1 and is_current', [request.id]);
    expect(rows).toEqual([{ offer_id: offer.offer.id }]);
  });

  it('keeps no match with an offer that is withdrawn at the same moment', async () => {
    const supplier = await memberOf('supplier', 'rutlai');
    const enterprise = await memberOf('enterprise', 'thanhlong');
    const { offer } = await floor.get(OfferService).create(supplier, { title: 'Máy sấy thanh long', kind: 'equipment', summary: 'Sấy thanh long bằng bơm nhiệt' });
    await floor.get(OfferService).submit(supplier, offer.id);
    await floor.get(OfferService).approve(Actor.system(), offer.id);
    await floor.settle();
    const { request } = await floor.get(RequestService).create(enterprise, { title: 'Cần máy sấy thanh long', need: 'Máy sấy thanh long bơm nhiệt' });
    await floor.get(RequestService).submit(enterprise, request.id);
    await floor.get(RequestService).approve(Actor.system(), request.id);

    const withdrawing = await floor.database.pool.connect();
    await withdrawing.query('begin');
    await withdrawing.query('select 1 from offer where id = $1 for update', [offer.id]);
    await withdrawing.query(`update offer set visibility = 'withdrawn', version = version + 1 where id = $1`, [offer.id]);
    const finding = runHandlers('requests.request_opened.v1', request.id, /onRequest$/);
    await someoneWaits();
    await withdrawing.query('commit');
    withdrawing.release();
    await finding;
    expect(await floor.database.query('select 1 from match where request_id = $1 and is_current', [request.id])).toEqual([]);
  });

  it('tells the supplier the same of every budget, and the buyer nothing beyond his', async () => {
    const supplier = await memberOf('supplier', 'giacao');
    const enterprise = await memberOf('enterprise', 'ngansach');
    const { offer } = await floor.get(OfferService).create(supplier, { title: 'Máy sấy vải thiều', kind: 'equipment', summary: 'Sấy vải thiều', price: { kind: 'firm', min: 900_000_000, max: null, vat: null, unit: null } });
    await floor.get(OfferService).submit(supplier, offer.id);
    await floor.get(OfferService).approve(Actor.system(), offer.id);
    const ids: string[] = [];
    for (const budgetMax of [null, 100_000_000, 800_000_000, 2_000_000_000]) {
      const { request } = await floor.get(RequestService).create(enterprise, { title: 'Cần máy sấy vải thiều', need: 'Máy sấy vải thiều', budgetMax });
      await floor.get(RequestService).submit(enterprise, request.id);
      await floor.get(RequestService).approve(Actor.system(), request.id);
      ids.push(request.id);
    }
    await floor.settle();
    const matches = floor.get(MatchService);
    const seen = (await matches.ofOffer(supplier, offer.id)).map(({ id: _id, requestId, request: _request, ...rest }) => ({ requestId, rest: JSON.stringify(rest) }));
    expect(seen.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
    expect(new Set(seen.map(({ rest }) => rest)).size).toBe(1);
    expect((await matches.countsOfOffers([offer.id])).get(offer.id)).toBe(4);

    const shown = async (): Promise<string[]> => (await Promise.all(ids.map(async (id) => (await matches.ofRequest(enterprise, id)).map(() => id)))).flat();
    const told = async (): Promise<string[]> =>
      (await floor.database.query<{ id: string }>(`select subject as id from event where type = 'matching.matches_found.v1' and subject = any($1) order by sequence`, [ids])).map(({ id }) => id);
    expect(await shown()).toEqual([ids[0], ids[2], ids[3]]);
    expect((await matches.counts(ids)).get(ids[1])).toBeUndefined();
    expect([...(await matches.publicCounts(ids)).values()]).toEqual([1, 1, 1, 1]);
    expect(await told()).not.toContain(ids[1]);
    // The price falls into reach: now the buyer sees the match and is told of it, once.
    for (const min of [90_000_000, 95_000_000]) {
      const { offer: { version } } = await floor.get(OfferService).get(supplier, offer.id);
      await floor.get(OfferService).edit(supplier, offer.id, { price: { kind: 'firm', min, max: null, vat: null, unit: null } }, { version });
      await floor.get(OfferService).submit(supplier, offer.id);
      await floor.get(OfferService).approve(Actor.system(), offer.id);
      await floor.settle();
    }
    expect(await shown()).toEqual(ids);
    expect((await told()).filter((id) => id === ids[1])).toHaveLength(1);
  });

  it('goes on when a worker looks for as many at once as it may, beside the connections that it keeps for listening', async () => {
    const enterprise = await memberOf('enterprise', 'dongloat');
    const requests = floor.get(RequestService);
    const events: string[] = [];
    for (let i = 0; i < 10; i++) {
      const { request } = await requests.create(enterprise, { title: `Cần máy sấy mít ${i}`, need: 'Sấy mít bằng bơm nhiệt' });
      await requests.submit(enterprise, request.id);
      await requests.approve(Actor.system(), request.id);
      const [{ id }] = await floor.database.query<{ id: string }>(`select id from event where type = 'requests.request_opened.v1' and subject = $1`, [request.id]);
      events.push(id);
    }
    const listening = await Promise.all([1, 2, 3].map(() => floor.database.pool.connect()));
    try {
      const done = await Promise.all(events.map((id) => floor.get(EventRunner).run(id, 'FindMatchesHandler.onRequest')));
      expect(done).toEqual(events.map(() => 'done'));
    } finally {
      for (const client of listening) client.release();
    }
  });

  it('takes away no match that another has written of what came, changed or came back while offers were compared', async () => {
    const supplier = await memberOf('supplier', 'lauday');
    const enterprise = await memberOf('enterprise', 'moidang');
    const offers = floor.get(OfferService);
    const [pump, hatcher] = [await liveOffer(supplier, 'Bơm chìm giếng khoan'), await liveOffer(supplier, 'Máy ấp trứng vịt')];
    const first = await openRequest(enterprise, 'Cần bơm chìm giếng khoan sâu');
    const [changing, eggs] = [await openRequest(enterprise, 'Cần lưới đánh cá'), await openRequest(enterprise, 'Cần máy ấp trứng vịt')];
    await floor.settle();
    await offers.withdraw(supplier, hatcher);

    const held = await locking('request', first);
    const comparing = finding((finder, tx) => finder.forOffers(tx, [pump, hatcher]));
    await someoneWaits();
    const late = await openRequest(enterprise, 'Cần bơm chìm giếng khoan gấp');
    await revise(enterprise, changing, 'Cần bơm chìm giếng khoan');
    await floor.get(RequestService).approve(Actor.system(), changing);
    for (const id of [late, changing]) await finding((finder, tx) => finder.forRequest(tx, id));
    await offers.relist(supplier, hatcher);
    await finding((finder, tx) => finder.forOffers(tx, [hatcher]));
    await held.commit();
    await comparing;
    for (const id of [first, late, changing]) expect(await currentOffers(id)).toEqual([pump]);
    expect(await currentOffers(eggs)).toEqual([hatcher]);
  });

  it('takes away no match of a revision that is newer than the one that was compared', async () => {
    const supplier = await memberOf('supplier', 'cu');
    const enterprise = await memberOf('enterprise', 'moi');
    const [grinder, husker] = [await liveOffer(supplier, 'Máy nghiền cám viên'), await liveOffer(supplier, 'Máy tách vỏ trấu')];
    await floor.settle();
    const request = await openRequest(enterprise, 'Cần máy nghiền cám viên');
    await revise(enterprise, request, 'Cần máy tách vỏ trấu');

    const [ofRequest, ofOffer] = [await locking('request', request), await locking('offer', grinder)];
    const older = finding((finder, tx) => finder.forRequest(tx, request));
    await someoneWaits();
    await ofRequest.query(`update request_revision r set state = 'approved' from request q where q.id = $1 and r.id = q.working_revision_id`, [request]);
    await ofRequest.query('update request set live_revision_id = working_revision_id, version = version + 1 where id = $1', [request]);
    await ofRequest.commit();
    await finding((finder, tx) => finder.forRequest(tx, request));
    await ofOffer.commit();
    await older;
    expect(await currentOffers(request)).toEqual([husker]);
  });
});
