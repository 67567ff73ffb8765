import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import type { NoticeKind, NoticeParams } from '../data/notification.entities.js';
import type { TemplateName } from '../domain/notice-texts.js';

export interface PastNotice {
  id: string;
  accountId: string;
  kind: NoticeKind;
  template: TemplateName;
  params: NoticeParams;
  /** The event that the person was told of. */
  eventId: string;
  requestId: string | null;
  matchIds: string[];
  offerIds: string[];
  at: Date;
  readAt: Date | null;
}

/** Writes notices of the past: they stand in the app and are never mailed again. */
@Injectable()
export class NoticeBulkWriter {
  async write(tx: Tx, notices: PastNotice[]): Promise<void> {
    const json = JSON.stringify(notices.map((n) => ({ ...n, dedupeKey: `${n.kind === 'match' ? 'matches' : n.template} ${n.eventId}` })));
    await tx.query(
      `insert into notification (id, account_id, kind, dedupe_key, template, params, request_id, match_ids, offer_ids, created_at, read_at)
       select id, "accountId", kind, "dedupeKey", template, params, "requestId", "matchIds", "offerIds", at, "readAt"
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "accountId" uuid, kind text, "dedupeKey" text, template text, params jsonb, "requestId" uuid,
         "matchIds" uuid[], "offerIds" uuid[], at timestamptz, "readAt" timestamptz)`,
      [json],
    );
    await tx.query(
      `insert into notified_match (account_id, match_id, channel, notification_id, at)
       select "accountId", m, c, id, at from jsonb_to_recordset($1::jsonb) as r(id uuid, "accountId" uuid, "matchIds" uuid[], at timestamptz),
         unnest("matchIds") as m, unnest(array['app', 'mail']) as c`,
      [json],
    );
  }
}
