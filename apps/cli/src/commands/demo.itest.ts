import type { INestApplicationContext } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { ConnectionsModule } from '@app/connections';
import { IdentityModule, SessionService } from '@app/identity';
import { MatchingJobsModule } from '@app/matching';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { RequestsModule } from '@app/requests';
import { IndexingService, SearchModule } from '@app/search';
import { PublicStatistics, StatisticsModule } from '@app/statistics';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { DEMO_NAMES, demoEmail } from '../demo/accounts.js';
import { DemoLoader, type LoadedDemo } from '../demo/demo-loader.js';
import { gradeOf, labelLines } from '../demo/labels.js';
import { planOf } from '../demo/plan.js';

const SIZE = 600;
const PASSWORD = 'mot hai ba bon';
const QUIET = { offers: () => undefined, matches: () => undefined };
const CONTEXTS = [IdentityModule, OrganizationsModule, CatalogModule, RequestsModule, SearchModule, MatchingJobsModule, ConnectionsModule, NotificationsModule, StatisticsModule];

describe('a loaded demo floor', () => {
  let floor: TestFloor;
  let loaded: LoadedDemo;
  const plan = planOf(SIZE, 1, new Date());
  const load = (app: INestApplicationContext, size = SIZE) => new DemoLoader(app, planOf(size, 1, new Date()), PASSWORD, QUIET);
  const rows = <T = any>(sql: string, values: unknown[] = []): Promise<T[]> => floor.database.query<T>(sql, values);

  beforeAll(async () => {
    floor = await bootContext({ imports: CONTEXTS });
    loaded = (await load(floor.app).load(async () => true))!;
  });
  afterAll(() => floor.close());

  it('shows the figures of its plan', async () => {
    const { offers, suppliers, views, connectedOrganizations, readyToTransfer, requests } = await floor.get(PublicStatistics).figures();
    expect({ offers, suppliers, views, connectedOrganizations, readyToTransfer, requests }).toEqual({
      offers: SIZE, suppliers: plan.suppliers, views: plan.views, connectedOrganizations: plan.connected, readyToTransfer: plan.ready, requests: plan.openRequests + plan.closedRequests,
    });
  });

  it('has an event for every figure, in the order of time, and nothing to send', async () => {
    const [{ offers, requests, connected }] = await rows(
      `select (select count(*)::int from event where type = 'catalog.offer_approved.v1') as offers,
         (select count(*)::int from event where type = 'requests.request_opened.v1') as requests,
         (select count(distinct data->>'buyerId')::int from event where type = 'connections.connection_confirmed.v1') as connected`,
    );
    expect({ offers, requests, connected }).toEqual({ offers: SIZE, requests: plan.openRequests + plan.closedRequests, connected: plan.connected });
    expect(await rows('select 1 from (select at, lag(at) over (order by sequence) as before from event) e where at < before')).toEqual([]);
    expect(await rows('select 1 from event where at > now()')).toEqual([]);
    expect(await rows('select 1 from outbox')).toEqual([]);
    expect(await rows(`select 1 from delivery`)).toEqual([]);
  });

  it('keeps every row in the version that its events led to', async () => {
    const wrong = await rows(
      `select e.subject from (select subject, max(version) as version from event where type like 'catalog.%' group by 1) e join offer o on o.id = e.subject where o.version <> e.version
       union all select e.subject from (select subject, max(version) as version from event where type like 'requests.%' group by 1) e join request r on r.id = e.subject where r.version <> e.version
       union all select e.subject from (select subject, max(version) as version from event where type like 'connections.%' group by 1) e join connection c on c.id = e.subject where c.version <> e.version`,
    );
    expect(wrong).toEqual([]);
  });

  it('dates every outcome as its event does, with the follow-ups that are due after it', async () => {
    expect(await rows(
      `select 1 from connection_outcome o join event e on e.subject = o.connection_id and e.type = 'connections.outcome_recorded.v1' where o.at <> e.at`,
    )).toEqual([]);
    const [{ concluded, planned, undone }] = await rows(
      `select (select count(*)::int from connection where state = 'concluded') as concluded, (select count(*)::int from follow_up) as planned,
         (select count(*)::int from follow_up where done_at is null and due < now()::date) as undone`,
    );
    expect(concluded).toBeGreaterThan(0);
    expect({ planned, undone }).toEqual({ planned: 3 * concluded, undone: 0 });
  });

  it('can be searched at once: no document is missing, stale or astray', async () => {
    expect(await floor.get(IndexingService).drift()).toEqual({ missing: [], stale: [], strays: [] });
  });

  it('has centres in 20 provinces, and views in whole hours of the past', async () => {
    expect((await rows('select count(distinct province)::int as n from centre'))[0].n).toBe(20);
    expect(await rows(`select 1 from view_bucket v join offer o on o.id = v.offer_id where v.hour <> date_trunc('hour', v.hour) or v.hour > now() or v.hour < o.published_at`)).toEqual([]);
  });

  it('lets the eight accounts in, all but broker2@ in one centre', async () => {
    for (const name of DEMO_NAMES) await expect(floor.get(SessionService).login(demoEmail(name), PASSWORD)).resolves.toBeDefined();
    const centres = await rows<{ email: string; centre: string }>(
      `select a.email, coalesce(a.centre_id, m.centre_id) as centre from account a left join actor_membership m on m.account_id = a.id order by a.email`,
    );
    const of = (name: string) => centres.find(({ email }) => email === `${name}@techfloor.example`)!.centre;
    const own = new Set(DEMO_NAMES.filter((name) => name !== 'broker2').map(of));
    expect(own.size).toBe(1);
    expect(own.has(of('broker2'))).toBe(false);
  });

  it('has introduced enterprise@ to supplier@, unconfirmed, and left the second pair alone', async () => {
    const found = await rows(
      `select c.state, c.confirmed_at, c.match_id is not null as matched, s.email as supplier, b.email as buyer from connection c
       left join actor_membership sm on sm.organization_id = c.supplier_id left join account s on s.id = sm.account_id
       left join actor_membership bm on bm.organization_id = c.buyer_id left join account b on b.id = bm.account_id
       where s.id is not null or b.id is not null`,
    );
    expect(found).toEqual([{ state: 'introduced', confirmed_at: null, matched: true, supplier: demoEmail('supplier'), buyer: demoEmail('enterprise') }]);
  });

  it('has something in the own centre\'s queue, and has told enterprise@ of every match once', async () => {
    const queue = await rows<{ kind: string; n: number }>(
      `select 'offer' as kind, count(*)::int as n from offer_revision r join offer o on o.working_revision_id = r.id join centre c on c.id = o.centre_id where c.is_own and r.state = 'submitted'
       union all select 'request', count(*)::int from request r join centre c on c.id = r.centre_id where c.is_own and r.state = 'submitted'`,
    );
    expect(queue.every(({ n }) => n > 2)).toBe(true);
    const untold = await rows(
      `select 1 from match m join actor_membership a on a.organization_id = m.request_organization_id
       left join notified_match n on n.match_id = m.id and n.account_id = a.account_id and n.channel = 'app' where n.match_id is null and not m.beyond_budget`,
    );
    expect(untold).toEqual([]);
    expect((await rows(`select count(*)::int as n from notification n join account a on a.id = n.account_id where a.email = $1`, [demoEmail('enterprise')]))[0].n).toBeGreaterThan(2);
  });

  it('matches the guided need with the offer that was made for it, best of all', async () => {
    const [best] = await rows(`select offer_id from match where request_id = $1 order by score desc limit 1`, [loaded.requests[0].id]);
    expect(best.offer_id).toBe(loaded.requests[0].anchor.id);
  });

  it('labels for each open request its own offer as the very thing', () => {
    const lines = [...labelLines(loaded.catalogue, loaded.requests)].map((line) => JSON.parse(line));
    expect(lines).toHaveLength(plan.openRequests);
    lines.forEach((line, i) => expect(line.right).toContainEqual(expect.objectContaining({ id: loaded.requests[i].anchor.id, grade: 3 })));
    const [first, second] = [loaded.catalogue.facts(1), loaded.catalogue.facts(2)];
    expect(gradeOf(first, second)).toBe(0);
  });

  it('is loaded once only', async () => {
    expect(await load(floor.app, 20).load(async (tx) => (await tx.query('select 1 from offer limit 1')).length === 0)).toBeNull();
  });

  it('leaves nothing behind when it is cut off', async () => {
    const other = await bootContext({ imports: CONTEXTS });
    try {
      const cut = new DemoLoader(other.app, planOf(40, 1, new Date()), PASSWORD, { offers: () => undefined, matches: () => { throw new Error('cut off'); } });
      await expect(cut.load(async () => true)).rejects.toThrow('cut off');
      const [{ n }] = await other.database.query<{ n: number }>(`select (select count(*) from offer) + (select count(*) from account) + (select count(*) from event) + (select count(*) from organization) as n`);
      expect(Number(n)).toBe(0);
      expect(await load(other.app, 40).load(async () => true)).not.toBeNull();
    } finally {
      await other.close();
    }
  });
});
