import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Clock, type Config, type Tx, uuidv7 } from '@app/platform';
import type { Frequency, NoticeKind, NoticeParams } from '../data/notification.entities.js';
import { type Channel, DEFAULT_FREQUENCY, dueAt, moreSeldom, periodStart } from '../domain/preferences.js';
import type { TemplateName } from '../domain/notice-texts.js';

export interface Notice {
  kind: NoticeKind;
  template: TemplateName;
  params: NoticeParams;
  dedupeKey: string;
  requestId?: string | null;
  offerIds?: string[];
  /** False: in the app only. */
  mail?: boolean;
}

/** What one more notice, or a grown one, names. */
interface Named {
  matchIds: string[];
  offerIds: string[];
}

type Preferences = Map<string, Frequency>;
const keyOf = (accountId: string, channel: Channel): string => `${accountId} ${channel}`;

const GATHER_ABOVE = 10;
const GATHER_MINUTES = 5;

/** Tells people: in the app exactly once per event and person, by mail through deliveries that are claimed before sending. */
@Injectable()
export class Notifier {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell(tx: Tx, accountIds: string[], notice: Notice): Promise<void> {
    const preferences = await this.preferences(tx, accountIds, notice.kind);
    for (const accountId of new Set(accountIds)) {
      const app = preferences.get(keyOf(accountId, 'app')) ?? DEFAULT_FREQUENCY;
      const mail = preferences.get(keyOf(accountId, 'mail')) ?? DEFAULT_FREQUENCY;
      if (app === 'never' && mail === 'never') continue;
      const id = await this.insertNotice(tx, accountId, notice, []);
      if (id && notice.mail !== false) await this.deliver(tx, accountId, id, mail, { matchIds: [], offerIds: notice.offerIds ?? [] });
    }
  }

  /** Tells of matches for one request: each match once per person and channel. */
  async tellMatches(tx: Tx, accountIds: string[], found: { eventId: string; requestId: string; pairs: { matchId: string; offerId: string }[] }): Promise<void> {
    const preferences = await this.preferences(tx, accountIds, 'match');
    for (const accountId of new Set(accountIds)) {
      const app = preferences.get(keyOf(accountId, 'app')) ?? DEFAULT_FREQUENCY;
      const mail = preferences.get(keyOf(accountId, 'mail')) ?? DEFAULT_FREQUENCY;
      if (app === 'never' && mail === 'never') {
        // He may want to hear of later ones some day: that makes nobody of today forgotten.
        await tx.query('insert into declined_match_notice (event_id, account_id) values ($1, $2) on conflict do nothing', [found.eventId, accountId]);
        continue;
      }
      // One match event of a request at a time per person: the count below must see the one before.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${accountId} ${found.requestId}`]);
      const fresh = await this.notYetTold(tx, accountId, found.pairs, 'app');
      if (fresh.length === 0) continue;
      await this.tellFresh(tx, accountId, { ...found, pairs: fresh }, mail);
    }
  }

  private async tellFresh(
    tx: Tx,
    accountId: string,
    found: { eventId: string; requestId: string; pairs: { matchId: string; offerId: string }[] },
    mail: Frequency,
  ): Promise<void> {
    const [recent] = await tx.query<{ told: number; latest: string | null }>(
      `select coalesce(sum(cardinality(match_ids)), 0)::int as told, (array_agg(id order by id desc))[1] as latest
       from notification where account_id = $1 and request_id = $2 and kind = 'match'
         and created_at > $3::timestamptz - interval '${GATHER_MINUTES} minutes'`,
      [accountId, found.requestId, this.clock.now()],
    );
    const gathering = recent.told >= GATHER_ABOVE && recent.latest !== null;
    const id = gathering ? recent.latest! : await this.insertMatchNotice(tx, accountId, found);
    if (!id) return;
    const named = { matchIds: found.pairs.map((p) => p.matchId), offerIds: found.pairs.map((p) => p.offerId) };
    if (gathering) await this.grow(tx, id, named);
    await this.markTold(tx, accountId, id, found.pairs, 'app');
    if (mail === 'never') return;
    await this.markTold(tx, accountId, id, found.pairs, 'mail');
    await this.deliverGathered(tx, accountId, id, mail, named, gathering);
  }

  /**
   * Tells of offers that a saved search has found, as often as was chosen for it and for this kind of notice, whichever is more
   * seldom. What comes within five minutes, or until the digest, is one notice that grows: an import floods nobody.
   */
  async tellSavedSearch(tx: Tx, accountId: string, hit: { eventId: string; savedSearchId: string; frequency: Frequency; offerIds: string[] }): Promise<void> {
    const preferences = await this.preferences(tx, [accountId], 'savedSearch');
    const app = preferences.get(keyOf(accountId, 'app')) ?? DEFAULT_FREQUENCY;
    const mail = preferences.get(keyOf(accountId, 'mail')) ?? DEFAULT_FREQUENCY;
    if (app === 'never' && mail === 'never') return;
    // One event of a search at a time: the notice that grows must be seen.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${accountId} ${hit.savedSearchId}`]);
    const [latest] = await tx.query<{ id: string }>(
      `select id from notification where account_id = $1 and kind = 'savedSearch' and params ->> 'savedSearchId' = $2 and created_at > $3
       order by id desc limit 1`,
      [accountId, hit.savedSearchId, gatheredSince(hit.frequency, this.clock.now())],
    );
    const named = { matchIds: [], offerIds: hit.offerIds };
    const id = latest?.id ?? (await this.insertNotice(tx, accountId, savedSearchNotice(hit), []));
    if (!id) return;
    if (latest) await this.grow(tx, id, named);
    await this.deliverGathered(tx, accountId, id, moreSeldom(mail, hit.frequency), named, latest !== undefined);
  }

  private insertMatchNotice(tx: Tx, accountId: string, found: { eventId: string; requestId: string; pairs: { matchId: string; offerId: string }[] }): Promise<string | null> {
    const notice: Notice = {
      kind: 'match',
      template: 'matches-found',
      params: { requestId: found.requestId },
      dedupeKey: `matches ${found.eventId}`,
      requestId: found.requestId,
      offerIds: found.pairs.map((p) => p.offerId),
    };
    return this.insertNotice(tx, accountId, notice, found.pairs.map((p) => p.matchId));
  }

  /** Mail: what is gathered rides in a message that has not gone out yet. */
  private async deliverGathered(tx: Tx, accountId: string, noticeId: string, frequency: Frequency, named: Named, gathering: boolean): Promise<void> {
    if (gathering) {
      const grown = await tx.query(
        `update delivery set match_ids = match_ids || $3::uuid[], offer_ids = offer_ids || $4::uuid[]
         where id = (select id from delivery where notification_id = $1 and account_id = $2 and state = 'waiting' order by id desc limit 1 for update)
         returning 1`,
        [noticeId, accountId, named.matchIds, named.offerIds],
      );
      if (grown.length > 0) return;
    }
    // A digest waits for its hour anyway.
    const delayMs = gathering && frequency === 'at-once' ? GATHER_MINUTES * 60_000 : 0;
    await this.deliver(tx, accountId, noticeId, frequency, named, delayMs);
  }

  private async preferences(tx: Tx, accountIds: string[], kind: NoticeKind): Promise<Preferences> {
    const rows = await tx.query<{ account_id: string; channel: Channel; frequency: Frequency }>(
      'select account_id, channel, frequency from notification_preference where account_id = any($1::uuid[]) and kind = $2',
      [accountIds, kind],
    );
    return new Map(rows.map((row) => [keyOf(row.account_id, row.channel), row.frequency]));
  }

  private async insertNotice(tx: Tx, accountId: string, notice: Notice, matchIds: string[]): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `insert into notification (id, account_id, kind, dedupe_key, template, params, request_id, match_ids, offer_ids, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (account_id, dedupe_key) do nothing returning id`,
      [uuidv7(), accountId, notice.kind, notice.dedupeKey, notice.template, JSON.stringify(notice.params), notice.requestId ?? null, matchIds, notice.offerIds ?? [], this.clock.now()],
    );
    return rows[0]?.id ?? null;
  }

  private async notYetTold<T extends { matchId: string }>(tx: Tx, accountId: string, pairs: T[], channel: Channel): Promise<T[]> {
    const rows = await tx.query<{ match_id: string }>(
      'select match_id from notified_match where account_id = $1 and channel = $2 and match_id = any($3::uuid[])',
      [accountId, channel, pairs.map((p) => p.matchId)],
    );
    const told = new Set(rows.map((row) => row.match_id));
    return pairs.filter((pair) => !told.has(pair.matchId));
  }

  private async markTold(tx: Tx, accountId: string, noticeId: string, pairs: { matchId: string }[], channel: Channel): Promise<void> {
    await tx.query(
      `insert into notified_match (account_id, match_id, channel, notification_id, at)
       select $1, m, $3, $4, $5 from unnest($2::uuid[]) as m on conflict do nothing`,
      [accountId, pairs.map((p) => p.matchId), channel, noticeId, this.clock.now()],
    );
  }

  private async grow(tx: Tx, noticeId: string, { matchIds, offerIds }: Named): Promise<void> {
    await tx.query(
      'update notification set match_ids = match_ids || $2::uuid[], offer_ids = offer_ids || $3::uuid[], read_at = null where id = $1',
      [noticeId, matchIds, offerIds],
    );
  }

  private async deliver(
    tx: Tx,
    accountId: string,
    noticeId: string,
    frequency: Frequency,
    named: Named,
    delayMs = 0,
  ): Promise<void> {
    const due = dueAt(frequency, this.clock.now());
    if (!due) return;
    const id = uuidv7();
    const host = new URL(this.config.publicUrl).hostname;
    await tx.query(
      `insert into delivery (id, notification_id, account_id, channel, message_id, state, frequency, due_at, match_ids, offer_ids)
       values ($1, $2, $3, 'mail', $4, 'waiting', $5, $6, $7, $8)`,
      [id, noticeId, accountId, `<${id}@${host}>`, frequency, new Date(due.getTime() + delayMs), named.matchIds, named.offerIds],
    );
  }
}

const savedSearchNotice = ({ eventId, savedSearchId, offerIds }: { eventId: string; savedSearchId: string; offerIds: string[] }): Notice => ({
  kind: 'savedSearch',
  template: 'saved-search-found',
  params: { savedSearchId },
  dedupeKey: `saved-search ${eventId}`,
  offerIds,
});

const gatheredSince = (frequency: Frequency, now: Date): Date => periodStart(frequency, now) ?? new Date(now.getTime() - GATHER_MINUTES * 60_000);
