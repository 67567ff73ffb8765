import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccountService } from '@app/identity';
import { CONFIG, Clock, type Config, Database, type Lang, Logger, Mailer, MailRefused, type Tx } from '@app/platform';
import { Delivery, Notification } from '../data/notification.entities.js';
import { type MailItem, noticeMail } from '../domain/notice-mail.js';
import { noticeUrl } from '../domain/notice-url.js';
import { NoticeRenderer } from './notice-renderer.js';

/** With the pauses below, a day and a half. */
const MAX_ATTEMPTS = 40;
const RETRY_BASE_MS = 5_000;
const RETRY_MAX_MS = 3_600_000;
const CLAIM_MINUTES = 2;
const BATCH = 50;
/** A sender that was slower than its claim must not undo what the next one has done. */
const OWN_CLAIM = (attempts: string): string => `state = 'claimed' and attempts = ${attempts}`;

/**
 * Sends deliveries. Each is claimed before it is sent; a claim whose outcome stayed unknown (a crash, a time-out after the
 * text was sent) is sent once more with the same Message-ID and never again.
 */
@Injectable()
export class MailSender {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly accounts: AccountService,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Ids of deliveries that are due, or whose claim has been forgotten. */
  async due(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from delivery where (state = 'waiting' and due_at <= $1)
          or (state = 'claimed' and claimed_at < $1::timestamptz - interval '${CLAIM_MINUTES} minutes')
       order by due_at limit ${BATCH}`,
      [this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  async send(id: string): Promise<void> {
    const delivery = await this.claim(id);
    if (!delivery) return;
    const person = (await this.accounts.mailAddresses([delivery.accountId])).get(delivery.accountId);
    if (!person) return this.finish(delivery, 'skipped', 'no address');
    const items = await this.itemsOf(delivery, person.lang);
    try {
      await this.mailer.send({ ...noticeMail(items, this.config.publicUrl, person.lang), to: person.email, messageId: delivery.messageId, lang: person.lang });
      await this.finish(delivery, 'sent', null);
    } catch (error) {
      // Not knowing is not failing: the claim runs out, then it is sent once more.
      if (error instanceof MailRefused) await this.refused(delivery, error.message);
      else this.logger.warn('it is not known whether a mail was taken', { delivery: id, error: (error as { code?: string }).code });
    }
  }

  /** What the message says: the delivery's notice, and in a digest those that were joined to it, oldest first. */
  private async itemsOf(delivery: Delivery, lang: Lang): Promise<MailItem[]> {
    const joined = await this.database.repository(Delivery).find({ where: { joinedTo: delivery.id }, order: { id: 'asc' } });
    const deliveries = [delivery, ...joined];
    const notices = await this.database.repository(Notification).findBy({ id: In(deliveries.map((d) => d.notificationId)) });
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    const renderable = deliveries.map(({ notificationId, offerIds }) => {
      const notice = byId.get(notificationId)!;
      return { ...notice, offerIds: offerIds.length > 0 ? offerIds : notice.offerIds };
    });
    const texts = await this.renderer.renderAll(renderable, lang);
    return texts.map((text, i) => ({ ...text, url: `${this.config.publicUrl}${noticeUrl(renderable[i].template, renderable[i].params, lang)}` }));
  }

  private async claim(id: string): Promise<Delivery | null> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.skipUnwanted(tx, id);
      const [row] = await tx.query<{ state: string; attempts: number }>(
        `select state, attempts from delivery where id = $1 and ((state = 'waiting' and due_at <= $2)
            or (state = 'claimed' and claimed_at < $2::timestamptz - interval '${CLAIM_MINUTES} minutes')) for update skip locked`,
        [id, now],
      );
      if (!row) return null;
      // An unknown outcome is repeated once; `error` carries the mark.
      const [claimed] = await tx.query<{ repeated: boolean }>(
        `update delivery set state = 'claimed', claimed_at = $2, attempts = attempts + 1,
           error = case when $3 then 'unknown outcome, sent again' else error end
         where id = $1 and not ($3 and error is not distinct from 'unknown outcome, sent again') returning true as repeated`,
        [id, now, row.state === 'claimed'],
      );
      if (claimed) {
        await this.joinDigest(tx, id, now);
        return tx.repository(Delivery).findOneByOrFail({ id });
      }
      await tx.query(`update delivery set state = 'unknown' where id = $1`, [id]);
      return null;
    });
  }

  /** What waits for the delivery's person, of kinds that he has turned off meanwhile. A message that was made up already stays whole. */
  private async skipUnwanted(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update delivery d set state = 'skipped', error = 'turned off' from delivery one, notification n, notification_preference p
       where one.id = $1 and d.account_id = one.account_id and d.state = 'waiting' and n.id = d.notification_id
         and p.account_id = d.account_id and p.kind = n.kind and p.channel = 'mail' and p.frequency = 'never'
         and not exists (select 1 from delivery joined where joined.joined_to = d.id)`,
      [id],
    );
  }

  /** A digest takes along what is due for the same person in the same rhythm, and what an earlier digest that was refused had taken. */
  private async joinDigest(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(
      `update delivery d set state = 'joined', joined_to = digest.id from delivery digest
       where digest.id = $1 and digest.frequency <> 'at-once' and d.id <> digest.id
         and d.account_id = digest.account_id and d.frequency = digest.frequency and d.state = 'waiting' and d.due_at <= $2`,
      [id, now],
    );
    await tx.query('update delivery set joined_to = $1 where joined_to in (select id from delivery where joined_to = $1)', [id]);
  }

  private async finish({ id, attempts }: Delivery, state: 'sent' | 'skipped' | 'failed', error: string | null): Promise<void> {
    await this.database.query(
      `update delivery set state = $2, sent_at = case when $2 = 'sent' then $3::timestamptz end, error = coalesce($4, error)
       where id = $1 and ($2 = 'sent' or ${OWN_CLAIM('$5')})`,
      [id, state, this.clock.now(), error, attempts],
    );
  }

  private async refused(delivery: Delivery, reason: string): Promise<void> {
    if (delivery.attempts >= MAX_ATTEMPTS) return this.finish(delivery, 'failed', reason);
    const delay = Math.min(RETRY_BASE_MS * 2 ** (delivery.attempts - 1), RETRY_MAX_MS);
    await this.database.query(
      `update delivery set state = 'waiting', due_at = $2, error = $3 where id = $1 and ${OWN_CLAIM('$4')}`,
      [delivery.id, new Date(this.clock.now().getTime() + delay), reason, delivery.attempts],
    );
  }
}
