import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogModule, EMPTY_CONTENT, OfferBulkWriter } from '@app/catalog';
import { AccountService, IdentityModule } from '@app/identity';
import { MatchingModule } from '@app/matching';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Database, uuidv7 } from '@app/platform';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EMPTY_REQUEST, RequestBulkWriter, RequestsModule } from '@app/requests';
import { NotificationsJobsModule } from '../notifications.module.js';
import type { Frequency } from '../data/notification.entities.js';
import { MailSender } from './mail-sender.js';
import { type Notice, Notifier } from './notifier.js';

const NOW = new Date('2026-11-24T03:00:00Z');
const SEVEN_NEXT_MORNING = new Date('2026-11-25T00:00:00Z');
const later = (minutes: number, from = NOW): Date => new Date(from.getTime() + minutes * 60_000);

let folder: string;
let server: LocalMailServer;
let floor: TestFloor;
let person: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
  server = await LocalMailServer.start(folder);
  floor = await bootContext({ imports: [IdentityModule, OrganizationsModule, CatalogModule, RequestsModule, MatchingModule, NotificationsJobsModule], environment: { SMTP_URL: server.url } });
});

afterAll(async () => {
  await floor?.close();
  await server?.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  floor.setTime(NOW);
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  await floor.database.query('truncate delivery, notified_match, notification, match cascade');
  person = await floor.get(Database).transaction((tx) =>
    floor.get(AccountService).create(tx, { email: `${uuidv7()}@example.vn`, name: 'Lê Thị An', password: null }),
  );
});

const mails = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name), 'utf8'));
const notice = (key: string): Notice => ({ kind: 'moderation', template: 'offer-approved', params: { offerId: uuidv7() }, dedupeKey: key });
const tell = (key: string): Promise<void> => floor.get(Database).transaction((tx) => floor.get(Notifier).tell(tx, [person], notice(key)));
const prefer = (kind: string, frequency: Frequency): Promise<unknown> =>
  floor.database.query(`insert into notification_preference values ($1, $2, 'mail', $3)`, [person, kind, frequency]);
const deliveries = () => floor.database.query<{ id: string; state: string; attempts: number; message_id: string }>('select id, state, attempts, message_id from delivery order by id');
const sendDue = async (): Promise<void> => {
  for (const id of await floor.get(MailSender).due()) await floor.get(MailSender).send(id);
};
const messageIdOf = (mail: string): string | undefined => /^Message-ID: (<.+>)$/im.exec(mail)?.[1];

describe('mail', () => {
  it('goes out once, in text and HTML, for an event that is handled twice', async () => {
    await tell('a');
    await tell('a');
    await sendDue();
    await sendDue();
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toContain('text/plain');
    expect(mails()[0]).toContain('text/html');
    expect((await deliveries()).map((d) => d.state)).toEqual(['sent']);
  });

  it('is claimed by one of two senders', async () => {
    await tell('a');
    const [{ id }] = await deliveries();
    await Promise.all([1, 2, 3, 4].map(() => floor.get(MailSender).send(id)));
    expect(mails()).toHaveLength(1);
  });

  it('is sent once more with the same Message-ID after an unknown outcome, and never a third time', async () => {
    await tell('a');
    const crashAfterClaim = (): Promise<unknown> => floor.database.query(`update delivery set state = 'claimed', claimed_at = $1, attempts = attempts + 1`, [NOW]);
    await crashAfterClaim();
    await sendDue();
    expect(mails()).toHaveLength(0);
    floor.setTime(later(3));
    await sendDue();
    expect(mails().map(messageIdOf)).toEqual([(await deliveries())[0].message_id]);
    await floor.database.query(`update delivery set state = 'claimed', claimed_at = $1`, [NOW]);
    floor.setTime(later(6));
    await sendDue();
    expect(mails()).toHaveLength(1);
    expect((await deliveries())[0].state).toBe('unknown');
  });

  it('waits while the server is away, for a day and longer', async () => {
    const away = await bootContext({ imports: [IdentityModule, NotificationsJobsModule], environment: { SMTP_URL: 'smtp://127.0.0.1:1' } });
    try {
      const id = await away.get(Database).transaction((tx) => away.get(AccountService).create(tx, { email: 'x@example.vn', name: 'X', password: null }));
      away.setTime(NOW);
      await away.get(Database).transaction((tx) => away.get(Notifier).tell(tx, [id], notice('a')));
      for (let hour = 0; hour < 24; hour++) {
        away.setTime(later(60 * hour));
        for (const due of await away.get(MailSender).due()) await away.get(MailSender).send(due);
      }
      const [row] = await away.database.query<{ state: string; attempts: number; error: string }>('select state, attempts, error from delivery');
      expect(row).toMatchObject({ state: 'waiting', error: 'ESOCKET' });
      expect(row.attempts).toBeGreaterThan(10);
    } finally {
      await away.close();
    }
  });

  it('of a daily digest is one message at seven in the morning', async () => {
    await prefer('moderation', 'daily');
    for (const key of ['a', 'b', 'c']) await tell(key);
    await sendDue();
    expect(mails()).toHaveLength(0);
    floor.setTime(SEVEN_NEXT_MORNING);
    await sendDue();
    expect(mails()).toHaveLength(1);
    expect((await deliveries()).map((d) => d.state).sort()).toEqual(['joined', 'joined', 'sent']);
    await sendDue();
    expect(mails()).toHaveLength(1);
  });

  it('of a digest that was refused takes along what it had gathered when the next digest takes it over', async () => {
    await prefer('moderation', 'daily');
    await tell('a');
    await tell('b');
    floor.setTime(SEVEN_NEXT_MORNING);
    const [first, second] = await deliveries();
    await floor.get(MailSender).send(first.id);
    expect((await deliveries()).map((d) => d.state)).toEqual(['sent', 'joined']);
    // As the server's refusal would have left it.
    await floor.database.query(`update delivery set state = 'waiting', sent_at = null where id = $1`, [first.id]);
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await tell('c');
    floor.setTime(later(24 * 60, SEVEN_NEXT_MORNING));
    const third = (await deliveries()).find((d) => d.id !== first.id && d.id !== second.id)!;
    await floor.get(MailSender).send(third.id);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatch(/^Subject: .*=3A_3\b/im);
    expect(await floor.database.query('select distinct joined_to from delivery where joined_to is not null')).toEqual([{ joined_to: third.id }]);
  });

  it('that waits is not sent to somebody who has turned its kind off meanwhile; the rest of its digest is', async () => {
    await prefer('moderation', 'daily');
    await prefer('system', 'daily');
    await tell('a');
    await floor.get(Database).transaction((tx) => floor.get(Notifier).tell(tx, [person], { ...notice('b'), kind: 'system' }));
    await floor.database.query(`update notification_preference set frequency = 'never' where account_id = $1 and kind = 'moderation'`, [person]);
    floor.setTime(SEVEN_NEXT_MORNING);
    await sendDue();
    expect(mails()).toHaveLength(1);
    expect((await deliveries()).map((d) => d.state).sort()).toEqual(['sent', 'skipped']);
  });

  it('is not sent to somebody who wants none, and an erased person has no address', async () => {
    await prefer('moderation', 'never');
    await tell('a');
    expect(await deliveries()).toEqual([]);
    await floor.database.query('delete from notification_preference where account_id = $1', [person]);
    await tell('b');
    await floor.database.query(`update person set name = null, erased_at = now() where account_id = $1`, [person]);
    await sendDue();
    expect((await deliveries()).map((d) => d.state)).toEqual(['skipped']);
    expect(mails()).toEqual([]);
  });
});

/** A request with matches to as many offers, as matching would have written them. */
const matches = async (count: number): Promise<{ requestId: string; pairs: { matchId: string; offerId: string }[] }> => {
  const pairs = Array.from({ length: count }, () => ({ matchId: uuidv7(), offerId: uuidv7() }));
  const requestId = uuidv7();
  const { id: centreId } = await floor.get(CentreService).own();
  await floor.get(Database).transaction(async (tx) => {
    const supplier = (await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí', centreId })).id;
    const buyer = (await floor.get(OrganizationService).findOrCreate(tx, { kind: 'enterprise', name: 'Nông sản', centreId })).id;
    await floor.get(OfferBulkWriter).write(tx, pairs.map(({ offerId: id }) => ({
      id, code: id, organizationId: supplier, centreId, state: 'approved', at: NOW, content: { ...EMPTY_CONTENT, title: `Máy ${id}`, kind: 'equipment', summary: 'Máy' },
    })));
    await floor.get(RequestBulkWriter).write(tx, [
      { id: requestId, code: null, organizationId: buyer, centreId, anonymous: false, state: 'open', at: NOW, content: { ...EMPTY_REQUEST, title: 'Cần máy', need: 'Máy' } },
    ]);
    await tx.query(
      `insert into match (id, request_id, offer_id, request_organization_id, offer_organization_id, demand_centre_id, supply_centre_id, state, score, rule_version, parts, request_revision, offer_revision)
       select m, $3, o, $4, $5, $6, $6, 'suggested', 0.5, 1, '[]', 1, 1 from unnest($1::uuid[], $2::uuid[]) as r(m, o)`,
      [pairs.map((p) => p.matchId), pairs.map((p) => p.offerId), requestId, buyer, supplier, centreId],
    );
  });
  return { requestId, pairs };
};

describe('matches', () => {
  const notices = () => floor.database.query<{ match_ids: string[] }>('select match_ids from notification order by id');

  it('are told one by one up to ten within five minutes; then one notice and one message grow', async () => {
    const { requestId, pairs } = await matches(20);
    const found = (pair: (typeof pairs)[number]): Promise<void> =>
      floor.get(Database).transaction((tx) => floor.get(Notifier).tellMatches(tx, [person], { eventId: uuidv7(), requestId, pairs: [pair] }));
    for (const pair of pairs.slice(0, 10)) await found(pair);
    await sendDue();
    for (const pair of pairs) await found(pair);
    expect((await notices()).map((row) => row.match_ids.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 11]);
    expect(new Set((await notices()).flatMap((row) => row.match_ids)).size).toBe(20);
    await sendDue();
    expect(mails()).toHaveLength(10);
    floor.setTime(later(5));
    await sendDue();
    expect(mails()).toHaveLength(11);
    expect((await deliveries()).every((d) => d.state === 'sent')).toBe(true);
  });

  it('are told to everybody concerned, each once, though two events come at the same time', async () => {
    const { requestId, pairs } = await matches(3);
    const tellTwice = [1, 2].map(() =>
      floor.get(Database).transaction((tx) => floor.get(Notifier).tellMatches(tx, [person], { eventId: uuidv7(), requestId, pairs })),
    );
    await Promise.all(tellTwice);
    expect(await notices()).toEqual([{ match_ids: pairs.map((p) => p.matchId) }]);
  });
});
