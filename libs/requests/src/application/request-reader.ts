import { Injectable } from '@nestjs/common';
import { Database, type Reader, uuidv7, slugify, type Tx } from '@app/platform';
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

export interface BulkRequest {
  id: string;
  code: string | null;
  organizationId: string;
  centreId: string;
  content: RequestContent;
  anonymous: boolean;
  state: 'draft' | 'submitted' | 'open' | 'closed';
  outcome?: string | null;
  at: Date;
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
      const { id, slug, version, organizationId, centreId, anonymous, live } = request;
      return [{ id, slug, version, organizationId, centreId, anonymous, organization, revision: live!.number, content: live!.content }];
    });
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

/** Writes many new requests at once: history in bulk, without events. */
@Injectable()
export class RequestBulkWriter {
  async write(tx: Tx, requests: BulkRequest[]): Promise<void> {
    if (requests.length === 0) return;
    const rows = requests.map((r) => {
      const state = r.state === 'open' || r.state === 'closed' ? 'approved' : r.state;
      const { quantities, ...content } = r.content;
      return {
        ...content, ...r, content: undefined, quantities, revisionId: uuidv7(r.at.getTime()), revisionState: state,
        slug: `${slugify(r.content.title) || 'yeu-cau'}-${r.id.slice(-8)}`, opened: state === 'approved',
      };
    });
    const json = JSON.stringify(rows);
    await tx.query(
      `insert into request (id, slug, code, organization_id, centre_id, state, anonymous, opened_at, closed_at, outcome, created_at, updated_at)
       select id, slug, code, "organizationId", "centreId", state, anonymous, case when opened then at end, case when state = 'closed' then at end, outcome, at, at
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, code text, "organizationId" uuid, "centreId" uuid, state text, anonymous boolean,
         opened boolean, outcome text, at timestamptz)`,
      [json],
    );
    await tx.query(
      `insert into request_revision (id, request_id, number, state, title, need, lang, fields, province, budget_max, trl_min, transfer_modes, deadline, created_at, submitted_at, decided_at)
       select "revisionId", id, 1, "revisionState", title, need, lang, fields, province, "budgetMax", "trlMin", "transferModes", deadline, at,
         case when "revisionState" <> 'draft' then at end, case when opened then at end
       from jsonb_to_recordset($1::jsonb) as r("revisionId" uuid, id uuid, "revisionState" text, title text, need text, lang text, fields text[],
         province text, "budgetMax" bigint, "trlMin" smallint, "transferModes" text[], deadline date, at timestamptz, opened boolean)`,
      [json],
    );
    await tx.query(
      `insert into request_quantity select (r->>'revisionId')::uuid, q.place - 1, q.v->>'label', q.v->>'raw', q.v->>'unit', (q.v->>'min')::float8,
         (q.v->>'max')::float8, (q.v->>'canonicalMin')::float8, (q.v->>'canonicalMax')::float8, q.v->>'dimension'
       from jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'quantities') with ordinality as q(v, place)`,
      [json],
    );
    await tx.query(
      `update request q set working_revision_id = r.id, live_revision_id = case when r.state = 'approved' then r.id end
       from request_revision r where r.request_id = q.id and q.id = any($1::uuid[])`,
      [requests.map((r) => r.id)],
    );
  }
}
