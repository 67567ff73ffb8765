import { Inject, Injectable } from '@nestjs/common';
import { AccountService } from '@app/identity';
import { CONFIG, Clock, type Config, Database, Mailer } from '@app/platform';
import { Delivery, Notification } from '../data/notification.entities.js';
import { noticeMail } from '../domain/notice-mail.js';
import { noticeUrl } from '../domain/notice-url.js';
import { NoticeRenderer } from './notice-renderer.js';

const MAX_ATTEMPTS = 12;
const RETRY_BASE_MS = 5_000;
const RETRY_MAX_MS = 3_600_000;
const CLAIM_MINUTES = 2;
const BATCH = 50;

/** The server's word that it has not taken the message: SMTP 4xx/5xx or no connection at all. */
const REFUSED = new Set(['ECONNREFUSED', 'EDNS', 'EENVELOPE', 'EAUTH', 'ECONNECTION']);

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
    if (!person) return this.finish(id, 'skipped', 'no address');
    const notice = await this.database.repository(Notification).findOneByOrFail({ id: delivery.notificationId });
    const rendered = await this.renderer.render({ ...notice, offerIds: delivery.offerIds.length > 0 ? delivery.offerIds : notice.offerIds }, person.lang);
    const url = `${this.config.publicUrl}${noticeUrl(notice.template, notice.params, person.lang)}`;
    try {
      await this.mailer.send({ ...noticeMail(rendered, url, person.lang), to: person.email, messageId: delivery.messageId, lang: person.lang });
      await this.finish(id, 'sent', null);
    } catch (error) {
      await this.failed(delivery, error as Error & { code?: string; responseCode?: number });
    }
  }

  private async claim(id: string): Promise<Delivery | null> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
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
         where id = $1 and not ($3 and error = 'unknown outcome, sent again') returning true as repeated`,
        [id, now, row.state === 'claimed'],
      );
      if (claimed) return tx.repository(Delivery).findOneByOrFail({ id });
      await tx.query(`update delivery set state = 'unknown' where id = $1`, [id]);
      return null;
    });
  }

  private async finish(id: string, state: 'sent' | 'skipped' | 'failed', error: string | null): Promise<void> {
    await this.database.query(
      `update delivery set state = $2, sent_at = case when $2 = 'sent' then $3::timestamptz end, error = coalesce($4, error) where id = $1`,
      [id, state, this.clock.now(), error],
    );
  }

  private async failed(delivery: Delivery, error: Error & { code?: string; responseCode?: number }): Promise<void> {
    const refused = REFUSED.has(error.code ?? '') || error.responseCode !== undefined;
    // Not knowing is not failing: the claim runs out, then it is sent once more.
    if (!refused) return;
    if (delivery.attempts >= MAX_ATTEMPTS) return this.finish(delivery.id, 'failed', reasonOf(error));
    const delay = Math.min(RETRY_BASE_MS * 2 ** (delivery.attempts - 1), RETRY_MAX_MS);
    await this.database.query(
      `update delivery set state = 'waiting', due_at = $2, error = $3 where id = $1`,
      [delivery.id, new Date(this.clock.now().getTime() + delay), reasonOf(error)],
    );
  }
}

// A server's answer may repeat the address: only codes are kept.
const reasonOf = (error: Error & { code?: string; responseCode?: number }): string => `${error.code ?? 'error'} ${error.responseCode ?? ''}`.trim();
