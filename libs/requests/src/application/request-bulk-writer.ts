import { Injectable } from '@nestjs/common';
import { freeSlugs, type Tx, uuidv7 } from '@app/platform';
import { requestSlugWords } from '../domain/request-slug.js';
import type { RequestContent } from '../domain/request.js';

export interface BulkRequest {
  id: string;
  code: string | null;
  organizationId: string;
  centreId: string;
  content: RequestContent;
  anonymous: boolean;
  state: 'draft' | 'submitted' | 'open' | 'closed';
  outcome?: string | null;
  importedHash?: string;
  at: Date;
  closedAt?: Date | null;
  /** The row's lock after the history that led to its state. */
  version?: number;
}

/** A next revision, approved, of a request that is there already. */
export interface BulkRequestRevision {
  requestId: string;
  number: number;
  content: RequestContent;
  anonymous: boolean;
  importedHash: string;
  at: Date;
}

/** Writes many new requests at once: history in bulk, without events. */
@Injectable()
export class RequestBulkWriter {
  async write(tx: Tx, requests: BulkRequest[]): Promise<void> {
    if (requests.length === 0) return;
    const slugs = await freeSlugs(tx, 'request', requests.map(({ id, content }) => ({ id, words: requestSlugWords(content.title) })));
    const rows = requests.map((r, i) => {
      const state = r.state === 'open' || r.state === 'closed' ? 'approved' : r.state;
      const { quantities, ...content } = r.content;
      return {
        ...content, ...r, content: undefined, quantities, revisionId: uuidv7(r.at.getTime()), revisionState: state, importedHash: r.importedHash ?? null,
        slug: slugs[i], opened: state === 'approved',
      };
    });
    const json = JSON.stringify(rows);
    await tx.query(
      `insert into request (id, slug, code, organization_id, centre_id, state, anonymous, opened_at, closed_at, outcome, imported_hash, created_at, updated_at, version)
       select id, slug, code, "organizationId", "centreId", state, anonymous, case when opened then at end, case when state = 'closed' then coalesce("closedAt", at) end, outcome, "importedHash", at, at,
         coalesce(version, 1)
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, code text, "organizationId" uuid, "centreId" uuid, state text, anonymous boolean,
         opened boolean, outcome text, "importedHash" text, at timestamptz, "closedAt" timestamptz, version int)`,
      [json],
    );
    await this.insertRevisions(tx, rows.map((row) => ({ ...row, requestId: row.id, number: 1 })));
    await tx.query(
      `update request q set working_revision_id = r.id, live_revision_id = case when r.state = 'approved' then r.id end
       from request_revision r where r.request_id = q.id and q.id = any($1::uuid[])`,
      [requests.map((r) => r.id)],
    );
  }

  /** Adds an approved revision to each of these requests; their state stays, but a first one opens. */
  async revise(tx: Tx, revisions: BulkRequestRevision[]): Promise<void> {
    if (revisions.length === 0) return;
    const rows = revisions.map(({ content, ...r }) => ({ ...content, ...r, revisionId: uuidv7(r.at.getTime()), revisionState: 'approved', opened: true }));
    await this.insertRevisions(tx, rows);
    await tx.query(
      `update request q set working_revision_id = r."revisionId", live_revision_id = r."revisionId", anonymous = r.anonymous, imported_hash = r."importedHash",
         state = 'open', opened_at = coalesce(q.opened_at, r.at), updated_at = r.at, version = q.version + 1
       from jsonb_to_recordset($1::jsonb) as r("requestId" uuid, "revisionId" uuid, anonymous boolean, "importedHash" text, at timestamptz) where q.id = r."requestId"`,
      [JSON.stringify(rows)],
    );
  }

  private async insertRevisions(tx: Tx, rows: object[]): Promise<void> {
    const json = JSON.stringify(rows);
    await tx.query(
      `insert into request_revision (id, request_id, number, state, title, need, lang, fields, province, budget_max, trl_min, transfer_modes, deadline, created_at, submitted_at, decided_at)
       select "revisionId", "requestId", number, "revisionState", title, need, lang, fields, province, "budgetMax", "trlMin", "transferModes", deadline, at,
         case when "revisionState" <> 'draft' then at end, case when opened then at end
       from jsonb_to_recordset($1::jsonb) as r("revisionId" uuid, "requestId" uuid, number int, "revisionState" text, title text, need text, lang text, fields text[],
         province text, "budgetMax" bigint, "trlMin" smallint, "transferModes" text[], deadline date, at timestamptz, opened boolean)`,
      [json],
    );
    await tx.query(
      `insert into request_quantity select (r->>'revisionId')::uuid, q.place - 1, q.v->>'label', q.v->>'raw', q.v->>'unit', (q.v->>'min')::float8,
         (q.v->>'max')::float8, (q.v->>'canonicalMin')::float8, (q.v->>'canonicalMax')::float8, q.v->>'dimension'
       from jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'quantities') with ordinality as q(v, place)`,
      [json],
    );
  }
}
