import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogModule, ImportOffers, OfferService } from '@app/catalog';
import { Reconciler, ReconciliationModule } from '@app/desk';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Actor, OutboxRelay } from '@app/platform';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { ImportRequests, RequestsModule } from '@app/requests';
import { WordMap } from '@app/taxonomy';
import { WorkerAppModule } from '../../apps/worker/src/worker.module.js';

let folder: string;
let mail: LocalMailServer;
let floor: TestFloor;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'techfloor-reconcile-'));
  mail = await LocalMailServer.start(join(folder, 'mail'));
  const imports = [WorkerAppModule, ReconciliationModule, CatalogModule, RequestsModule, OrganizationsModule, IdentityModule];
  floor = await bootContext({ imports, environment: { SMTP_URL: mail.url } });
});
afterAll(async () => {
  await floor?.close();
  await mail?.close();
  rmSync(folder, { recursive: true, force: true });
});

const jsonl = (name: string, rows: object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
};
const run = (repair = false) => floor.get(Reconciler).run({ repair, drainMs: 20_000 });
const sql = (text: string, params: unknown[] = []): Promise<any[]> => floor.database.query(text, params);

const OFFERS = Array.from({ length: 30 }, (_, i) => ({
  code: `A${i}`, supplier: `Nhà cung ứng ${i % 3}`, kind: 'equipment', title: i < 3 ? `Máy sấy xoài bơm nhiệt kiểu ${i}` : `Máy nghiền cám số ${i}`,
  summary: i < 3 ? 'Sấy xoài bằng bơm nhiệt, giữ màu và mùi trái cây.' : `Nghiền cám, bắp, đậu cho trại số ${i}.`, fields: 'food-technology', priceMin: 200_000_000,
}));

describe('reconciliation', () => {
  it('finds imported offers, requests and notices in agreement once the queue is at rest', async () => {
    const listener = { words: new WordMap(), dryRun: false, report: () => undefined };
    const centreId = (await floor.get(CentreService).own()).id;
    await floor.database.transaction(async (tx) => {
      const organization = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'enterprise', name: 'HTX Mỹ Hoà', centreId });
      for (const name of ['an', 'binh']) {
        const account = await floor.get(AccountService).create(tx, { email: `${name}@example.com`, name, password: 'correct horse battery' });
        await floor.get(OrganizationService).addMember(tx, organization.id, account, 'owner');
      }
    });
    await floor.get(ImportRequests).run(jsonl('needs.jsonl', [{ code: 'N1', organization: 'HTX Mỹ Hoà', title: 'Cần máy sấy xoài bơm nhiệt', need: 'Máy sấy xoài bơm nhiệt giữ màu và mùi trái cây', fields: 'food-technology' }]), listener);
    await floor.get(ImportOffers).run(jsonl('offers.jsonl', OFFERS), { ...listener, publish: true });
    expect(await run()).toMatchObject({ drained: true, drift: 0, repaired: false, offers: { live: 30 } });
    expect((await sql('select count(*)::int as n from notified_match'))[0].n).toBeGreaterThanOrEqual(3 * 2);
  });

  it('sees a document that is gone, old or not to be there, and mends it', async () => {
    const [gone, old, stray] = await sql('select id from offer order by id limit 3');
    await sql('delete from search_document where offer_id = $1', [gone.id]);
    await sql(`update search_document set version = version - 1, document = document || '{"title": "Tên cũ"}' where offer_id = $1`, [old.id]);
    await sql(`update offer set visibility = 'withdrawn' where id = $1`, [stray.id]);
    const found = await run();
    expect(found).toMatchObject({ drift: 3, repaired: false, offers: { missing: { count: 1, items: [gone.id] }, stale: { items: [old.id] }, strays: { items: [stray.id] } } });
    expect(await run(true)).toMatchObject({ drift: 0, repaired: true });
    expect(await sql('select version, removed from search_document where offer_id = any($1) order by offer_id', [[gone.id, old.id, stray.id]])).toEqual([
      { version: 1, removed: false }, { version: 1, removed: false }, expect.objectContaining({ removed: true }),
    ]);
    expect(await run()).toMatchObject({ drift: 0, repaired: false });
  });

  it('takes no newer draft of a live offer for drift: the public revision stays what it was', async () => {
    const [{ id, version }] = await sql(`select id, version from offer where visibility = 'live' order by id desc limit 1`);
    await floor.get(OfferService).edit(Actor.system(), id, { title: 'Máy nghiền đời mới' }, { version });
    await floor.get(OfferService).submit(Actor.system(), id);
    expect(await run()).toMatchObject({ drained: true, drift: 0, offers: { stale: { count: 0 } } });
  });

  it('sees an event whose job has been lost, and sends it again', async () => {
    const [{ event_id: eventId }] = await sql(`delete from handled where handler = 'FindMatchesHandler.onImport' returning event_id`);
    await sql(`insert into outbox (event_id, type, sent_at) select id, type, now() from event where id = $1 on conflict do nothing`, [eventId]);
    expect(await floor.get(Reconciler).run({ repair: false, drainMs: 500 })).toMatchObject({ drained: false, drift: 1, events: { pending: 1 } });
    expect(await floor.get(Reconciler).run({ repair: true, drainMs: 5_000 })).toMatchObject({ drained: true, drift: 0, repaired: true });
  });

  it('sees a mark that is missing and has the handler run again', async () => {
    await floor.get(OutboxRelay).pending();
    const [{ event_id: eventId }] = await sql(`delete from handled where handler = 'IndexOffersHandler.onImport' returning event_id`);
    expect(await run()).toMatchObject({ drift: 1, events: { pending: 0, unhandled: { items: [{ eventId, handler: 'IndexOffersHandler.onImport' }] } } });
    expect(await run(true)).toMatchObject({ drift: 0 });
    expect(await sql('select 1 from handled where event_id = $1 and handler = $2', [eventId, 'IndexOffersHandler.onImport'])).toHaveLength(1);
  });

  it('sees a document of the right version that says something else', async () => {
    const [{ offer_id: id }] = await sql('select offer_id from search_document where not removed order by offer_id limit 1');
    await sql(`update search_document set document = jsonb_set(document, '{title}', '"Chữ khác"') where offer_id = $1`, [id]);
    expect(await run()).toMatchObject({ drift: 1, offers: { stale: { count: 1, items: [id] } } });
    expect(await run(true)).toMatchObject({ drift: 0, repaired: true });
    expect(await sql(`select 1 from search_document where document->>'title' = 'Chữ khác'`)).toEqual([]);
  });

  it('sees people who were not told of a match, and tells each of them once', async () => {
    const before = await sql('select account_id, match_id, channel from notified_match order by 1, 2, 3');
    const [{ account_id: accountId }] = await sql('select account_id from notified_match limit 1');
    const lost = await sql('delete from notified_match where account_id = $1 returning match_id, channel', [accountId]);
    const matches = new Set(lost.map((row) => row.match_id));
    expect(await run()).toMatchObject({ drift: matches.size, matches: { untold: { count: matches.size } } });
    const notices = await sql('select id from notification order by id');
    expect(await run(true)).toMatchObject({ drift: 0 });
    expect(await sql('select id from notification order by id')).toEqual(notices);
    expect((await sql(`select account_id, match_id, channel from notified_match where channel = 'app' order by 1, 2, 3`))).toEqual(before.filter((row) => row.channel === 'app'));

    await sql('delete from notified_match where account_id = $1', [accountId]);
    await sql('delete from delivery where account_id = $1', [accountId]);
    await sql('delete from notification where account_id = $1', [accountId]);
    expect(await run(true)).toMatchObject({ drift: 0, repaired: true });
    expect(await sql(`select match_id from notified_match where account_id = $1 and channel = 'app'`, [accountId])).toHaveLength(matches.size);
  });

  it('takes nobody for forgotten who wanted to be left alone when the match was found, whatever he wants now', async () => {
    const [{ id }] = await sql(`select id from account where email = 'an@example.com'`);
    await sql(`insert into notification_preference select $1, 'match', channel, 'never' from unnest(array['app', 'mail']) channel`, [id]);
    const listener = { words: new WordMap(), dryRun: false, report: () => undefined };
    await floor.get(ImportRequests).run(jsonl('more.jsonl', [{ code: 'N2', organization: 'HTX Mỹ Hoà', title: 'Cần máy nghiền cám', need: 'Máy nghiền cám, bắp, đậu', fields: 'food-technology' }]), listener);
    expect(await run()).toMatchObject({ drift: 0 });
    await sql('delete from notification_preference where account_id = $1', [id]);
    expect(await run()).toMatchObject({ drift: 0, matches: { untold: { count: 0 } } });
    const told = await sql(`select a.email, count(*)::int as n from notified_match m join account a on a.id = m.account_id join match t on t.id = m.match_id join request q on q.id = t.request_id
      where q.code = 'N2' and m.channel = 'app' group by 1`);
    expect(told.map((row) => row.email)).toEqual(['binh@example.com']);
  });

  it('does not take history without marks for lost events', async () => {
    await sql(`insert into event (id, type, version, subject, at, origin, data) values (gen_random_uuid(), 'catalog.offer_approved.v1', 1, gen_random_uuid(), now(), 'cli', '{}')`);
    expect(await run()).toMatchObject({ drift: 0 });
  });
});
