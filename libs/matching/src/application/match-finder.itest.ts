import { CatalogModule, OfferService } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database, EventRunner, type OrganizationKind } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { RequestService, RequestsModule } from '@app/requests';
import { SearchJobsModule } from '@app/search';
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
});
