import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type Config, Database, PlatformModule } from '@app/platform';
import { IndexingService, SearchIndexModule } from '@app/search';
import { wait } from '../support/real-floor.js';

type Rows = Record<string, unknown>[];
export type Ask = (sql: string, params?: unknown[]) => Promise<Rows>;

export interface Findings {
  /** Each is something that should not be. */
  faults: string[];
  figures: Record<string, number>;
}

const QUIET_MS = 90_000;
const CLAIMED_AND_DUE = `select count(*)::int as n from delivery where state = 'claimed' or (state = 'waiting' and due_at <= now())`;

/**
 * Waits until every event is handled and no mail is due. What waits for time to pass (sending again after two minutes) is
 * made older instead of waited for.
 */
export const settle = async (ask: Ask): Promise<string[]> => {
  const deadline = performance.now() + QUIET_MS;
  let waiting: Rows = [];
  while (performance.now() < deadline) {
    waiting = await ask(`select (select count(*) from outbox)::int as events, (${CLAIMED_AND_DUE}) as mails`);
    if (waiting[0]['events'] === 0 && waiting[0]['mails'] === 0) return [];
    await ask(`update outbox set sent_at = sent_at - interval '1 minute' where sent_at is not null`);
    await ask(`update delivery set claimed_at = claimed_at - interval '1 minute' where state = 'claimed'`);
    await ask(`update delivery set due_at = now() where state = 'waiting' and due_at > now() and error is not null`);
    await wait(1_500);
  }
  return [`the floor did not come to rest: ${JSON.stringify(waiting)}`];
};

const NOT_ONCE = {
  'a match stands in two notices of one person': `select account_id, m from notification, unnest(match_ids) as m where kind = 'match' group by 1, 2 having count(*) > 1`,
  'a match was not told to a member of the organization that asks': `
    select m.id, o.account_id from match m join member o on o.organization_id = m.request_organization_id
    where m.shown_version is not null and not exists (select 1 from notification n where n.account_id = o.account_id and m.id = any(n.match_ids))`,
  'a match marked as told stands in no notice': `
    select t.account_id, t.match_id from notified_match t where t.channel = 'app'
      and not exists (select 1 from notification n where n.id = t.notification_id and t.match_id = any(n.match_ids))`,
  'a match rides in two mails to one person': `select account_id, m from delivery, unnest(match_ids) as m where state <> 'joined' group by 1, 2 having count(*) > 1`,
  'a person has two notices of one event': `select account_id, dedupe_key from notification group by 1, 2 having count(*) > 1`,
  'a job has failed for good': `select handler, error from dead_letter where resolved_at is null`,
  'a mail was not sent': `select id, state, error from delivery where state not in ('sent', 'joined', 'unknown') and due_at <= now()`,
  'a version without its event': `
    select o.id, v from offer o, generate_series(1, o.version) as v
    where not exists (select 1 from event e where e.subject = o.id and e.version = v and e.type like 'catalog.%')`,
};

const mailFaults = async (ask: Ask, mailFolder: string): Promise<{ faults: string[]; mails: number }> => {
  const times = new Map<string, number>();
  const files = readdirSync(mailFolder).filter((name) => name.endsWith('.eml'));
  for (const file of files) {
    const id = /^message-id:\s*(<[^>]+>)/im.exec(readFileSync(join(mailFolder, file), 'utf8'))?.[1] ?? file;
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  const sent = await ask(`select message_id, state, attempts from delivery where state in ('sent', 'unknown')`);
  const faults = [...times].filter(([, count]) => count > 2).map(([id, count]) => `${count} mails are named ${id}`);
  for (const { message_id: id, state, attempts } of sent) {
    const count = times.get(String(id)) ?? 0;
    if (state === 'sent' && count === 0) faults.push(`${String(id)} counts as sent and is in no file`);
    if (count > Number(attempts)) faults.push(`${String(id)} was tried ${String(attempts)} times and is there ${count} times`);
    times.delete(String(id));
  }
  return { faults: [...faults, ...[...times.keys()].map((id) => `${id} was sent and no delivery says so`)], mails: files.length };
};

/** Looks at the floor's database, index and mails after it has come to rest. */
export const inspect = async (config: Config, mailFolder: string, url: string): Promise<Findings> => {
  class Root {}
  const app = await NestFactory.createApplicationContext({ module: Root, imports: [PlatformModule.with(config), SearchIndexModule] }, { logger: false });
  try {
    const database = app.get(Database);
    const ask: Ask = (sql, params) => database.query(sql, params);
    const faults = await settle(ask);
    for (const [fault, sql] of Object.entries(NOT_ONCE)) {
      const rows = await ask(sql);
      if (rows.length > 0) faults.push(`${fault} (${rows.length}): ${JSON.stringify(rows[0])}`);
    }
    const mail = await mailFaults(ask, mailFolder);
    const drift = await app.get(IndexingService).drift();
    if (Object.values(drift).some((ids) => ids.length > 0)) faults.push(`the index differs from the catalog: ${JSON.stringify(drift)}`);
    const [live] = await ask(`select count(*)::int as n from search_document where not removed`);
    const found = (await (await fetch(`${url}/api/v1/offers?size=1&facets=none`)).json()) as { total: number };
    if (found.total !== live['n']) faults.push(`search finds ${found.total} offers of ${String(live['n'])}`);
    const [figures] = await ask(`select (select count(*) from event)::int as events, (select count(*) from match)::int as matches, (select count(*) from notification)::int as notices,
      (select count(*) from delivery)::int as deliveries, (select count(*) from delivery where error like 'unknown outcome%')::int as "repeatedMails"`);
    return { faults: [...faults, ...mail.faults], figures: { ...(figures as Record<string, number>), mails: mail.mails, findable: found.total } };
  } finally {
    await app.close();
  }
};
