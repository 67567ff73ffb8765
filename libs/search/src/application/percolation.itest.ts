import { CatalogModule, OfferService } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { MatchingModule } from '@app/matching';
import { NotificationsJobsModule, NotificationsModule, NotificationService } from '@app/notifications';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, Clock, Database, EventRunner, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { SearchJobsModule, SearchModule } from '@app/search';
import { PercolationService } from './percolation.service.js';
import { SavedSearchService } from './saved-search.service.js';

const NOW = new Date('2026-11-24T03:00:00Z');
let floor: TestFloor;
let supplier: Actor;
let minutes: number;

beforeAll(async () => {
  floor = await bootContext({
    imports: [IdentityModule, OrganizationsModule, CatalogModule, MatchingModule, SearchModule, SearchJobsModule, NotificationsModule, NotificationsJobsModule],
  });
  supplier = await someone('cokhi', true);
});
afterAll(() => floor?.close());
beforeEach(() => {
  minutes = 0;
  floor.setTime(NOW);
});

const wait = (more = 1): void => floor.setTime(new Date(NOW.getTime() + (minutes += more) * 60_000));

const someone = async (name: string, isSupplier = false): Promise<Actor> => {
  const { id: centreId } = await floor.get(CentreService).own();
  return floor.get(Database).transaction(async (tx) => {
    const id = await floor.get(AccountService).create(tx, { email: `${name}-${uuidv7()}@example.vn`, name, password: null });
    if (!isSupplier) return new Actor({ id });
    const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name, centreId });
    await floor.get(OrganizationService).addMember(tx, organizationId, id, 'owner');
    return new Actor({ id, memberships: [{ organizationId, kind: 'supplier', centreId }] });
  });
};

const approve = async (id: string): Promise<void> => {
  await floor.get(OfferService).submit(supplier, id);
  await floor.get(OfferService).approve(Actor.system(), id);
};
const publish = async (title: string): Promise<string> => {
  const { offer } = await floor.get(OfferService).create(supplier, { title, kind: 'equipment', summary: 'Thiết bị' });
  await approve(offer.id);
  return offer.id;
};
const revise = async (id: string, title: string): Promise<void> => {
  const { offer } = await floor.get(OfferService).get(supplier, id);
  await floor.get(OfferService).edit(supplier, id, { title }, { version: offer.version });
  await approve(id);
};
const save = async (owner: Actor, query: string, frequency = 'at-once') => (await floor.get(SavedSearchService).create(owner, { name: `Tìm ${query}`, query, frequency })).saved;
const told = async (owner: Actor) =>
  (await floor.get(NotificationService).list(owner, { page: 1, size: 20 })).items.map(({ kind, title, body, offerIds }) => ({ kind, title, body, offerIds }));
const deliveries = (owner: Actor) =>
  floor.database.query<{ frequency: string; offer_ids: string[]; due_at: Date }>('select frequency, offer_ids, due_at from delivery where account_id = $1 order by id', [owner.id]);

describe('saved searches', () => {
  it('tell their owners of an offer that is new, in the app and by mail, and of it once', async () => {
    const owner = await someone('an');
    await save(owner, 'q=máy sấy xoài&kind=equipment');
    wait();
    const id = await publish('Máy sấy xoài bơm nhiệt');
    await publish('Máy sấy lúa');
    await floor.settle();
    expect(await told(owner)).toEqual([
      { kind: 'savedSearch', title: 'Tìm kiếm “Tìm q=máy sấy xoài&kind=equipment” có 1 chào bán mới', body: 'Mới có trên sàn: “Máy sấy xoài bơm nhiệt”.', offerIds: [id] },
    ]);
    expect(await deliveries(owner)).toEqual([{ frequency: 'at-once', offer_ids: [id], due_at: expect.any(Date) }]);
    await floor.get(OfferService).withdraw(supplier, id);
    await floor.get(OfferService).relist(supplier, id);
    await revise(id, 'Máy sấy xoài bơm nhiệt đời mới');
    await floor.settle();
    expect(await told(owner)).toHaveLength(1);
  });

  it('do not tell of what they found when they were saved, nor of a revision that says no more to them', async () => {
    const id = await publish('Máy ép mía');
    await floor.settle();
    wait();
    const owner = await someone('binh');
    await save(owner, 'q=ép mía');
    await save(owner, 'q=máy cắt mía');
    wait();
    await revise(id, 'Máy ép mía siêu sạch');
    await floor.settle();
    expect(await told(owner)).toEqual([]);
    await revise(id, 'Máy ép, máy cắt mía');
    await floor.settle();
    expect((await told(owner)).map(({ title }) => title)).toEqual(['Tìm kiếm “Tìm q=máy cắt mía” có 1 chào bán mới']);
  });

  it('tell of an offer though it is approved again before anybody is told of the first time', async () => {
    const [old, id] = [await publish('Máy cuốn rơm'), await publish('Máy băm cỏ')];
    await floor.settle();
    wait();
    const owner = await someone('ha');
    await save(owner, 'q=cuốn rơm');
    await save(owner, 'q=nghiền bã mía');
    await save(owner, 'q=tời neo lưới');
    for (const title of ['Máy cuốn rơm, nghiền bã mía', 'Máy cuốn rơm, nghiền bã mía đời mới']) {
      wait();
      await revise(old, title);
    }
    const young = await someone('hung');
    await save(young, 'q=nghiền bã mía');
    wait();
    await revise(old, 'Máy cuốn rơm, nghiền bã mía đời mới nhất');
    const fresh = await publish('Tời neo lưới');
    wait();
    await revise(fresh, 'Tời neo lưới thủy lực');
    await floor.settle();
    expect((await told(owner)).flatMap(({ offerIds }) => offerIds).sort()).toEqual([old, fresh].sort());
    expect(await told(young)).toEqual([]);
    await save(young, 'q=băm cỏ');
    wait();
    await floor.get(OfferService).withdraw(supplier, id);
    for (const title of ['Máy băm cỏ, thái khoai', 'Máy băm cỏ, thái khoai hai lưỡi']) {
      wait();
      await revise(id, title);
    }
    await floor.settle();
    await save(owner, 'q=thái khoai');
    wait();
    await floor.get(OfferService).relist(supplier, id);
    await floor.settle();
    expect((await told(owner)).flatMap(({ offerIds }) => offerIds)).toContain(id);
    expect(await told(young)).toEqual([]);
  });

  it('say nothing when their owner wants none, has removed them, or looks for what is only nearly there', async () => {
    const owner = await someone('chi');
    await save(owner, 'q=bơm chìm', 'never');
    const removed = await save(owner, 'q=bơm');
    await save(owner, 'q=bơm chìm lạ lẫm');
    wait();
    await floor.get(SavedSearchService).remove(owner, removed.id);
    await publish('Bơm chìm giếng khoan');
    await floor.settle();
    expect(await told(owner)).toEqual([]);
  });

  it('gather what an import brings, and what a digest waits for, in one notice', async () => {
    const owner = await someone('dung');
    await save(owner, 'q=kho lạnh');
    await save(owner, 'q=kho lạnh&readyToTransfer=false', 'daily');
    wait();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push(await publish(`Kho lạnh số ${n}`));
    await floor.settle();
    wait(30);
    ids.push(await publish('Kho lạnh số 4'));
    await floor.settle();
    const notices = await told(owner);
    expect(notices.map((notice) => notice.offerIds.length).sort()).toEqual([1, 3, 4]);
    const mails = await deliveries(owner);
    expect(mails.filter((mail) => mail.frequency === 'daily')).toEqual([{ frequency: 'daily', offer_ids: ids, due_at: new Date('2026-11-25T00:00:00Z') }]);
    expect(mails.filter((mail) => mail.frequency === 'at-once').map((mail) => mail.offer_ids)).toEqual([ids.slice(0, 3), ids.slice(3)]);
  });

  it('leave a notice unread that has grown since its reader saw it', async () => {
    const owner = await someone('khanh');
    await save(owner, 'q=lò hơi');
    wait();
    await publish('Lò hơi 1 tấn');
    await floor.settle();
    const notices = floor.get(NotificationService);
    const [{ id, offerIds }] = (await notices.list(owner, { page: 1, size: 5 })).items;
    await publish('Lò hơi 2 tấn');
    await floor.settle();
    expect(await notices.markRead(owner, id, offerIds.length)).toMatchObject({ readAt: null, offerIds: [offerIds[0], expect.any(String)] });
    expect(await notices.unread(owner)).toBe(1);
    const { readAt } = await notices.markRead(owner, id, 2);
    expect(readAt).toEqual(expect.any(Date));
    wait();
    expect((await notices.markRead(owner, id)).readAt).toEqual(readAt);
    expect(await notices.unread(owner)).toBe(0);
  });

  it('are held against each offer once, whoever handles the event again', async () => {
    const owner = await someone('giang');
    await save(owner, 'q=nồi hấp');
    wait();
    const id = await publish('Nồi hấp tiệt trùng');
    await floor.settle();
    const again = (): Promise<void> => floor.get(Database).transaction((tx) => floor.get(PercolationService).forOffers(tx, [id], { by: 'approval', at: floor.get(Clock).now() }));
    await Promise.all([again(), again()]);
    const [{ id: event, data }] = await floor.database.query<{ id: string; data: object }>(`select id, data from event where type = 'search.saved_search_hit.v1' order by sequence desc limit 1`);
    expect(JSON.stringify(data)).not.toContain(owner.id);
    await floor.get(EventRunner).run(event, 'NotifyHandler.onSavedSearch');
    await floor.settle();
    expect(await told(owner)).toHaveLength(1);
    expect(await deliveries(owner)).toHaveLength(1);
  });
});

describe('somebody who is forgotten', () => {
  it('leaves no saved search behind, and hears of nothing; the searches of others stay', async () => {
    const [gone, stays] = [await someone('An'), await someone('Bình')];
    await save(gone, 'q=máy tách vỏ lụa');
    await save(stays, 'q=máy tách vỏ lụa');
    wait();
    await publish('Máy tách vỏ lụa hạt điều');
    await floor.settle();
    expect([(await told(gone)).length, (await told(stays)).length]).toEqual([1, 1]);
    await floor.get(AccountService).erase(Actor.system(), gone.id!);
    await floor.get(AccountService).erase(Actor.system(), gone.id!);
    await floor.settle();
    const left = async (owner: Actor): Promise<number> => (await floor.get(SavedSearchService).list(owner, { page: 1, size: 5 })).total;
    expect([await left(gone), await left(stays)]).toEqual([0, 1]);
    expect(await floor.database.query('select 1 from account a join person p on p.account_id = a.id where a.id = $1 and (p.name is not null or a.email not like $2)', [gone.id, '%@erased.invalid'])).toEqual([]);
    wait(30);
    await publish('Máy tách vỏ lụa đậu phộng');
    await floor.settle();
    expect([(await told(gone)).length, (await told(stays)).length]).toEqual([1, 2]);
  });
});
