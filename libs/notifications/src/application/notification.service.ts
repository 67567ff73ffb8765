import { Injectable } from '@nestjs/common';
import { type Actor, Clock, commonErrors, Database, invalidFields, offsetOf, type Page, pageOf, type PageRequest } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { type Frequency, Notification, NotificationPreference, type NoticeKind } from '../data/notification.entities.js';
import { type Channel, CHANNELS, DEFAULT_FREQUENCY, NOTICE_KINDS } from '../domain/preferences.js';
import { noticeUrl } from '../domain/notice-url.js';
import { NoticeRenderer } from './notice-renderer.js';

export interface ReadNotice {
  id: string;
  kind: NoticeKind;
  title: string;
  body: string;
  url: string;
  createdAt: Date;
  readAt: Date | null;
  requestId: string | null;
  matchIds: string[];
  offerIds: string[];
}

export interface Preference {
  kind: NoticeKind;
  channel: Channel;
  frequency: Frequency;
}

/** One person's notices and how he wants to be told. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly database: Database,
    private readonly renderer: NoticeRenderer,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, request: PageRequest): Promise<Page<ReadNotice>> {
    const [rows, total] = await this.database.repository(Notification).findAndCount({
      where: { accountId: actor.id! },
      order: { id: 'desc' },
      skip: offsetOf(request),
      take: request.size,
    });
    return pageOf(await this.toRead(rows, actor), total, request);
  }

  async unread(actor: Actor): Promise<number> {
    if (!actor.id) return 0;
    const [row] = await this.database.query<{ n: number }>('select count(*)::int as n from notification where account_id = $1 and read_at is null', [actor.id]);
    return row.n;
  }

  /** Marks a notice as read, unless it has come to name more offers than the reader says he has seen; without that, whatever it names. */
  async markRead(actor: Actor, id: string, seenOffers: number | null = null): Promise<ReadNotice> {
    await this.database.query(
      `update notification set read_at = $3 where id = $1 and account_id = $2 and read_at is null and ($4::int is null or cardinality(offer_ids) <= $4)`,
      [id, actor.id, this.clock.now(), seenOffers],
    );
    const notice = await this.database.repository(Notification).findOneBy({ id, accountId: actor.id! });
    if (!notice) throw commonErrors.not_found();
    return (await this.toRead([notice], actor))[0];
  }

  /** Marks notices as read that the reader has seen with so many offers; one that names more by now stays unread. */
  async markSeen(actor: Actor, seen: { id: string; offers: number }[]): Promise<void> {
    await this.database.query(
      `update notification n set read_at = $2 from jsonb_to_recordset($3::jsonb) as seen(id uuid, offers int)
       where n.id = seen.id and n.account_id = $1 and n.read_at is null and cardinality(n.offer_ids) <= seen.offers`,
      [actor.id, this.clock.now(), JSON.stringify(seen)],
    );
  }

  async preferences(actor: Actor): Promise<Preference[]> {
    const rows = await this.database.repository(NotificationPreference).findBy({ accountId: actor.id! });
    const chosen = new Map(rows.map((row) => [`${row.kind} ${row.channel}`, row.frequency]));
    return NOTICE_KINDS.flatMap((kind) =>
      CHANNELS.map((channel) => ({ kind, channel, frequency: chosen.get(`${kind} ${channel}`) ?? DEFAULT_FREQUENCY })),
    );
  }

  async setPreferences(actor: Actor, items: { kind: string; channel: string; frequency: string }[]): Promise<Preference[]> {
    this.taxonomy.requireValid(items.map((item, i) => ({ field: `items.${i}.frequency`, scheme: 'frequency', codes: [item.frequency] })));
    const keys = items.map((item) => `${item.kind} ${item.channel}`);
    if (new Set(keys).size < keys.length) throw invalidFields([{ field: 'items', code: 'repeated', message: 'Một loại chỉ được nêu một lần. / Each kind and channel only once.' }]);
    await this.database.repository(NotificationPreference).upsert(
      items.map((item) => ({ ...item, accountId: actor.id! }) as NotificationPreference),
      ['accountId', 'kind', 'channel'],
    );
    return this.preferences(actor);
  }

  private async toRead(rows: Notification[], actor: Actor): Promise<ReadNotice[]> {
    const texts = await this.renderer.renderAll(rows, actor.lang);
    return rows.map((row, i) => ({
      id: row.id,
      kind: row.kind,
      ...texts[i],
      url: noticeUrl(row.template, row.params, actor.lang),
      createdAt: row.createdAt,
      readAt: row.readAt,
      requestId: row.requestId,
      matchIds: row.matchIds,
      offerIds: row.offerIds,
    }));
  }
}
