import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Tx } from '@app/platform';
import { RequestRepository } from '../data/request.repository.js';
import type { RequestContent } from '../domain/request.js';

/** An open request with its approved content; for rules, never for showing as it is (it holds the budget). */
export interface OpenRequest {
  id: string;
  slug: string;
  version: number;
  revision: number;
  organizationId: string;
  centreId: string;
  anonymous: boolean;
  organization: { id: string; slug: string; name: string };
  openedAt: Date;
  content: RequestContent;
}

export interface RequestQueueItem {
  kind: 'request';
  id: string;
  title: string;
  revision: number;
  centre: { id: string; slug: string; name: string };
  organization: { id: string; slug: string; name: string };
  submittedAt: string;
}

/** What contexts downstream may read of requests. */
@Injectable()
export class RequestReader {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestRepository,
  ) {}

  async openRequests(ids: string[], db: Reader = this.database): Promise<OpenRequest[]> {
    const found = await this.requests.findMany(ids, db);
    return found.flatMap(({ request, organization }) => {
      if (!request.isPublic) return [];
      const { id, slug, version, organizationId, centreId, anonymous, openedAt, live } = request;
      return [{ id, slug, version, organizationId, centreId, anonymous, organization, openedAt: openedAt!, revision: live!.number, content: live!.content }];
    });
  }

  /** The public revisions' numbers of those that are open; until the transaction ends none of these can open, close or change. */
  async holdOpen(tx: Tx, ids: string[]): Promise<Map<string, number>> {
    // Read after the lock, not by the same statement: that would join what was true before it waited.
    await tx.query('select 1 from request where id = any($1::uuid[]) order by id for share', [ids]);
    const rows = await tx.query<{ id: string; number: number }>(
      `select q.id, r.number from request q join request_revision r on r.id = q.live_revision_id where q.id = any($1::uuid[]) and q.state = 'open'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.number]));
  }

  /** A mark of all that are open, by id, which changes whenever the request or the name of its organization does. */
  async openMarks(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; mark: string }>(
      `select q.id, q.version || ' ' || s.name as mark from request q join organization_card s on s.id = q.organization_id where q.state = 'open' and q.live_revision_id is not null`,
    );
    return new Map(rows.map((row) => [row.id, row.mark]));
  }

  async openIds(afterId: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from request where state = 'open' and ($1::uuid is null or id > $1) order by id limit $2`,
      [afterId, limit],
    );
    return rows.map((row) => row.id);
  }

  /** The oldest revisions that wait for review, and how many wait; `centreId` null means every centre. */
  async queue(centreId: string | null, limit: number): Promise<{ items: RequestQueueItem[]; total: number }> {
    const waiting = `from request_revision r join request q on q.working_revision_id = r.id join centre_card c on c.id = q.centre_id
       join organization_card s on s.id = q.organization_id
       where r.state = 'submitted' and ($1::uuid is null or q.centre_id = $1)`;
    const rows = await this.database.query<{ id: string; title: string; revision: number; submitted_at: Date; centre: RequestQueueItem['centre']; organization: RequestQueueItem['organization'] }>(
      `select q.id, r.title, r.number as revision, r.submitted_at, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as centre,
         json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as organization
       ${waiting} order by r.submitted_at, q.id limit $2`,
      [centreId, limit],
    );
    const [count] = await this.database.query<{ n: number }>(`select count(*)::int as n ${waiting}`, [centreId]);
    const items = rows.map((row) => ({
      kind: 'request' as const, id: row.id, title: row.title, revision: row.revision, centre: row.centre, organization: row.organization, submittedAt: row.submitted_at.toISOString(),
    }));
    return { items, total: count.n };
  }
}
