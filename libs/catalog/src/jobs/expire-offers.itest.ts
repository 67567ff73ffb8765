import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Database } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { OfferReader } from '../application/offer-reader.js';
import { OfferService } from '../application/offer.service.js';
import { CatalogJobsModule, CatalogModule } from '../catalog.module.js';
import { ExpireOffersJob } from './expire-offers.job.js';

let floor: TestFloor;
beforeAll(async () => void (floor = await bootContext({ imports: [IdentityModule, OrganizationsModule, CatalogModule, CatalogJobsModule] })));
afterAll(() => floor?.close());

const supplier = async (email = 'a@example.vn'): Promise<Actor> => {
  const { id: centreId } = await floor.get(CentreService).own();
  return floor.get(Database).transaction(async (tx) => {
    const id = await floor.get(AccountService).create(tx, { email, name: 'An', password: null });
    const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí An', centreId });
    await floor.get(OrganizationService).addMember(tx, organizationId, id, 'owner');
    return new Actor({ id, memberships: [{ organizationId, kind: 'supplier', centreId }] });
  });
};

describe('offers past their last day', () => {
  it('are hidden from midnight on and leave the floor with an event, once', async () => {
    floor.setTime(new Date('2026-12-30T10:00:00Z'));
    const owner = await supplier();
    const offers = floor.get(OfferService);
    const { offer } = await offers.create(owner, { title: 'Máy ép mía', kind: 'equipment', summary: 'Ép mía', validUntil: '2026-12-31' });
    await offers.submit(owner, offer.id);
    await offers.approve(Actor.system(), offer.id);
    floor.setTime(new Date('2026-12-31T16:59:00Z'));
    await floor.get(ExpireOffersJob).run();
    expect(await floor.get(OfferReader).liveCards([offer.id])).toHaveLength(1);
    floor.setTime(new Date('2026-12-31T17:00:00Z'));
    expect(await floor.get(OfferReader).liveCards([offer.id])).toHaveLength(0);
    await floor.get(ExpireOffersJob).run();
    await floor.get(ExpireOffersJob).run();
    await expect(offers.get(Actor.visitor(), offer.id)).rejects.toMatchObject({ kind: 'missing' });
    const events = await floor.database.query(`select from_state, to_state from event where subject = $1 and type = 'catalog.offer_expired.v1'`, [offer.id]);
    expect(events).toEqual([{ from_state: 'live', to_state: 'unpublished' }]);
  });

  it('leave the floor though one before them cannot', async () => {
    floor.setTime(new Date('2027-01-30T10:00:00Z'));
    const owner = await supplier('b@example.vn');
    const offers = floor.get(OfferService);
    const make = async (title: string, validUntil: string): Promise<string> => {
      const { offer } = await offers.create(owner, { title, kind: 'equipment', summary: 'Ép mía', validUntil });
      await offers.submit(owner, offer.id);
      await offers.approve(Actor.system(), offer.id);
      return offer.id;
    };
    const stuck = await make('Máy ép hỏng', '2027-01-30');
    const next = await make('Máy ép tốt', '2027-01-31');
    await floor.database.query(`alter table offer add constraint stuck check (id <> '${stuck}' or visibility = 'live') not valid`);
    floor.setTime(new Date('2027-02-02T10:00:00Z'));
    await expect(floor.get(ExpireOffersJob).run()).resolves.toBeUndefined();
    const states = async (): Promise<object> => Object.fromEntries((await floor.database.query<{ id: string; visibility: string }>('select id, visibility from offer where id = any($1)', [[stuck, next]])).map((row) => [row.id, row.visibility]));
    expect(await states()).toEqual({ [stuck]: 'live', [next]: 'unpublished' });
    await floor.database.query('alter table offer drop constraint stuck');
    await floor.get(ExpireOffersJob).run();
    expect(await states()).toEqual({ [stuck]: 'unpublished', [next]: 'unpublished' });
  });
});
