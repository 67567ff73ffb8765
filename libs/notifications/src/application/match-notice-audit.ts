import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';
import { Notifier } from './notifier.js';

/** A person who should have been told of a match, and has not. */
export interface MissingMatchNotice {
  eventId: string;
  requestId: string;
  matchId: string;
  offerId: string;
  accountId: string;
}

const LIMIT = 10_000;
const HANDLER = 'NotifyHandler.onMatches';

/** Compares what matching has found with whom the floor has told of it. */
@Injectable()
export class MatchNoticeAudit {
  constructor(
    private readonly database: Database,
    private readonly notifier: Notifier,
  ) {}

  /** Of finds that have been handled: members of that time who were not left alone by their own wish, and whose match stands in no notice. */
  async missing(): Promise<MissingMatchNotice[]> {
    return this.database.query<MissingMatchNotice>(
      `select e.id as "eventId", e.data->>'requestId' as "requestId", m.match_id as "matchId", e.data->'offerIds'->>(m.place::int - 1) as "offerId", a.account_id as "accountId"
       from event e
       join handled d on d.event_id = e.id and d.handler = '${HANDLER}'
       join actor_membership a on a.organization_id = (e.data->>'organizationId')::uuid and a.joined_at < e.at
       cross join lateral jsonb_array_elements_text(e.data->'matchIds') with ordinality as m(match_id, place)
       where e.type = 'matching.matches_found.v1'
         and not exists (select 1 from notified_match n where n.account_id = a.account_id and n.match_id = m.match_id::uuid and n.channel = 'app')
         and not exists (select 1 from declined_match_notice n where n.event_id = e.id and n.account_id = a.account_id)
       order by e.sequence, a.account_id, m.place limit ${LIMIT}`,
    );
  }

  /** Tells them now. A notice that is there but has lost its marks gets them back, and nobody is told twice. */
  async tell(missing: MissingMatchNotice[]): Promise<void> {
    const groups = new Map<string, MissingMatchNotice[]>();
    for (const one of missing) {
      const key = `${one.eventId} ${one.accountId}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const group of groups.values()) {
      const [{ eventId, requestId, accountId }] = group;
      const pairs = group.map(({ matchId, offerId }) => ({ matchId, offerId }));
      await this.database.transaction(async (tx) => {
        await tx.query(
          `insert into notified_match (account_id, match_id, channel, notification_id, at)
           select n.account_id, m, 'app', n.id, n.created_at from notification n, unnest(n.match_ids) as m
           where n.account_id = $1 and m = any($2::uuid[]) and n.kind = 'match' on conflict do nothing`,
          [accountId, pairs.map(({ matchId }) => matchId)],
        );
        await this.notifier.tellMatches(tx, [accountId], { eventId, requestId, pairs });
      });
    }
  }
}
